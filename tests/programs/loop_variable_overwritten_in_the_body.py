"""The body changes the loop's variable, which the next trip sets anew."""

import numpy as np


def loop_variable_overwritten_in_the_body(x):
    s = 1.0
    for i in range(len(x)):
        i = (2 * i + 1) % len(x)
        s = s * x[i] + 0.5
        i += 1
        s += i * x[0]
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4, 0.9]),)
