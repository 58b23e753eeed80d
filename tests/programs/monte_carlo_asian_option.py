"""Paths of a price are driven by given normals; the mean is paid beyond the strike."""

import math

import numpy as np


def monte_carlo_asian_option(spot, volatility, rate, strike, normals):
    paths, steps = normals.shape
    dt = 1.0 / steps
    drift = (rate - 0.5 * volatility**2) * dt
    payoff = 0.0
    for path in normals:
        price = spot
        mean = 0.0
        for z in path:
            price *= math.exp(drift + volatility * math.sqrt(dt) * z)
            mean += price / steps
        if mean > strike:
            payoff += mean - strike
    return math.exp(-rate) * payoff / paths


EXAMPLE = (1.0, 0.3, 0.05, 0.95, np.array([[0.7, 1.3], [-0.9, 0.2], [0.1, -0.2]]))
