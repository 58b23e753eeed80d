import numpy as np


def float32_array_recurrence_value_and_grad(x):
    """The value of float32_array_recurrence, and its gradient with respect to x."""
    # forward sweep
    y = np.zeros_like(x)
    y[0] = x[0]
    for i in range(1, len(x)):
        y[i] = y[i - 1] * x[i] + x[i - 1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[-1] += y[1]
    y_bar[1] += y[-1]
    for i in range(len(x) - 1, 0, -1):
        y_i_bar = y_bar[i]
        y_bar[i] = 0.0
        y_bar[i - 1] += x[i] * y_i_bar
        x_bar[i] += y[i - 1] * y_i_bar
        x_bar[i - 1] += y_i_bar
    x_bar[0] += y_bar[0]
    return y[-1] * y[1], x_bar
