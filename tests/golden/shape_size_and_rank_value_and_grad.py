import numpy as np


def shape_size_and_rank_value_and_grad(a):
    """The value of shape_size_and_rank, and its gradient with respect to a."""
    # forward sweep
    rows = a.shape[0]
    columns = a.shape[1]
    s = 0.0
    for i in range(rows):
        for j in range(columns):
            s += a[i, j] ** 2
    mean = s / a.size

    # reverse sweep
    a_bar = np.zeros_like(a)
    a_bar[0, 0] += a.shape[1] * len(a)
    s_bar = 2.0 / a.size
    for i in range(rows):
        for j in range(columns):
            a_bar[i, j] += 2.0 * a[i, j] * s_bar
    return mean * 2 + a[0, 0] * a.shape[1] * len(a), a_bar
