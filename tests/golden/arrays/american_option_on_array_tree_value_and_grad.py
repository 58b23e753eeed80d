import numpy as np


def american_option_on_array_tree_value_and_grad(
    spot, strike, rate, volatility, years, steps
):
    """The value of american_option_on_array_tree, and its gradient with respect to
    spot, strike, rate, volatility and years.
    """
    # forward sweep: saves value, prices and held
    dt = years / steps
    sqrt_dt = np.sqrt(dt)
    up = np.exp(volatility * sqrt_dt)
    exponential = np.exp(rate * dt)
    quotient = 1.0 / up
    quotient_2 = 1.0 / up
    p = (exponential - quotient) / (up - quotient_2)
    discount = np.exp(-rate * dt)
    arange_result = np.arange(-steps, steps + 1, 2)
    prices = np.empty(len(arange_result))
    for i in range(len(arange_result)):
        prices[i] = spot * up ** arange_result[i]
    value = np.empty_like(prices)
    for i in range(len(prices)):
        value[i] = np.maximum(strike - prices[i], 0.0)
    value_saved = []
    prices_saved = []
    held_saved = []
    for n in range(steps, 0, -1):
        prices_new = np.empty(max(len(prices) - 1, 0))
        for i in range(len(prices) - 1):
            prices_new[i] = prices[i + 1] / up
        prices_saved.append(prices)
        prices = prices_new
        held = np.empty(max(len(value) - 1, 0))
        held_saved.append(held)
        for i in range(len(value) - 1):
            held[i] = discount * (p * value[i + 1] + (1.0 - p) * value[i])
        if len(held) != len(prices):
            raise ValueError("held and prices have different shapes")
        value_saved.append(value)
        value = np.empty(max(len(value) - 1, 0))
        for i in range(len(held)):
            value[i] = np.maximum(held[i], strike - prices[i])
    value_2 = value[0]

    # reverse sweep
    value_bar = np.zeros_like(value)
    value_bar[0] += 1.0
    prices_bar = np.zeros_like(prices)
    up_bar = 0.0
    p_bar = 0.0
    discount_bar = 0.0
    strike_bar = 0.0
    for n in range(1, steps + 1):
        held = held_saved.pop()
        held_bar = np.empty_like(held)
        for i in range(len(held)):
            held_bar[i] = value_bar[i] if held[i] >= strike - prices[i] else 0.0
            difference_bar = 0.0 if held[i] >= strike - prices[i] else value_bar[i]
            strike_bar += difference_bar
            prices_bar[i] -= difference_bar
        value = value_saved.pop()
        value_bar = np.zeros_like(value)
        for i in range(len(value) - 1):
            discount_bar += (p * value[i + 1] + (1.0 - p) * value[i]) * held_bar[i]
            sum_bar = discount * held_bar[i]
            value_bar[i + 1] += p * sum_bar
            p_bar += (value[i + 1] - value[i]) * sum_bar
            value_bar[i] += (1.0 - p) * sum_bar
        prices = prices_saved.pop()
        prices_new_bar = prices_bar
        prices_bar = np.zeros_like(prices)
        for i in range(len(prices) - 1):
            numerator_bar = prices_new_bar[i] / up
            prices_bar[i + 1] += numerator_bar
            up_bar -= prices[i + 1] * numerator_bar / up
    for i in range(len(prices)):
        difference_bar = value_bar[i] if strike - prices[i] >= 0.0 else 0.0
        strike_bar += difference_bar
        prices_bar[i] -= difference_bar

    # forward and reverse in one sweep: the iterations are independent
    spot_bar = 0.0
    for i in range(len(arange_result)):
        spot_bar += up ** arange_result[i] * prices_bar[i]
        power_bar = spot * prices_bar[i]
        up_bar += (
            arange_result[i]
            * up ** (arange_result[i] - 1 if arange_result[i] != 0 else 0)
            * power_bar
        )
    numerator_bar = p_bar / (up - quotient_2)
    up_bar -= p * numerator_bar + quotient_2 * p * numerator_bar / up
    up_bar += quotient * numerator_bar / up
    rate_bar = dt * exponential * numerator_bar - dt * discount * discount_bar
    dt_bar = rate * exponential * numerator_bar - rate * discount * discount_bar
    volatility_bar = sqrt_dt * up * up_bar
    dt_bar += volatility * up * up_bar / (2.0 * sqrt_dt)
    years_bar = dt_bar / steps
    return value_2, spot_bar, strike_bar, rate_bar, volatility_bar, years_bar
