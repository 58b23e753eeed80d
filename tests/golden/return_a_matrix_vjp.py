import math

import numpy as np


def return_a_matrix_vjp(x, width, result_bar):
    """The adjoints of x and width of return_a_matrix, for the adjoint of its result."""
    # forward sweep
    n = len(x)

    # reverse sweep
    x_bar = np.zeros_like(x)
    k_bar = result_bar.copy()
    width_bar = 0.0
    for i in range(n - 1, -1, -1):
        x_i_bar = 0.0
        for j in range(i, -1, -1):
            k_j_i_bar = k_bar[j, i]
            k_bar[j, i] = 0.0
            k_bar[i, j] += k_j_i_bar
            exponential_bar = k_bar[i, j]
            k_bar[i, j] = 0.0
            d = (x[i] - x[j]) / width
            numerator_bar = -d * math.exp(-0.5 * d * d) * exponential_bar / width
            x_i_bar += numerator_bar
            x_bar[j] -= numerator_bar
            width_bar -= d * numerator_bar
        x_bar[i] += x_i_bar
    return x_bar, width_bar
