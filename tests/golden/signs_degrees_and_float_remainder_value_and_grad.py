import math

import numpy as np


def signs_degrees_and_float_remainder_value_and_grad(x, y):
    """The value of signs_degrees_and_float_remainder, and its gradient with respect
    to x and y.
    """
    # forward sweep
    copysign_result = math.copysign(x, y)
    a = copysign_result * x
    b = np.fmod(-x * 3.0, y)
    radians_result = math.radians(50.0 * x)

    # reverse sweep
    y_bar = math.degrees(0.01) - np.trunc(-3.0 * x / y) * radians_result
    x_bar = 50.0 * math.radians(b) - 3.0 * radians_result + copysign_result
    x_bar += math.copysign(1.0, x) * math.copysign(1.0, y) * x
    return a + b * radians_result + 0.01 * math.degrees(y), x_bar, y_bar
