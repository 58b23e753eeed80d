import numpy as np


def american_option_on_array_tree_jvp(
    spot,
    strike,
    rate,
    volatility,
    years,
    steps,
    spot_dot,
    strike_dot,
    rate_dot,
    volatility_dot,
    years_dot,
):
    """The value of american_option_on_array_tree, and its derivative in the
    direction spot_dot, strike_dot, rate_dot, volatility_dot, years_dot.
    """
    dt = years / steps
    dt_dot = years_dot / steps
    sqrt_dt = np.sqrt(dt)
    up = np.exp(volatility * sqrt_dt)
    up_dot = up * (volatility_dot * sqrt_dt + volatility * dt_dot / (2.0 * sqrt_dt))
    exponential = np.exp(rate * dt)
    exponential_dot = exponential * (rate_dot * dt + rate * dt_dot)
    quotient = 1.0 / up
    quotient_dot = -quotient * up_dot / up
    quotient_2 = 1.0 / up
    quotient_2_dot = -quotient_2 * up_dot / up
    p = (exponential - quotient) / (up - quotient_2)
    factor = exponential_dot - quotient_dot - p * (up_dot - quotient_2_dot)
    p_dot = factor / (up - quotient_2)
    discount = np.exp(-rate * dt)
    discount_dot = discount * (-rate_dot * dt - rate * dt_dot)
    arange_result = np.arange(-steps, steps + 1, 2)
    prices_dot = np.zeros(len(arange_result))
    prices = np.empty(len(arange_result))
    for i in range(len(arange_result)):
        power_dot = (
            arange_result[i]
            * up ** (arange_result[i] - 1 if arange_result[i] != 0 else 0)
            * up_dot
        )
        power = up ** arange_result[i]
        prices_dot[i] = spot_dot * power + spot * power_dot
        prices[i] = spot * power
    value_dot = np.empty_like(prices)
    value = np.empty_like(prices)
    for i in range(len(prices)):
        value_dot[i] = strike_dot - prices_dot[i] if strike - prices[i] >= 0.0 else 0.0
        value[i] = np.maximum(strike - prices[i], 0.0)
    for n in range(steps, 0, -1):
        prices_new_dot = np.zeros(max(len(prices) - 1, 0))
        prices_new = np.empty(max(len(prices) - 1, 0))
        for i in range(len(prices) - 1):
            quotient = prices[i + 1] / up
            prices_new_dot[i] = (prices_dot[i + 1] - quotient * up_dot) / up
            prices_new[i] = quotient
        prices_dot = prices_new_dot
        prices = prices_new
        held_dot = np.zeros(max(len(value) - 1, 0))
        held = np.empty(max(len(value) - 1, 0))
        for i in range(len(value) - 1):
            factor_2 = (
                p_dot * value[i + 1]
                + p * value_dot[i + 1]
                + ((1.0 - p) * value_dot[i] - p_dot * value[i])
            )
            term = discount * factor_2
            term_2 = discount_dot * (p * value[i + 1] + (1.0 - p) * value[i])
            held_dot[i] = term_2 + term
            held[i] = discount * (p * value[i + 1] + (1.0 - p) * value[i])
        if len(held) != len(prices):
            raise ValueError("held and prices have different shapes")
        value_dot = np.zeros(max(len(value) - 1, 0))
        value = np.empty(max(len(value) - 1, 0))
        for i in range(len(held)):
            value_dot[i] = (
                held_dot[i]
                if held[i] >= strike - prices[i]
                else strike_dot - prices_dot[i]
            )
            value[i] = np.maximum(held[i], strike - prices[i])
    return value[0], value_dot[0]
