import numpy as np


def nelson_siegel_curve_value_and_grad(level, slope, curve, tau, times, flows, market):
    """The value of nelson_siegel_curve, and its gradient with respect to level,
    slope, curve, tau, times, flows and market.
    """
    # forward sweep
    discount = np.empty_like(times)
    for i in range(len(times)):
        x = times[i] / tau
        load = -np.expm1(-x) / x
        yields = level + slope * load + curve * (load - np.exp(-x))
        discount[i] = np.exp(-yields * times[i])
    if flows.shape[1] != len(times):
        raise ValueError("flows and discount have different shapes")
    if flows.shape[0] != len(market):
        raise ValueError("prices and market have different shapes")
    total_2 = 0.0

    # reverse sweep
    times_bar = np.zeros_like(times)
    flows_bar = np.empty_like(flows)
    market_bar = np.empty_like(market)
    total_2_bar = 1.0 / flows.shape[0]
    discount_bar = np.zeros_like(discount)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(flows.shape[0]):
        prices = 0.0
        total = 0.0
        for j in range(len(times)):
            prices += flows[i, j] * discount[j]
            total += flows[i, j] * discount[j] * times[j]
        duration = total / prices
        quotient = (prices - market[i]) / duration
        total_2 += quotient**2
        numerator_bar = 2.0 * quotient * total_2_bar / duration
        market_bar[i] = -numerator_bar
        numerator_bar_2 = -quotient * numerator_bar / prices
        prices_bar = numerator_bar - duration * numerator_bar_2
        for j in range(len(times)):
            flows_bar[i, j] = discount[j] * times[j] * numerator_bar_2
            discount_bar[j] += flows[i, j] * times[j] * numerator_bar_2
            times_bar[j] += flows[i, j] * discount[j] * numerator_bar_2
            flows_bar[i, j] += discount[j] * prices_bar
            discount_bar[j] += flows[i, j] * prices_bar
    value = total_2 / flows.shape[0]

    # forward and reverse in one sweep: the iterations are independent
    tau_bar = 0.0
    curve_bar = 0.0
    slope_bar = 0.0
    level_bar = 0.0
    for i in range(len(times)):
        x = times[i] / tau
        expm1_result = np.expm1(-x)
        load = -expm1_result / x
        exponential = np.exp(-x)
        yields = level + slope * load + curve * (load - exponential)
        exponential_2 = discount[i]
        exponential_2_bar = discount_bar[i]
        yields_bar = -times[i] * exponential_2 * exponential_2_bar
        level_bar += yields_bar
        slope_bar += load * yields_bar
        curve_bar += (load - exponential) * yields_bar
        numerator_bar = (slope + curve) * yields_bar / x
        x_bar = exponential * curve * yields_bar - load * numerator_bar
        x_bar += (expm1_result + 1.0) * numerator_bar
        numerator_bar = x_bar / tau
        times_bar[i] += numerator_bar - yields * exponential_2 * exponential_2_bar
        tau_bar -= x * numerator_bar
    return (
        value,
        level_bar,
        slope_bar,
        curve_bar,
        tau_bar,
        times_bar,
        flows_bar,
        market_bar,
    )
