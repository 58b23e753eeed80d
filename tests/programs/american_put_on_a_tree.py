"""An American put on a binomial tree, rolled back in one array."""

import math

import numpy as np


def american_put_on_a_tree(spot, strike, volatility, rate, steps):
    dt = 1.0 / steps
    up = math.exp(volatility * math.sqrt(dt))
    growth = math.exp(rate * dt)
    p = (growth - 1.0 / up) / (up - 1.0 / up)
    value = np.zeros(steps + 1)
    for i in range(steps + 1):
        value[i] = max(strike - spot * up ** (2 * i - steps), 0.0)
    for level in range(steps - 1, -1, -1):
        for i in range(level + 1):
            held = (p * value[i + 1] + (1.0 - p) * value[i]) / growth
            exercised = strike - spot * up ** (2 * i - level)
            value[i] = max(held, exercised)
    return value[0]


EXAMPLE = (1.0, 1.07, 0.3, 0.04, 5)
