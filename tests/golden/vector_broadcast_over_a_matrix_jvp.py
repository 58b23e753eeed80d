import numpy as np


def vector_broadcast_over_a_matrix_jvp(a, v, a_dot, v_dot):
    """The value of vector_broadcast_over_a_matrix, and its derivative in the
    direction a_dot, v_dot.
    """
    if a.shape[1] != len(v):
        raise ValueError("a and v have different shapes")
    b_dot = np.zeros_like(a)
    b = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b_dot[i, j] = a_dot[i, j] * v[j] + a[i, j] * v_dot[j] + v_dot[j]
            b[i, j] = a[i, j] * v[j] + v[j]
    b_new_dot = np.zeros_like(b)
    b_new = np.empty_like(b)
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            term = np.cos(v[j] * a[i, j]) * (v_dot[j] * a[i, j] + v[j] * a_dot[i, j])
            b_new_dot[i, j] = b_dot[i, j] - term
            b_new[i, j] = b[i, j] - np.sin(v[j] * a[i, j])
    b = b_new
    values_dot = np.zeros(b.shape[1])
    values = np.empty(b.shape[1])
    for i in range(b.shape[1]):
        values_dot[i] = b_new_dot[0, i] * v[i] + b[0, i] * v_dot[i]
        values[i] = b[0, i] * v[i]
    for i in range(b.shape[1]):
        b_new_dot[1, i] = values_dot[i]
        b[1, i] = values[i]
    total_dot = 0.0
    total = 0.0
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            total_dot += b_new_dot[i, j] * b[i, j] + b[i, j] * b_new_dot[i, j]
            total += b[i, j] * b[i, j]
    return total, total_dot
