import numpy as np


def helper_that_returns_one_array_twice_value_and_grad(x):
    """The value of helper_that_returns_one_array_twice, and its gradient with
    respect to x.
    """
    # forward sweep
    y = np.empty_like(x)
    for i in range(len(x)):
        y[i] = x[i] * x[i]
    a = y
    b = y
    a[0] = 3.0 * b[1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += a[1]
    y_bar[1] += b[0]
    a_part_bar = y_bar[0]
    y_bar[0] = 0.0
    y_bar[1] += 3.0 * a_part_bar
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * y_bar[i]
    return b[0] * a[1], x_bar
