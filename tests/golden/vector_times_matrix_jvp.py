import numpy as np


def vector_times_matrix_jvp(x, a, x_dot, a_dot):
    """The value of vector_times_matrix, and its derivative in the direction x_dot,
    a_dot.
    """
    if len(x) != a.shape[0]:
        raise ValueError("x and a have different shapes")
    y_dot = x_dot @ a + x @ a_dot
    y = x @ a
    if len(x[:2]) != a[1:].shape[0]:
        raise ValueError("x[:2] and a[1:] have different shapes")
    product_dot = x_dot[:2] @ a[1:] + x[:2] @ a_dot[1:]
    product = x[:2] @ a[1:]
    z_dot = np.empty_like(product)
    z = np.empty_like(product)
    for i in range(len(product)):
        z_dot[i] = product_dot[i] + a_dot[0, i]
        z[i] = product[i] + a[0, i]
    total_dot = 0.0
    total = 0.0
    for i in range(a.shape[1]):
        total_dot += y_dot[i] * z[i] + y[i] * z_dot[i]
        total += y[i] * z[i]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(x)):
        total_2_dot += a_dot[i, 1] * x[i] + a[i, 1] * x_dot[i]
        total_2 += a[i, 1] * x[i]
    return total + total_2, total_dot + total_2_dot
