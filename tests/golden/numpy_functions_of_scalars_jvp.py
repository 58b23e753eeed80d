import numpy as np


def numpy_functions_of_scalars_jvp(x, y, x_dot, y_dot):
    """The value of numpy_functions_of_scalars, and its derivative in the direction
    x_dot, y_dot.
    """
    sin_x_dot = np.cos(x) * x_dot
    sin_x = np.sin(x)
    exponential = np.exp(-y)
    exponential_dot = -exponential * y_dot
    a_dot = (
        sin_x_dot * exponential
        + sin_x * exponential_dot
        + (x * y_dot - y * x_dot) / (x**2 + y**2)
    )
    a = sin_x * exponential + np.arctan2(y, x)
    tanh_y = np.tanh(y)
    tanh_y_dot = (1.0 - tanh_y**2) * y_dot
    b_dot = (
        (x_dot * x + x * x_dot) / (1.0 + x * x)
        + tanh_y_dot
        - 0.3 * x_dot / np.sqrt(1.0 - (0.3 * x) ** 2)
    )
    b = np.log1p(x * x) + tanh_y - np.arcsin(0.3 * x)
    sqrt_x = np.sqrt(x)
    sqrt_x_dot = x_dot / (2.0 * sqrt_x)
    cosh_y_dot = np.sinh(y) * y_dot
    cosh_y = np.cosh(y)
    expm1_result = np.expm1(-x)
    expm1_result_dot = -(expm1_result + 1.0) * x_dot
    value_dot = (
        a_dot * b
        + a * b_dot
        + (sqrt_x_dot * cosh_y + sqrt_x * cosh_y_dot)
        + expm1_result_dot
    )
    return a * b + sqrt_x * cosh_y + expm1_result, value_dot
