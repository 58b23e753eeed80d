import numpy as np


def elementwise_array_arithmetic_value_and_grad(x, y):
    """The value of elementwise_array_arithmetic, and its gradient with respect to x
    and y.
    """
    # forward sweep
    if x.shape != y.shape:
        raise ValueError("x and y have different shapes")
    quotient = y / (1.0 + x**2)
    z = x * y - quotient
    exponential = np.exp(-x)
    w = np.sin(z) + exponential * 2.0
    w_2 = -w + z

    # reverse sweep
    product_bar = x.copy()
    w_2_bar = 2.0 * w_2 * product_bar
    x_bar = w_2 * w_2
    w_bar = -w_2_bar
    z_bar = w_2_bar + np.cos(z) * w_bar
    exponential_bar = 2.0 * w_bar
    x_bar += y * z_bar - exponential * exponential_bar
    y_bar = x * z_bar
    quotient_bar = -z_bar
    y_bar += quotient_bar / (1.0 + x**2)
    x_bar -= 2.0 * x * quotient * quotient_bar / (1.0 + x**2)
    return np.sum(w_2 * w_2 * x), x_bar, y_bar
