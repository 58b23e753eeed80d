import numpy as np


def vector_broadcast_over_a_matrix_jvp(a, v, a_dot, v_dot):
    """The value of vector_broadcast_over_a_matrix, and its derivative in the
    direction a_dot, v_dot.
    """
    if a.shape[1] != len(v):
        raise ValueError("a and v have different shapes")
    b_2_dot = np.empty_like(a)
    b_2 = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b_dot = a_dot[i, j] * v[j] + a[i, j] * v_dot[j] + v_dot[j]
            b = a[i, j] * v[j] + v[j]
            term = np.cos(v[j] * a[i, j]) * (v_dot[j] * a[i, j] + v[j] * a_dot[i, j])
            b_2_dot[i, j] = b_dot - term
            b_2[i, j] = b - np.sin(v[j] * a[i, j])
    for i in range(a.shape[1]):
        b_2_dot[1, i] = b_2_dot[0, i] * v[i] + b_2[0, i] * v_dot[i]
        b_2[1, i] = b_2[0, i] * v[i]
    total_dot = 0.0
    total = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total_dot += b_2_dot[i, j] * b_2[i, j] + b_2[i, j] * b_2_dot[i, j]
            total += b_2[i, j] * b_2[i, j]
    return total, total_dot
