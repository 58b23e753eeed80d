"""Volatilities from prices, by root finding, and the slope of their smile."""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm


def implied_volatilities(forward, strikes, time, prices):
    def gap(sigma, strike, price):
        spread = sigma * np.sqrt(time)
        d1 = np.log(forward / strike) / spread + 0.5 * spread
        call = forward * norm.cdf(d1) - strike * norm.cdf(d1 - spread)
        return call - price

    found = np.array(
        [
            brentq(gap, 0.01, 3.0, args=(k, p), xtol=1e-15)
            for k, p in zip(strikes, prices)
        ]
    )
    moneyness = np.log(strikes / forward)
    return found, np.polyfit(moneyness, found, 1)


EXAMPLE = (
    1.05,
    np.array([0.8, 0.95, 1.1, 1.3]),
    0.7,
    np.array([0.28, 0.17, 0.09, 0.04]),
)
