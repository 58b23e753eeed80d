"""A function that iterates to a fixed point is called in a loop, and once more."""

import math

import numpy as np


def fixed_point(start, pull):
    x = start
    for _ in range(3):
        x = math.cos(pull * x) + 0.1 * start
    return x


def solver_called_for_each_problem(starts, pull):
    total = 0.0
    for i in range(len(starts)):
        total += fixed_point(starts[i], pull * total) ** 2
    return total * fixed_point(total, pull)


EXAMPLE = (np.array([0.7, -0.3, 1.2]), 0.8)
