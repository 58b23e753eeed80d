import numpy as np


def gather_by_an_index_array_value_and_grad(x, index):
    """The value of gather_by_an_index_array, and its gradient with respect to x."""
    # forward sweep
    s = 1.0
    for k in range(len(index)):
        s = s * 0.5 + x[index[k]] ** 2 * (k + 1)

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for k in range(len(index) - 1, -1, -1):
        x_bar[index[k]] += 2.0 * x[index[k]] * (k + 1) * s_bar
        s_bar = 0.5 * s_bar
    return s, x_bar
