import math

import numpy as np


def return_a_tuple_of_arrays_jvp(x, x_dot):
    """The value of return_a_tuple_of_arrays, and its derivative in the direction
    x_dot.
    """
    total_dot = 0.0
    total = 0.0
    y_dot = np.empty_like(x)
    y = np.zeros_like(x)
    for i in range(len(x)):
        total_dot += x_dot[i] * x[i] + x[i] * x_dot[i]
        total += x[i] * x[i]
        y_dot[i] = total_dot * x[i] + total * x_dot[i]
        y[i] = total * x[i]
    value = math.sqrt(total)
    return y, value, y_dot, total_dot / (2.0 * value)
