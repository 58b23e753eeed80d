import math

import numpy as np


def american_put_on_a_tree_jvp(
    spot,
    strike,
    volatility,
    rate,
    steps,
    spot_dot,
    strike_dot,
    volatility_dot,
    rate_dot,
):
    """The value of american_put_on_a_tree, and its derivative in the direction
    spot_dot, strike_dot, volatility_dot, rate_dot.
    """
    dt = 1.0 / steps
    sqrt_dt = math.sqrt(dt)
    up = math.exp(volatility * sqrt_dt)
    up_dot = up * volatility_dot * sqrt_dt
    growth = math.exp(rate * dt)
    growth_dot = growth * rate_dot * dt
    quotient = 1.0 / up
    quotient_dot = -quotient * up_dot / up
    quotient_2 = 1.0 / up
    quotient_2_dot = -quotient_2 * up_dot / up
    p = (growth - quotient) / (up - quotient_2)
    factor = growth_dot - quotient_dot - p * (up_dot - quotient_2_dot)
    p_dot = factor / (up - quotient_2)
    value_dot = np.empty(steps + 1)
    value = np.zeros(steps + 1)
    for i in range(steps + 1):
        power_dot = (
            (2 * i - steps)
            * up ** (2 * i - steps - 1 if 2 * i - steps != 0 else 0)
            * up_dot
        )
        power = up ** (2 * i - steps)
        value_dot[i] = (
            0.0
            if 0.0 > strike - spot * power
            else strike_dot - (spot_dot * power + spot * power_dot)
        )
        value[i] = max(strike - spot * power, 0.0)
    for level in range(steps - 1, -1, -1):
        for i in range(level + 1):
            held = (p * value[i + 1] + (1.0 - p) * value[i]) / growth
            factor_2 = (
                p_dot * value[i + 1]
                + p * value_dot[i + 1]
                + ((1.0 - p) * value_dot[i] - p_dot * value[i])
                - held * growth_dot
            )
            held_dot = factor_2 / growth
            power_dot = (
                (2 * i - level)
                * up ** (2 * i - level - 1 if 2 * i - level != 0 else 0)
                * up_dot
            )
            power = up ** (2 * i - level)
            exercised_dot = strike_dot - (spot_dot * power + spot * power_dot)
            exercised = strike - spot * power
            value_dot[i] = exercised_dot if exercised > held else held_dot
            value[i] = max(held, exercised)
    return value[0], value_dot[0]
