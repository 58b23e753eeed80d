import math

import numpy as np


def prefix_sums_value_and_grad(x, width):
    """The value of prefix_sums, and its gradient with respect to x."""
    # forward sweep
    total = np.zeros(len(x) + 1)
    for i in range(len(x)):
        total[i + 1] = x[i] * x[i]
    for i in range(1, len(total)):
        total[i] += total[i - 1]
    s = 0.0

    # reverse sweep
    x_bar = np.empty_like(x)
    total_bar = np.zeros_like(total)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(width, len(total)):
        root = math.sqrt(total[i] - total[i - width])
        s += root
        difference_bar = 1.0 / (2.0 * root)
        total_bar[i] += difference_bar
        total_bar[i - width] -= difference_bar
    for i in range(len(total) - 1, 0, -1):
        total_bar[i - 1] += total_bar[i]
    for i in range(len(x)):
        x_bar[i] = 2.0 * x[i] * total_bar[i + 1]
        total_bar[i + 1] = 0.0
    return s, x_bar
