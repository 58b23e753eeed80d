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
    z_dot = x_dot[:2] @ a[1:] + x[:2] @ a_dot[1:] + a_dot[0]
    z = x[:2] @ a[1:] + a[0]
    value_dot = y_dot @ z + y @ z_dot + np.sum(a_dot[:, 1] * x + a[:, 1] * x_dot)
    return y @ z + np.sum(a[:, 1] * x), value_dot
