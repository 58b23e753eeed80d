import numpy as np


def numpy_functions_of_scalars_value_and_grad(x, y):
    """The value of numpy_functions_of_scalars, and its gradient with respect to x
    and y.
    """
    # forward sweep
    sin_x = np.sin(x)
    exponential = np.exp(-y)
    a = sin_x * exponential + np.arctan2(y, x)
    tanh_y = np.tanh(y)
    b = np.log1p(x * x) + tanh_y - np.arcsin(0.3 * x)
    sqrt_x = np.sqrt(x)
    cosh_y = np.cosh(y)
    expm1_result = np.expm1(-x)

    # reverse sweep
    x_bar = -(expm1_result + 1.0)
    x_bar += cosh_y / (2.0 * sqrt_x) + 2.0 * x * a / (1.0 + x * x)
    x_bar -= 0.3 * a / np.sqrt(1.0 - (0.3 * x) ** 2)
    y_bar = np.sinh(y) * sqrt_x + (1.0 - tanh_y**2) * a
    y_bar += x * b / (x**2 + y**2) - exponential * sin_x * b
    x_bar += np.cos(x) * exponential * b - y * b / (x**2 + y**2)
    return a * b + sqrt_x * cosh_y + expm1_result, x_bar, y_bar
