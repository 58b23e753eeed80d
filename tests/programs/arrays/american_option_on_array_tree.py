"""An American put on a binomial tree whose levels are whole arrays."""

import numpy as np


def american_option_on_array_tree(spot, strike, rate, volatility, years, steps):
    dt = years / steps
    up = np.exp(volatility * np.sqrt(dt))
    p = (np.exp(rate * dt) - 1.0 / up) / (up - 1.0 / up)
    discount = np.exp(-rate * dt)
    prices = spot * up ** np.arange(-steps, steps + 1, 2)
    value = np.maximum(strike - prices, 0.0)
    for n in range(steps, 0, -1):
        prices = prices[1:] / up
        held = discount * (p * value[1:] + (1.0 - p) * value[:-1])
        value = np.maximum(held, strike - prices)
    return value[0]


EXAMPLE = (1.02, 1.1, 0.05, 0.3, 0.8, 4)
