import numpy as np


def vector_broadcast_over_a_matrix_value_and_grad(a, v):
    """The value of vector_broadcast_over_a_matrix, and its gradient with respect to
    a and v.
    """
    # forward sweep
    if a.shape[1] != len(v):
        raise ValueError("a and v have different shapes")
    b_2 = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b = a[i, j] * v[j] + v[j]
            b_2[i, j] = b - np.sin(v[j] * a[i, j])
    for i in range(a.shape[1]):
        b_2[1, i] = b_2[0, i] * v[i]
    total = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total += b_2[i, j] * b_2[i, j]

    # reverse sweep
    a_bar = np.empty_like(a)
    v_bar = np.empty_like(v)
    b_2_bar = np.empty_like(b_2)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b_2_bar[i, j] = 2.0 * b_2[i, j]
    for i in range(a.shape[1]):
        values_bar = b_2_bar[1, i]
        b_2_bar[1, i] = 0.0
        b_2_bar[0, i] += v[i] * values_bar
        v_bar[i] = b_2[0, i] * values_bar
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b_bar = b_2_bar[i, j]
            product_bar = -np.cos(v[j] * a[i, j]) * b_2_bar[i, j]
            a_bar[i, j] = v[j] * product_bar + v[j] * b_bar
            v_bar[j] += a[i, j] * product_bar + (a[i, j] + 1.0) * b_bar
    return total, a_bar, v_bar
