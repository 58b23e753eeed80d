import math

import numpy as np


def american_put_on_a_tree_value_and_grad(spot, strike, volatility, rate, steps):
    """The value of american_put_on_a_tree, and its gradient with respect to spot,
    strike, volatility and rate.
    """
    # forward sweep: saves value
    dt = 1.0 / steps
    sqrt_dt = math.sqrt(dt)
    up = math.exp(volatility * sqrt_dt)
    growth = math.exp(rate * dt)
    quotient = 1.0 / up
    quotient_2 = 1.0 / up
    p = (growth - quotient) / (up - quotient_2)
    value = np.zeros(steps + 1)
    for i in range(steps + 1):
        value[i] = max(strike - spot * up ** (2 * i - steps), 0.0)
    value_saved = []
    for level in range(steps - 1, -1, -1):
        for i in range(level + 1):
            held = (p * value[i + 1] + (1.0 - p) * value[i]) / growth
            exercised = strike - spot * up ** (2 * i - level)
            value_saved.append(value[i])
            value[i] = max(held, exercised)
    value_2 = value[0]

    # reverse sweep
    value_bar = np.zeros_like(value)
    value_bar[0] += 1.0
    up_bar = 0.0
    growth_bar = 0.0
    p_bar = 0.0
    strike_bar = 0.0
    spot_bar = 0.0
    for level in range(steps):
        for i in range(level, -1, -1):
            value[i] = value_saved.pop()
            held = (p * value[i + 1] + (1.0 - p) * value[i]) / growth
            power = up ** (2 * i - level)
            exercised = strike - spot * power
            held_bar = 0.0 if exercised > held else value_bar[i]
            exercised_bar = value_bar[i] if exercised > held else 0.0
            value_bar[i] = 0.0
            strike_bar += exercised_bar
            spot_bar -= power * exercised_bar
            power_bar = -spot * exercised_bar
            up_bar += (
                (2.0 * i - level)
                * up ** (2.0 * i - level - 1 if 2 * i - level != 0 else 0)
                * power_bar
            )
            numerator_bar = held_bar / growth
            value_bar[i + 1] += p * numerator_bar
            p_bar += (value[i + 1] - value[i]) * numerator_bar
            value_bar[i] += (1.0 - p) * numerator_bar
            growth_bar -= held * numerator_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(steps + 1):
        power = up ** (2 * i - steps)
        difference_bar = 0.0 if 0.0 > strike - spot * power else value_bar[i]
        strike_bar += difference_bar
        spot_bar -= power * difference_bar
        power_bar = -spot * difference_bar
        up_bar += (
            (2.0 * i - steps)
            * up ** (2.0 * i - steps - 1 if 2 * i - steps != 0 else 0)
            * power_bar
        )
    numerator_bar = p_bar / (up - quotient_2)
    growth_bar += numerator_bar
    up_bar -= p * numerator_bar + quotient_2 * p * numerator_bar / up
    up_bar += quotient * numerator_bar / up
    rate_bar = dt * growth * growth_bar
    return value_2, spot_bar, strike_bar, sqrt_dt * up * up_bar, rate_bar
