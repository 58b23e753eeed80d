"""Helpers are called, and what they give or write is not used."""

import numpy as np


def scaled(p, q):
    return p * q


def fill(p, q):
    p[0] = p[0] * q[1]


def call_whose_result_is_not_used(x, a):
    for i in range(2):
        unused = np.ones(3)
        fill(unused, a)
    k = 0
    while k < 2:
        scaled(a, x)
        k += 1
    return np.sum(a) * x


EXAMPLE = (0.7, np.array([0.4, 1.2, -0.3]))
