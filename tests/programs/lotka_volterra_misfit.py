"""Predators and prey are integrated and compared with observations on the way."""

import math

import numpy as np


def lotka_volterra_misfit(parameters, initial, observed):
    a, b, c, d = parameters
    prey = initial[0]
    predator = initial[1]
    misfit = 0.0
    for k in range(observed.shape[0]):
        for _ in range(3):
            growth = a * prey - b * prey * predator
            decay = d * prey * predator - c * predator
            prey += 0.1 * growth
            predator += 0.1 * decay
        misfit += (math.log(prey) - observed[k, 0]) ** 2
        misfit += (math.log(predator) - observed[k, 1]) ** 2
    return misfit


EXAMPLE = (
    (0.9, 0.5, 0.8, 0.4),
    np.array([1.3, 0.7]),
    np.array([[0.4, -0.3], [0.5, -0.2]]),
)
