"""A break ends a sum at the first large element."""

import numpy as np


def break_out_of_a_loop(x):
    s = 0.0
    for i in range(len(x)):
        if x[i] > 5.0:
            break
        s += x[i] ** 3
        s *= x[0]
    return s


EXAMPLE = (np.array([1.2, 0.8, 9.0, 2.0]),)
