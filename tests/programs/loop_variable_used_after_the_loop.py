"""The variable of a loop is read after the loop, also after a break."""

import numpy as np


def loop_variable_used_after_the_loop(x):
    s = 0.0
    i = 0
    for i in range(len(x)):
        s += x[i] * x[i]
    s = s * x[i]
    for k in range(len(x)):
        if x[k] > 1.0:
            break
    return s * (k + 1) * x[k] + i * x[0]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
