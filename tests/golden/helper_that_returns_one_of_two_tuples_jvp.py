import math


def larger_first(p, q):
    if p > q:
        result_0 = p * q
        result_1 = math.sin(q)
    else:
        result_0 = q
        result_1 = p + q
    return result_0, result_1


def larger_first_tangent(p, q, p_dot, q_dot):
    """larger_first and its tangent."""
    if p > q:
        result_0_dot = p_dot * q + p * q_dot
        result_0 = p * q
        result_1_dot = math.cos(q) * q_dot
        result_1 = math.sin(q)
    else:
        result_0_dot = q_dot
        result_0 = q
        result_1_dot = p_dot + q_dot
        result_1 = p + q
    return result_0, result_1, result_0_dot, result_1_dot


def helper_that_returns_one_of_two_tuples_jvp(x, y, x_dot, y_dot):
    """The value of helper_that_returns_one_of_two_tuples, and its derivative in the
    direction x_dot, y_dot.
    """
    a, b, a_dot, b_dot = larger_first_tangent(x, y, x_dot, y_dot)
    for i in range(2):
        c, y = larger_first(1.5, 0.5)
        y_dot = 0.0
        a, b, a_dot, b_dot = larger_first_tangent(b * c, a, b_dot * c, a_dot)
    return a * b + y, a_dot * b + a * b_dot + y_dot
