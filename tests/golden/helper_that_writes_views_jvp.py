import numpy as np


def normalise_tangent(v, v_dot):
    """normalise and its tangent."""
    total_dot = 0.0
    total = 0.0
    for i in range(len(v)):
        total_dot += v_dot[i] * v[i] + v[i] * v_dot[i]
        total += v[i] * v[i]
    for i in range(len(v)):
        v_dot[i] = (v_dot[i] - v[i] * total_dot / total) / total
        v[i] /= total
    return total, total_dot


def helper_that_writes_views_jvp(a, a_dot):
    """The value of helper_that_writes_views, and its derivative in the direction
    a_dot.
    """
    b_dot = np.empty_like(a)
    b = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b_dot[i, j] = a_dot[i, j]
            b[i, j] = a[i, j] * 1.0
    s_dot = 0.0
    s = 0.0
    for i in range(b.shape[0]):
        normalise_result, normalise_result_dot = normalise_tangent(b[i], b_dot[i])
        s_dot += normalise_result_dot * (i + 1)
        s += normalise_result * (i + 1)
    normalise_result_2, normalise_result_2_dot = normalise_tangent(b[:, 0], b_dot[:, 0])
    s_dot = s_dot * normalise_result_2 + s * normalise_result_2_dot
    s *= normalise_result_2
    value = s + b[0, 0] * b[1, 1]
    return value, s_dot + (b_dot[0, 0] * b[1, 1] + b[0, 0] * b_dot[1, 1])
