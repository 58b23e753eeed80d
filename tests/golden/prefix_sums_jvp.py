import math

import numpy as np


def prefix_sums_jvp(x, width, x_dot):
    """The value of prefix_sums, and its derivative in the direction x_dot."""
    total_dot = np.zeros(len(x) + 1)
    total = np.zeros(len(x) + 1)
    for i in range(len(x)):
        total_dot[i + 1] = x_dot[i] * x[i] + x[i] * x_dot[i]
        total[i + 1] = x[i] * x[i]
    for i in range(1, len(total)):
        total_dot[i] += total_dot[i - 1]
        total[i] += total[i - 1]
    s_dot = 0.0
    s = 0.0
    for i in range(width, len(total)):
        root = math.sqrt(total[i] - total[i - width])
        s_dot += (total_dot[i] - total_dot[i - width]) / (2.0 * root)
        s += root
    return s, s_dot
