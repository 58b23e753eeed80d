import math

import numpy as np


def rounding_functions_jvp(x, x_dot):
    """The value of rounding_functions, and its derivative in the direction x_dot."""
    floor_x = math.floor(x)
    a = floor_x * x
    ceil_x = np.ceil(x)
    b_dot = ceil_x * x_dot * x + ceil_x * x * x_dot
    b = ceil_x * x * x
    c = math.trunc(-x) + round(2.0 * x)
    return a + b * 0.5 + c * x, floor_x * x_dot + 0.5 * b_dot + c * x_dot
