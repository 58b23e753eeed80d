import numpy as np


def helper_that_returns_one_array_twice_value_and_grad(x):
    """The value of helper_that_returns_one_array_twice, and its gradient with
    respect to x.
    """
    # forward sweep
    y = x * x
    a = y
    b = y
    a[0] = 3.0 * b[1]

    # reverse sweep
    y_bar = np.zeros_like(y)
    y_bar[0] += a[1]
    y_bar[1] += b[0]
    a_part_bar = y_bar[0]
    y_bar[0] = 0.0
    y_bar[1] += 3.0 * a_part_bar
    return b[0] * a[1], 2.0 * x * y_bar
