import math


def logistic(x):
    return 2.6 * x * (1.0 - x)


def iterate(x, n):
    for _ in range(n):
        x = logistic(x)
    return x


def iterate_2_tangent(x, n, x_dot):
    """iterate_2 and its tangent."""
    for _ in range(n):
        x_dot = -math.sin(x) * x_dot
        x = math.cos(x)
    return x, x_dot


def logistic_tangent(x, x_dot):
    """logistic and its tangent."""
    return 2.6 * x * (1.0 - x), 2.6 * x_dot * (1.0 - x) - 2.6 * x * x_dot


def iterate_tangent(x, n, x_dot):
    """iterate and its tangent."""
    for _ in range(n):
        x, x_dot = logistic_tangent(x, x_dot)
    return x, x_dot


def functions_as_arguments_jvp(x, x_dot):
    """The value of functions_as_arguments, and its derivative in the direction
    x_dot.
    """
    iterate_result, iterate_result_dot = iterate_tangent(x, 3, x_dot)
    iterate_2_result, iterate_2_result_dot = iterate_2_tangent(x, 2, x_dot)
    term = iterate_result * iterate_2_result_dot
    value_dot = iterate_result_dot * iterate_2_result + term
    return iterate_result * iterate_2_result + iterate(0.4, 1), value_dot
