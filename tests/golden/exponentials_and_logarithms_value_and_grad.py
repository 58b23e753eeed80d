import math

import numpy as np


def exponentials_and_logarithms_value_and_grad(x, y):
    """The value of exponentials_and_logarithms, and its gradient with respect to x
    and y.
    """
    # forward sweep
    exponential = math.exp(-x)
    expm1_result = math.expm1(0.1 * y)
    exp2_result = np.exp2(x * y)
    a = exponential + expm1_result + exp2_result
    b = math.log(x) + math.log1p(y) + math.log2(x + y) - math.log10(y)

    # reverse sweep
    sum_bar = a / (math.log(2.0) * (x + y))
    y_bar = a / (1.0 + y) + sum_bar - a / (math.log(10.0) * y)
    product_bar = np.log(2.0) * exp2_result * b
    y_bar += x * product_bar + 0.1 * (expm1_result + 1.0) * b
    return a * b, a / x + sum_bar + y * product_bar - exponential * b, y_bar
