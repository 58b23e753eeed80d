import numpy as np


def helper_that_returns_one_array_twice_value_and_grad(x):
    """The value of helper_that_returns_one_array_twice, and its gradient with
    respect to x.
    """
    # forward sweep
    a = np.empty_like(x)
    for i in range(len(x)):
        a[i] = x[i] * x[i]
    b = a
    a[0] = 3.0 * b[1]

    # reverse sweep
    x_bar = np.empty_like(x)
    a_bar = np.zeros_like(a)
    a_bar[0] += a[1]
    a_bar[1] += b[0]
    a_part_bar = a_bar[0]
    a_bar[0] = 0.0
    a_bar[1] += 3.0 * a_part_bar
    for i in range(len(x)):
        x_bar[i] = 2.0 * x[i] * a_bar[i]
    return b[0] * a[1], x_bar
