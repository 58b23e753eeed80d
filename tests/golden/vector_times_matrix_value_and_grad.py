import numpy as np


def vector_times_matrix_value_and_grad(x, a):
    """The value of vector_times_matrix, and its gradient with respect to x and a."""
    # forward sweep
    if len(x) != a.shape[0]:
        raise ValueError("x and a have different shapes")
    y = x @ a
    if len(x[:2]) != a[1:].shape[0]:
        raise ValueError("x[:2] and a[1:] have different shapes")
    z = x[:2] @ a[1:] + a[0]

    # reverse sweep
    a_bar = np.zeros_like(a)
    y_bar = z.copy()
    z_bar = y.copy()
    a_bar[:, 1] += x
    x_bar = a[:, 1].copy()
    x_bar[:2] += a[1:] @ z_bar
    a_bar[1:] += np.outer(x[:2], z_bar)
    a_bar[0] += z_bar
    x_bar += a @ y_bar
    a_bar += np.outer(x, y_bar)
    return y @ z + np.sum(a[:, 1] * x), x_bar, a_bar
