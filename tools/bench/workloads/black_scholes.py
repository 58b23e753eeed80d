"""European calls and their five Greeks: each option is an iteration of its own.

The derivative is that of the sum of all prices, so its entries are each option's own.
"""

import math

import numpy as np
from numba import njit

import s2sad


@njit(error_model="numpy")
def normal_cdf(x):
    return 0.5 * (1.0 + math.erf(x / math.sqrt(2.0)))


@njit(error_model="numpy")
def normal_pdf(x):
    return math.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi)


def primal(spot, strike, rate, volatility, maturity):
    total = 0.0
    for i in range(len(spot)):
        spread = volatility[i] * math.sqrt(maturity[i])
        drift = rate[i] + 0.5 * volatility[i] ** 2
        d1 = (math.log(spot[i] / strike[i]) + drift * maturity[i]) / spread
        d2 = d1 - spread
        discount = math.exp(-rate[i] * maturity[i])
        total += spot[i] * normal_cdf(d1) - strike[i] * discount * normal_cdf(d2)
    return total


def by_hand(spot, strike, rate, volatility, maturity):
    """The adjoints of all five arguments, by the chain rule, not by the textbook."""
    spot_bar = np.empty_like(spot)
    strike_bar = np.empty_like(strike)
    rate_bar = np.empty_like(rate)
    volatility_bar = np.empty_like(volatility)
    maturity_bar = np.empty_like(maturity)
    for i in range(len(spot)):
        root = math.sqrt(maturity[i])
        spread = volatility[i] * root
        drift = rate[i] + 0.5 * volatility[i] ** 2
        d1 = (math.log(spot[i] / strike[i]) + drift * maturity[i]) / spread
        d2 = d1 - spread
        discount = math.exp(-rate[i] * maturity[i])
        cdf_d1, cdf_d2 = normal_cdf(d1), normal_cdf(d2)
        d2_bar = -strike[i] * discount * normal_pdf(d2)
        d1_bar = spot[i] * normal_pdf(d1) + d2_bar
        over = d1_bar / spread
        spread_bar = -d1 * over - d2_bar
        drift_bar = maturity[i] * over
        paid = strike[i] * discount * cdf_d2
        spot_bar[i] = cdf_d1 + over / spot[i]
        strike_bar[i] = -discount * cdf_d2 - over / strike[i]
        rate_bar[i] = drift_bar + maturity[i] * paid
        volatility_bar[i] = volatility[i] * drift_bar + root * spread_bar
        maturity_bar[i] = drift * over + rate[i] * paid
        maturity_bar[i] += 0.5 * volatility[i] / root * spread_bar
    return spot_bar, strike_bar, rate_bar, volatility_bar, maturity_bar


def derivative():
    return s2sad.grad(primal, argnums=(0, 1, 2, 3, 4))


def arguments(quick):
    low = np.array([[50.0], [50.0], [0.0], [0.1], [0.1]])
    high = np.array([[150.0], [150.0], [0.08], [0.6], [2.0]])
    size = (5, 10 if quick else 1_000_000)
    return tuple(np.random.default_rng(0).uniform(low, high, size))
