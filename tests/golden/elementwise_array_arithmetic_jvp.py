import numpy as np


def elementwise_array_arithmetic_jvp(x, y, x_dot, y_dot):
    """The value of elementwise_array_arithmetic, and its derivative in the direction
    x_dot, y_dot.
    """
    if x.shape != y.shape:
        raise ValueError("x and y have different shapes")
    quotient = y / (1.0 + x**2)
    quotient_dot = (y_dot - 2.0 * quotient * x * x_dot) / (1.0 + x**2)
    z_dot = x_dot * y + x * y_dot - quotient_dot
    z = x * y - quotient
    exponential = np.exp(-x)
    exponential_dot = -exponential * x_dot
    w_dot = np.cos(z) * z_dot + 2.0 * exponential_dot
    w = np.sin(z) + exponential * 2.0
    w_dot = z_dot - w_dot
    w = -w + z
    value = np.sum(w * w * x)
    return value, np.sum((w_dot * w + w * w_dot) * x + w * w * x_dot)
