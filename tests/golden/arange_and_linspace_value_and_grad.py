import math

import numpy as np


def arange_and_linspace_value_and_grad(x, n):
    """The value of arange_and_linspace, and its gradient with respect to x."""
    # forward sweep
    grid = np.linspace(0.0, 1.0, n)
    steps = np.arange(n)
    odd = np.arange(1, 2 * n, 2)
    s = 0.0

    # forward and reverse in one sweep: the iterations are independent
    x_bar = 0.0
    for i in range(n):
        exponential = math.exp(-x * grid[i])
        s += exponential * steps[i] + x ** odd[i]
        x_bar += odd[i] * x ** (odd[i] - 1 if odd[i] != 0 else 0)
        x_bar -= grid[i] * exponential * steps[i]
    return s, x_bar
