"""The program overwrites its own argument with a recurrence."""

import math

import numpy as np


def argument_changed_in_place(x):
    for i in range(1, len(x)):
        x[i] = x[i - 1] * x[i]
    x[0] = math.sin(x[len(x) - 1])
    return x[0] * x[1]


WRITES = ("x",)

EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
