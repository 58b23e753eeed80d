"""The likelihood of returns whose variance feeds on itself."""

import math

import numpy as np


def garch_likelihood(returns, omega, alpha, beta):
    variance = omega / (1.0 - alpha - beta)
    s = 0.0
    for i in range(len(returns)):
        s += math.log(variance) + returns[i] ** 2 / variance
        variance = omega + alpha * returns[i] ** 2 + beta * variance
    return 0.5 * s


EXAMPLE = (np.array([0.7, -1.3, 0.4, 0.9]), 0.2, 0.15, 0.6)
