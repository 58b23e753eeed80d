"""Two names mean one array; writing through one changes the other."""

import numpy as np


def alias_by_two_names(x):
    y = np.zeros(3)
    z = y
    for i in range(3):
        z[i] = x[i] * x[i]
    s = y[0] * y[1]
    y[1] = s
    z[0] = y[1] * z[2]
    return y[0] * z[1] + y[2]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
