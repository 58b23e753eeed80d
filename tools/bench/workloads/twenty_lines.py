"""A function of twenty lines, of an everyday kind, to be transformed."""

import math

import numpy as np


def primal(x, weights, rate):
    total = 0.0
    momentum = 0.0
    for i in range(1, len(x) - 1):
        left = x[i] - x[i - 1]
        right = x[i + 1] - x[i]
        bend = right - left
        if bend > 0.0:
            force = math.sin(bend) * weights[i]
        else:
            force = bend * bend / (1.0 + weights[i] ** 2)
        momentum = rate * momentum + force
        total += momentum * momentum
    scale = 0.0
    for i in range(len(weights)):
        scale += weights[i] * math.exp(-rate * weights[i])
    energy = total / (1.0 + scale * scale)
    penalty = math.log(1.0 + energy)
    result = energy + rate * penalty
    return result


def arguments():
    return np.linspace(0.0, 1.0, 8) ** 2, np.linspace(0.5, 1.5, 8), 0.9
