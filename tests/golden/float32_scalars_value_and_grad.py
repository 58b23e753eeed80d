import numpy as np


def float32_scalars_value_and_grad(x, y):
    """The value of float32_scalars, and its gradient with respect to x and y."""
    # forward sweep
    two = np.float32(2.0)
    a = x * y + two
    b = a / (x - y * two)

    # reverse sweep
    numerator_bar = a / (x - y * two)
    a_bar = b + numerator_bar
    y_bar = two * b * numerator_bar + x * a_bar
    return a * b - x * x, y * a_bar - 2.0 * x - b * numerator_bar, y_bar
