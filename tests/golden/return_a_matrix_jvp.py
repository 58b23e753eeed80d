import math

import numpy as np


def return_a_matrix_jvp(x, width, x_dot, width_dot):
    """The value of return_a_matrix, and its derivative in the direction x_dot,
    width_dot.
    """
    n = len(x)
    k_dot = np.zeros((n, n))
    k = np.zeros((n, n))
    for i in range(n):
        for j in range(i + 1):
            d = (x[i] - x[j]) / width
            d_dot = (x_dot[i] - x_dot[j] - d * width_dot) / width
            exponential = math.exp(-0.5 * d * d)
            k_dot[i, j] = exponential * (-0.5 * d_dot * d - 0.5 * d * d_dot)
            k[i, j] = exponential
            k_dot[j, i] = k_dot[i, j]
            k[j, i] = k[i, j]
    return k, k_dot
