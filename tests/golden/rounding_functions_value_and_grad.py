import math

import numpy as np


def rounding_functions_value_and_grad(x):
    """The value of rounding_functions, and its gradient with respect to x."""
    # forward sweep
    floor_x = math.floor(x)
    a = floor_x * x
    ceil_x = np.ceil(x)
    b = ceil_x * x * x
    c = math.trunc(-x) + round(2.0 * x)
    return a + b * 0.5 + c * x, c + ceil_x * x + floor_x
