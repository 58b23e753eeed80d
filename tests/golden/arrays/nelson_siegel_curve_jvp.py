import numpy as np


def nelson_siegel_curve_jvp(
    level,
    slope,
    curve,
    tau,
    times,
    flows,
    market,
    level_dot,
    slope_dot,
    curve_dot,
    tau_dot,
    times_dot,
    flows_dot,
    market_dot,
):
    """The value of nelson_siegel_curve, and its derivative in the direction
    level_dot, slope_dot, curve_dot, tau_dot, times_dot, flows_dot, market_dot.
    """
    discount_dot = np.empty_like(times)
    discount = np.empty_like(times)
    for i in range(len(times)):
        x = times[i] / tau
        x_dot = (times_dot[i] - x * tau_dot) / tau
        expm1_result = np.expm1(-x)
        load = -expm1_result / x
        load_dot = ((expm1_result + 1.0) * x_dot - load * x_dot) / x
        exponential = np.exp(-x)
        exponential_dot = -exponential * x_dot
        yields_dot = (
            level_dot
            + (slope_dot * load + slope * load_dot)
            + (curve_dot * (load - exponential) + curve * (load_dot - exponential_dot))
        )
        yields = level + slope * load + curve * (load - exponential)
        exponential = np.exp(-yields * times[i])
        exponential_dot = exponential * (-yields_dot * times[i] - yields * times_dot[i])
        discount_dot[i] = exponential_dot
        discount[i] = exponential
    if flows.shape[1] != len(times):
        raise ValueError("flows and discount have different shapes")
    if flows.shape[0] != len(market):
        raise ValueError("prices and market have different shapes")
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(flows.shape[0]):
        prices_dot = 0.0
        prices = 0.0
        total_dot = 0.0
        total = 0.0
        for j in range(len(times)):
            prices_dot += flows_dot[i, j] * discount[j] + flows[i, j] * discount_dot[j]
            prices += flows[i, j] * discount[j]
            factor = flows_dot[i, j] * discount[j] + flows[i, j] * discount_dot[j]
            term = factor * times[j]
            total_dot += term + flows[i, j] * discount[j] * times_dot[j]
            total += flows[i, j] * discount[j] * times[j]
        duration = total / prices
        duration_dot = (total_dot - duration * prices_dot) / prices
        quotient = (prices - market[i]) / duration
        quotient_dot = (prices_dot - market_dot[i] - quotient * duration_dot) / duration
        total_2_dot += 2.0 * quotient * quotient_dot
        total_2 += quotient**2
    return total_2 / flows.shape[0], total_2_dot / flows.shape[0]
