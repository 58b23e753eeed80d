"""A function defined inside reads and writes an array of the outer one."""

import numpy as np


def nested_function_over_an_array(x):
    y = x * x
    total = np.zeros(1)

    def deposit(i, amount):
        total[0] += amount * y[i]
        y[i] = amount

    for i in range(len(x)):
        deposit(i, x[i] * total[0] + 1.0)
    return total[0] * y[1] * y[2]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
