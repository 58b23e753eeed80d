import math

import numpy as np


def arange_and_linspace_jvp(x, n, x_dot):
    """The value of arange_and_linspace, and its derivative in the direction x_dot."""
    grid = np.linspace(0.0, 1.0, n)
    steps = np.arange(n)
    odd = np.arange(1, 2 * n, 2)
    s_dot = 0.0
    s = 0.0
    for i in range(n):
        exponential = math.exp(-x * grid[i])
        exponential_dot = -exponential * x_dot * grid[i]
        term = odd[i] * x ** (odd[i] - 1 if odd[i] != 0 else 0) * x_dot
        s_dot += exponential_dot * steps[i] + term
        s += exponential * steps[i] + x ** odd[i]
    return s, s_dot
