import numpy as np


def helper_returns_its_argument_value_and_grad(x):
    """The value of helper_returns_its_argument, and its gradient with respect to x."""
    # forward sweep
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * x[i]
    for i in range(len(y)):
        y[i] *= 2.0
    z = y
    z[0] = z[1] * z[2]

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    y_bar[2] += 1.0
    z_part_bar = y_bar[0]
    y_bar[0] = 0.0
    y_bar[1] += z[2] * z_part_bar
    y_bar[2] += z[1] * z_part_bar
    for i in range(len(y)):
        y_bar[i] = 2.0 * y_bar[i]
    for i in range(len(x)):
        x_bar[i] = 2.0 * x[i] * y_bar[i]
    return y[0] * y[1] + z[2], x_bar
