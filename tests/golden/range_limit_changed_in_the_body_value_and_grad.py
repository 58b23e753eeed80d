import numpy as np


def range_limit_changed_in_the_body_value_and_grad(x, n):
    """The value of range_limit_changed_in_the_body, and its gradient with respect to
    x.
    """
    # forward sweep: saves s
    s = 1.0
    stop = n
    s_saved = np.empty(stop)
    for i in range(stop):
        n = n - 1
        s_saved[i] = s
        s = s * x + i * n

    # reverse sweep
    s_bar = 1.0
    x_bar = 1.0 * n
    for i in range(stop - 1, -1, -1):
        x_bar += s_saved[i] * s_bar
        s_bar = x * s_bar
    return s + n * x, x_bar
