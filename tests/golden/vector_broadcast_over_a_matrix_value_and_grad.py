import numpy as np


def vector_broadcast_over_a_matrix_value_and_grad(a, v):
    """The value of vector_broadcast_over_a_matrix, and its gradient with respect to
    a and v.
    """
    # forward sweep
    if a.shape[1] != len(v):
        raise ValueError("a and v have different shapes")
    b = np.empty_like(a)
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            b[i, j] = a[i, j] * v[j] + v[j]
    b_new = np.empty_like(b)
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            b_new[i, j] = b[i, j] - np.sin(v[j] * a[i, j])
    values = np.empty(b_new.shape[1])
    for i in range(b_new.shape[1]):
        values[i] = b_new[0, i] * v[i]
    for i in range(b_new.shape[1]):
        b_new[1, i] = values[i]
    total = 0.0
    for i in range(b_new.shape[0]):
        for j in range(b_new.shape[1]):
            total += b_new[i, j] * b_new[i, j]

    # reverse sweep
    a_bar = np.zeros_like(a)
    v_bar = np.zeros_like(v)
    b_new_bar = np.zeros_like(b_new)
    for i in range(b_new.shape[0]):
        for j in range(b_new.shape[1]):
            b_new_bar[i, j] += 2.0 * b_new[i, j]
    values_bar = np.zeros_like(values)
    for i in range(b_new.shape[1]):
        values_bar[i] += b_new_bar[1, i]
        b_new_bar[1, i] = 0.0
    for i in range(b_new.shape[1]):
        b_new_bar[0, i] += v[i] * values_bar[i]
        v_bar[i] += b_new[0, i] * values_bar[i]
    b_bar = np.zeros_like(b)
    for i in range(b.shape[0]):
        for j in range(b.shape[1]):
            b_bar[i, j] += b_new_bar[i, j]
            product_bar = -np.cos(v[j] * a[i, j]) * b_new_bar[i, j]
            v_bar[j] += a[i, j] * product_bar
            a_bar[i, j] += v[j] * product_bar
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            a_bar[i, j] += v[j] * b_bar[i, j]
            v_bar[j] += (a[i, j] + 1.0) * b_bar[i, j]
    return total, a_bar, v_bar
