import math

import numpy as np


def monte_carlo_asian_option_value_and_grad(spot, volatility, rate, strike, normals):
    """The value of monte_carlo_asian_option, and its gradient with respect to spot,
    volatility, rate, strike and normals.
    """
    # forward sweep
    paths = normals.shape[0]
    steps = normals.shape[1]
    dt = 1.0 / steps
    drift = (rate - 0.5 * volatility**2) * dt
    payoff = 0.0
    for k in range(len(normals)):
        path = normals[k]
        price = spot
        mean = 0.0
        for k_2 in range(len(path)):
            price *= math.exp(drift + volatility * math.sqrt(dt) * path[k_2])
            mean += price / steps
        if mean > strike:
            payoff += mean - strike
    exponential = math.exp(-rate)
    value = exponential * payoff / paths

    # reverse sweep
    normals_bar = np.zeros_like(normals)
    product_bar = 1.0 / paths
    payoff_bar = exponential * product_bar
    rate_bar = -exponential * payoff * product_bar

    # forward and reverse in one sweep: the iterations are independent
    drift_bar = 0.0
    strike_bar = 0.0
    volatility_bar = 0.0
    spot_bar = 0.0
    for k in range(len(normals)):
        path = normals[k]
        price = spot
        mean = 0.0
        price_saved = np.empty(len(path))
        exponential_saved = np.empty(len(path))
        for k_2 in range(len(path)):
            exponential = math.exp(drift + volatility * math.sqrt(dt) * path[k_2])
            exponential_saved[k_2] = exponential
            price_saved[k_2] = price
            price *= exponential
            mean += price / steps
        mean_bar = 0.0
        if mean > strike:
            mean_bar += payoff_bar
            strike_bar -= payoff_bar
        path_bar = normals_bar[k]
        price_bar = 0.0
        for k_2 in range(len(path) - 1, -1, -1):
            price_bar += mean_bar / steps
            exponential = exponential_saved[k_2]
            exponential_bar = price_saved[k_2] * price_bar
            price_bar = exponential * price_bar
            sqrt_dt = math.sqrt(dt)
            sum_bar = exponential * exponential_bar
            drift_bar += sum_bar
            volatility_bar += sqrt_dt * path[k_2] * sum_bar
            path_bar[k_2] += volatility * sqrt_dt * sum_bar
        spot_bar += price_bar
    rate_bar += dt * drift_bar
    volatility_bar -= volatility * dt * drift_bar
    return value, spot_bar, volatility_bar, rate_bar, strike_bar, normals_bar
