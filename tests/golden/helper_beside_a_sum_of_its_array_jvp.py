import numpy as np


def combined_tangent(p, q, p_dot, q_dot):
    """combined and its tangent."""
    return p * q + p, p_dot * q + p * q_dot + p_dot


def helper_beside_a_sum_of_its_array_jvp(x, a, x_dot, a_dot):
    """The value of helper_beside_a_sum_of_its_array, and its derivative in the
    direction x_dot, a_dot.
    """
    s_dot = 1.5 * x_dot
    s = x * 1.5
    b_dot = a_dot.copy()
    b = a.copy()
    c_dot = a_dot * x + a * x_dot
    c = a * x
    d, d_dot = combined_tangent(c, x, c_dot, x_dot)
    for i in range(1, 3):
        s_dot += x_dot
        s += x
    sum_b_dot = np.sum(b_dot)
    sum_b = np.sum(b)
    value = s + sum_b * c[1] + np.sum(d)
    return value, s_dot + (sum_b_dot * c[1] + sum_b * c_dot[1]) + np.sum(d_dot)
