import math

import numpy as np


def signs_degrees_and_float_remainder_jvp(x, y, x_dot, y_dot):
    """The value of signs_degrees_and_float_remainder, and its derivative in the
    direction x_dot, y_dot.
    """
    copysign_result_dot = math.copysign(1.0, x) * math.copysign(1.0, y) * x_dot
    copysign_result = math.copysign(x, y)
    a_dot = copysign_result_dot * x + copysign_result * x_dot
    a = copysign_result * x
    b_dot = -3.0 * x_dot - np.trunc(-3.0 * x / y) * y_dot
    b = np.fmod(-x * 3.0, y)
    radians_result_dot = math.radians(50.0 * x_dot)
    radians_result = math.radians(50.0 * x)
    value_dot = (
        a_dot
        + (b_dot * radians_result + b * radians_result_dot)
        + 0.01 * math.degrees(y_dot)
    )
    return a + b * radians_result + 0.01 * math.degrees(y), value_dot
