import numpy as np


def enumerated_zip_value_and_grad(x, y):
    """The value of enumerated_zip, and its gradient with respect to x and y."""
    # forward sweep: saves s
    s = 1.0
    s_saved = np.empty(min(len(x), len(y)))
    for i in range(min(len(x), len(y))):
        s_saved[i] = s
        s = s * x[i] + y[i] * (i + 1)

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    s_bar = 1.0
    for i in range(min(len(x), len(y)) - 1, -1, -1):
        x_bar[i] += s_saved[i] * s_bar
        y_bar[i] += (i + 1) * s_bar
        s_bar = x[i] * s_bar
    return s, x_bar, y_bar
