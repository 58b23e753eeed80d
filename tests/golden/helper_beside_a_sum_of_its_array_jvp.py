import numpy as np


def combined_tangent(p, q, p_dot, q_dot):
    """combined and its tangent."""
    out_dot = np.empty_like(p)
    out = np.empty_like(p)
    for i in range(len(p)):
        out_dot[i] = p_dot[i] * q + p[i] * q_dot + p_dot[i]
        out[i] = p[i] * q + p[i]
    return out, out_dot


def helper_beside_a_sum_of_its_array_jvp(x, a, x_dot, a_dot):
    """The value of helper_beside_a_sum_of_its_array, and its derivative in the
    direction x_dot, a_dot.
    """
    s_dot = 1.5 * x_dot
    s = x * 1.5
    b_dot = a_dot.copy()
    b = a.copy()
    c_dot = np.empty_like(a)
    c = np.empty_like(a)
    for i in range(1, 3):
        s_dot += x_dot
        s += x
    total_dot = 0.0
    total = 0.0
    for i in range(len(a)):
        c_dot[i] = a_dot[i] * x + a[i] * x_dot
        c[i] = a[i] * x
        total_dot += b_dot[i]
        total += b[i]
    d, d_dot = combined_tangent(c, x, c_dot, x_dot)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(a)):
        total_2_dot += d_dot[i]
        total_2 += d[i]
    value = s + total * c[1] + total_2
    return value, s_dot + (total_dot * c[1] + total * c_dot[1]) + total_2_dot
