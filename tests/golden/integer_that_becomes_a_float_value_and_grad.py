import numpy as np


def integer_that_becomes_a_float_value_and_grad(x, n):
    """The value of integer_that_becomes_a_float, and its gradient with respect to x."""
    # forward sweep: saves s
    s = 1
    count = 0
    s_saved = np.empty(n)
    for i in range(n):
        s_saved[i] = s
        s = s * x + i
        count += 1
    s /= count

    # reverse sweep
    s_bar = 2.0 * s
    s_bar = s_bar / count
    x_bar = 0.0
    for i in range(n - 1, -1, -1):
        x_bar += s_saved[i] * s_bar
        s_bar = x * s_bar
    return s * s, x_bar
