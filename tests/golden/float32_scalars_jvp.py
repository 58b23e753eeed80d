import numpy as np


def float32_scalars_jvp(x, y, x_dot, y_dot):
    """The value of float32_scalars, and its derivative in the direction x_dot,
    y_dot.
    """
    two = np.float32(2.0)
    a_dot = x_dot * y + x * y_dot
    a = x * y + two
    b = a / (x - y * two)
    b_dot = (a_dot - b * (x_dot - y_dot * two)) / (x - y * two)
    return a * b - x * x, a_dot * b + a * b_dot - (x_dot * x + x * x_dot)
