import numpy as np


def balance_tangent_tangent(
    share, constants, feed, share_dot, share_dot_, constants_dot, feed_dot
):
    """balance_tangent and its tangent."""
    if len(feed) != len(constants):
        raise ValueError("feed and constants have different shapes")
    total_dot_dot = 0.0
    total_dot = 0.0
    total_dot_ = 0.0
    total = 0.0
    for i in range(len(feed)):
        quotient = feed[i] * (constants[i] - 1.0) / (1.0 + share * (constants[i] - 1.0))
        factor = (
            feed_dot[i] * (constants[i] - 1.0)
            + feed[i] * constants_dot[i]
            - quotient * (share_dot_ * (constants[i] - 1.0) + share * constants_dot[i])
        )
        quotient_dot_ = factor / (1.0 + share * (constants[i] - 1.0))
        quotient_dot = (
            -quotient
            * share_dot
            * (constants[i] - 1.0)
            / (1.0 + share * (constants[i] - 1.0))
        )
        factor_2 = (
            -quotient_dot_ * share_dot * (constants[i] - 1.0)
            - quotient * share_dot * constants_dot[i]
            - quotient_dot
            * (share_dot_ * (constants[i] - 1.0) + share * constants_dot[i])
        )
        quotient_dot_dot = factor_2 / (1.0 + share * (constants[i] - 1.0))
        total_dot_dot += quotient_dot_dot
        total_dot += quotient_dot
        total_dot_ += quotient_dot_
        total += quotient
    return total, total_dot, total_dot_, total_dot_dot


def function_jvp_tangent(x, constants, feed, x_dot, x_dot_, constants_dot, feed_dot):
    """function_jvp and its tangent."""
    value, value_dot, value_dot_, value_dot_dot = balance_tangent_tangent(
        x, constants, feed, x_dot, x_dot_, constants_dot, feed_dot
    )
    return value, value_dot, value_dot_, value_dot_dot


def balance_tangent_2(share, constants, feed, constants_dot, feed_dot):
    """balance and its tangent."""
    if len(feed) != len(constants):
        raise ValueError("feed and constants have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(feed)):
        quotient = feed[i] * (constants[i] - 1.0) / (1.0 + share * (constants[i] - 1.0))
        factor = (
            feed_dot[i] * (constants[i] - 1.0)
            + feed[i] * constants_dot[i]
            - quotient * share * constants_dot[i]
        )
        quotient_dot = factor / (1.0 + share * (constants[i] - 1.0))
        total_dot += quotient_dot
        total += quotient
    return total, total_dot


def halved_tangent(constants, feed, low, high, constants_dot, feed_dot):
    """halved and its tangent."""
    returned = False
    start, start_dot = balance_tangent_2(low, constants, feed, constants_dot, feed_dot)
    end, end_dot = balance_tangent_2(high, constants, feed, constants_dot, feed_dot)
    if start == 0.0:
        result = low
    elif end == 0.0:
        result = high
    else:
        if (start > 0.0) == (end > 0.0):
            raise ValueError("f(a) and f(b) must have different signs")
        for _ in range(2000):
            middle = 0.5 * (low + high)
            value, value_dot = balance_tangent_2(
                middle, constants, feed, constants_dot, feed_dot
            )
            if value == 0.0 or middle == low or middle == high:
                result = middle
                returned = True
                break
            else:
                if (value > 0.0) == (start > 0.0):
                    low = middle
                else:
                    high = middle
                if abs(high - low) <= 4e-16 * abs(middle):
                    result = middle
                    returned = True
                    break
        if not returned:
            result = 0.5 * (low + high)
    return result


def polished_tangent(constants, feed, low, high, constants_dot, feed_dot):
    """polished and its tangent."""
    x = halved_tangent(constants, feed, low, high, constants_dot, feed_dot)
    x_dot = 0.0
    for _ in range(2):
        value, slope, value_dot, slope_dot = function_jvp_tangent(
            x, constants, feed, 1.0, x_dot, constants_dot, feed_dot
        )
        step = value / slope
        if not abs(step) <= 1e-06 * (1.0 + abs(x)):
            raise NotImplementedError(
                "not differentiated: in scipy.optimize.brentq: a root where the "
                "function jumps, or is flat, has no derivative"
            )
        x_dot = x_dot - (value_dot - step * slope_dot) / slope
        x = x - step
    return x, x_dot


def vapour_and_liquid_jvp(
    feed,
    critical,
    boiling,
    temperature,
    pressure,
    feed_dot,
    critical_dot,
    boiling_dot,
    temperature_dot,
    pressure_dot,
):
    """The value of vapour_and_liquid, and its derivative in the direction feed_dot,
    critical_dot, boiling_dot, temperature_dot, pressure_dot.
    """
    if len(critical) != len(boiling):
        raise ValueError("critical and reduced have different shapes")
    constants_dot = np.empty_like(critical)
    constants = np.empty_like(critical)
    for i in range(len(boiling)):
        reduced = boiling[i] / temperature
        reduced_dot = (boiling_dot[i] - reduced * temperature_dot) / temperature
        quotient = critical[i] / pressure
        quotient_dot = (critical_dot[i] - quotient * pressure_dot) / pressure
        exponential = np.exp(5.37 * (1.0 - reduced))
        exponential_dot = -5.37 * exponential * reduced_dot
        constants_dot[i] = quotient_dot * exponential + quotient * exponential_dot
        constants[i] = quotient * exponential
    b = 1.0 - 1e-06
    share, share_dot = polished_tangent(
        constants, feed, 1e-06 * 1.0, b * 1.0, constants_dot, feed_dot
    )
    if len(feed) != len(boiling):
        raise ValueError("feed and constants have different shapes")
    vapour_dot = np.empty_like(critical)
    vapour = np.empty_like(critical)
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(boiling)):
        liquid = feed[i] / (1.0 + share * (constants[i] - 1.0))
        term = liquid * (share_dot * (constants[i] - 1.0) + share * constants_dot[i])
        factor = feed_dot[i] - term
        liquid_dot = factor / (1.0 + share * (constants[i] - 1.0))
        vapour_dot[i] = constants_dot[i] * liquid + constants[i] * liquid_dot
        vapour[i] = constants[i] * liquid
        log_vapour = np.log(vapour[i])
        total_dot += vapour_dot[i] * log_vapour + vapour[i] * vapour_dot[i] / vapour[i]
        total += vapour[i] * log_vapour
        log_liquid = np.log(liquid)
        total_2_dot += liquid_dot * log_liquid + liquid * liquid_dot / liquid
        total_2 += liquid * log_liquid
    mixing_dot = total_dot * share + total * share_dot
    mixing = total * share
    mixing_dot += total_2_dot * (1.0 - share) - total_2 * share_dot
    mixing += total_2 * (1.0 - share)
    return share, vapour, mixing, share_dot, vapour_dot, mixing_dot
