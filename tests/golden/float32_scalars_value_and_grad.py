import numpy as np


def float32_scalars_value_and_grad(x, y):
    """The value of float32_scalars, and its gradient with respect to x and y."""
    # forward sweep
    two = np.float32(2.0)
    a = x * y + two
    b = a / (x - y * two)

    # reverse sweep
    a_bar = b + a / (x - y * two)
    x_bar = -2.0 * x
    difference_bar = -b * a / (x - y * two)
    x_bar += difference_bar + y * a_bar
    return a * b - x * x, x_bar, -two * difference_bar + x * a_bar
