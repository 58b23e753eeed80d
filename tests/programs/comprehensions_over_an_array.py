"""A comprehension fills an array, a generator adds, and tuples are taken apart."""

import math

import numpy as np


def comprehensions_over_an_array(x, weights):
    squares = np.array([math.sin(v) * v for v in x])
    total = sum(w * s for w, s in zip(weights, squares))
    powers = [total**k for k in (1, 2, 3)]
    return max(powers) + powers[0] * powers[1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]), np.array([0.5, 1.2, 2.0]))
