import math


def monte_carlo_asian_option_jvp(
    spot,
    volatility,
    rate,
    strike,
    normals,
    spot_dot,
    volatility_dot,
    rate_dot,
    strike_dot,
    normals_dot,
):
    """The value of monte_carlo_asian_option, and its derivative in the direction
    spot_dot, volatility_dot, rate_dot, strike_dot, normals_dot.
    """
    paths = normals.shape[0]
    steps = normals.shape[1]
    dt = 1.0 / steps
    drift_dot = (rate_dot - volatility * volatility_dot) * dt
    drift = (rate - 0.5 * volatility**2) * dt
    payoff_dot = 0.0
    payoff = 0.0
    for k in range(len(normals)):
        path_dot = normals_dot[k]
        path = normals[k]
        price_dot = spot_dot
        price = spot
        mean_dot = 0.0
        mean = 0.0
        for k_2 in range(len(path)):
            z_dot = path_dot[k_2]
            z = path[k_2]
            sqrt_dt = math.sqrt(dt)
            exponential = math.exp(drift + volatility * sqrt_dt * z)
            term = volatility_dot * sqrt_dt * z + volatility * sqrt_dt * z_dot
            factor = drift_dot + term
            exponential_dot = exponential * factor
            price_dot = price_dot * exponential + price * exponential_dot
            price *= exponential
            mean_dot += price_dot / steps
            mean += price / steps
        if mean > strike:
            payoff_dot += mean_dot - strike_dot
            payoff += mean - strike
    exponential = math.exp(-rate)
    value_dot = (exponential * payoff_dot - exponential * rate_dot * payoff) / paths
    return exponential * payoff / paths, value_dot
