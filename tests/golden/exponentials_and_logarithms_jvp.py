import math

import numpy as np


def exponentials_and_logarithms_jvp(x, y, x_dot, y_dot):
    """The value of exponentials_and_logarithms, and its derivative in the direction
    x_dot, y_dot.
    """
    exponential = math.exp(-x)
    expm1_result = math.expm1(0.1 * y)
    exp2_result = np.exp2(x * y)
    exp2_result_dot = np.log(2.0) * exp2_result * (x_dot * y + x * y_dot)
    a_dot = 0.1 * (expm1_result + 1.0) * y_dot - exponential * x_dot + exp2_result_dot
    a = exponential + expm1_result + exp2_result
    b_dot = (
        x_dot / x
        + y_dot / (1.0 + y)
        + (x_dot + y_dot) / (math.log(2.0) * (x + y))
        - y_dot / (math.log(10.0) * y)
    )
    b = math.log(x) + math.log1p(y) + math.log2(x + y) - math.log10(y)
    return a * b, a_dot * b + a * b_dot
