import math

import numpy as np


def three_nested_loops_value_and_grad(x):
    """The value of three_nested_loops, and its gradient with respect to x."""
    # forward sweep: saves s
    s = x[0]
    s_saved = np.empty(2)
    s_saved_2 = []
    s_last_saved = np.empty((2, 3))
    for i in range(2):
        s_2 = s * x[1]
        for j in range(3):
            s_2 += 0.1 * x[j] * i
            for k in range(j + 1):
                s_saved_2.append(s_2)
                s_2 = s_2 * 0.9 + 0.1 * math.sin(s_2 * x[k])
            s_last_saved[i, j] = s_2
            s_2 -= 0.05 * s_2 * s_2
        s_saved[i] = s
        s = s_2 + x[2] * x[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(1, -1, -1):
        s_2_bar = s_bar
        x_bar[2] += 2.0 * x[2] * s_bar
        for j in range(2, -1, -1):
            s_2 = s_last_saved[i, j]
            s_2_bar = (1.0 - 0.1 * s_2) * s_2_bar
            for k in range(j, -1, -1):
                s_2 = s_saved_2.pop()
                product_bar = 0.1 * math.cos(s_2 * x[k]) * s_2_bar
                x_bar[k] += s_2 * product_bar
                s_2_bar = 0.9 * s_2_bar + x[k] * product_bar
            x_bar[j] += 0.1 * i * s_2_bar
        s_bar = x[1] * s_2_bar
        x_bar[1] += s_saved[i] * s_2_bar
    x_bar[0] += s_bar
    return s, x_bar
