import numpy as np


def balance_tangent(share, constants, feed, share_dot):
    """balance and its tangent."""
    if len(feed) != len(constants):
        raise ValueError("feed and constants have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(feed)):
        quotient = feed[i] * (constants[i] - 1.0) / (1.0 + share * (constants[i] - 1.0))
        quotient_dot = (
            -quotient
            * share_dot
            * (constants[i] - 1.0)
            / (1.0 + share * (constants[i] - 1.0))
        )
        total_dot += quotient_dot
        total += quotient
    return total, total_dot


def function_jvp(x, constants, feed, x_dot):
    """The value of function, and its derivative in the direction x_dot."""
    value, value_dot = balance_tangent(x, constants, feed, x_dot)
    return value, value_dot


def balance(share, constants, feed):
    if len(feed) != len(constants):
        raise ValueError("feed and constants have different shapes")
    total = 0.0
    for i in range(len(feed)):
        total += feed[i] * (constants[i] - 1.0) / (1.0 + share * (constants[i] - 1.0))
    return total


def halved(constants, feed, low, high):
    """The middle of what is left when an interval with a change of sign is halved."""
    returned = False
    start = balance(low, constants, feed)
    end = balance(high, constants, feed)
    if start == 0.0:
        result = low
    elif end == 0.0:
        result = high
    else:
        if (start > 0.0) == (end > 0.0):
            raise ValueError("f(a) and f(b) must have different signs")
        for _ in range(2000):
            middle = 0.5 * (low + high)
            value = balance(middle, constants, feed)
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


def polished_forward(constants, feed, low, high):
    """The result of polished, and what polished_reverse reads: slope_saved,
    value_saved and x_saved.
    """
    x = halved(constants, feed, low, high)
    x_saved = np.empty(2)
    value_saved = np.empty(2)
    slope_saved = np.empty(2)
    for k in range(2):
        value, slope = function_jvp(x, constants, feed, 1.0)
        value_saved[k] = value
        slope_saved[k] = slope
        step = value / slope
        if not abs(step) <= 1e-06 * (1.0 + abs(x)):
            raise NotImplementedError(
                "not differentiated: in scipy.optimize.brentq: a root where the "
                "function jumps, or is flat, has no derivative"
            )
        x_saved[k] = x
        x = x - step
    value_2 = x
    return value_2, slope_saved, value_saved, x_saved


def balance_tangent_adjoint(
    share,
    constants,
    feed,
    share_dot,
    result_0_bar,
    result_1_bar,
    constants_bar,
    feed_bar,
):
    """The adjoint of share in balance_tangent; the adjoint of constants and feed is
    added to constants_bar, feed_bar.
    """
    # forward sweep
    if len(feed) != len(constants):
        raise ValueError("feed and constants have different shapes")

    # forward and reverse in one sweep: the iterations are independent
    share_bar = 0.0
    for i in range(len(feed)):
        quotient = feed[i] * (constants[i] - 1.0) / (1.0 + share * (constants[i] - 1.0))
        quotient_dot = (
            -quotient
            * share_dot
            * (constants[i] - 1.0)
            / (1.0 + share * (constants[i] - 1.0))
        )
        quotient_bar = result_0_bar
        numerator_bar = result_1_bar / (1.0 + share * (constants[i] - 1.0))
        quotient_bar -= share_dot * (constants[i] - 1.0) * numerator_bar
        constants_bar[i] -= quotient * share_dot * numerator_bar
        share_bar += (1.0 - constants[i]) * quotient_dot * numerator_bar
        constants_bar[i] -= share * quotient_dot * numerator_bar
        numerator_bar = quotient_bar / (1.0 + share * (constants[i] - 1.0))
        feed_bar[i] += (constants[i] - 1.0) * numerator_bar
        share_bar += (1.0 - constants[i]) * quotient * numerator_bar
        constants_bar[i] += (feed[i] - share * quotient) * numerator_bar
    return share_bar


def function_jvp_adjoint(
    x, constants, feed, x_dot, result_0_bar, result_1_bar, constants_bar, feed_bar
):
    """The adjoint of x in function_jvp; the adjoint of constants and feed is added
    to constants_bar, feed_bar.
    """
    x_bar = balance_tangent_adjoint(
        x, constants, feed, x_dot, result_0_bar, result_1_bar, constants_bar, feed_bar
    )
    return x_bar


def halved_adjoint(constants, feed, low, high, constants_bar, feed_bar):
    """The adjoint of constants and feed is added to constants_bar, feed_bar."""
    # forward sweep
    start = balance(low, constants, feed)
    end = balance(high, constants, feed)
    if start != 0.0:
        if end != 0.0:
            if (start > 0.0) == (end > 0.0):
                raise ValueError("f(a) and f(b) must have different signs")
            for k in range(2000):
                middle = 0.5 * (low + high)
                value = balance(middle, constants, feed)
                if value == 0.0 or middle == low or middle == high:
                    break
                if (value > 0.0) == (start > 0.0):
                    low = middle
                else:
                    high = middle
                if abs(high - low) <= 4e-16 * abs(middle):
                    break


def polished_reverse(
    constants,
    feed,
    low,
    high,
    slope_saved,
    value_saved,
    x_saved,
    result_bar,
    constants_bar,
    feed_bar,
):
    """The adjoint of constants and feed is added to constants_bar, feed_bar, after
    polished_forward.
    """
    x_bar = result_bar
    for k in range(1, -1, -1):
        x = x_saved[k]
        slope = slope_saved[k]
        step = value_saved[k] / slope
        numerator_bar = -x_bar / slope
        slope_bar = -step * numerator_bar
        x_bar += function_jvp_adjoint(
            x, constants, feed, 1.0, numerator_bar, slope_bar, constants_bar, feed_bar
        )
    halved_adjoint(constants, feed, low, high, constants_bar, feed_bar)


def vapour_and_liquid_vjp(
    feed,
    critical,
    boiling,
    temperature,
    pressure,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of feed, critical, boiling, temperature and pressure of
    vapour_and_liquid, for the adjoint of its result.
    """
    # forward sweep
    if len(critical) != len(boiling):
        raise ValueError("critical and reduced have different shapes")
    constants = np.empty_like(critical)
    for i in range(len(boiling)):
        reduced = boiling[i] / temperature
        constants[i] = critical[i] / pressure * np.exp(5.37 * (1.0 - reduced))
    b = 1.0 - 1e-06
    share, slope_saved, value_saved, x_saved = polished_forward(
        constants, feed, 1e-06 * 1.0, b * 1.0
    )
    if len(feed) != len(boiling):
        raise ValueError("feed and constants have different shapes")
    vapour = np.empty_like(critical)
    total = 0.0
    total_2 = 0.0
    for i in range(len(boiling)):
        liquid = feed[i] / (1.0 + share * (constants[i] - 1.0))
        vapour[i] = constants[i] * liquid
        total += vapour[i] * np.log(vapour[i])
        total_2 += liquid * np.log(liquid)

    # reverse sweep
    feed_bar = np.empty_like(feed)
    critical_bar = np.empty_like(critical)
    boiling_bar = np.empty_like(boiling)
    vapour_bar = result_1_bar.copy()
    total_2_bar = (1.0 - share) * result_2_bar
    share_bar = result_0_bar + (total - total_2) * result_2_bar
    total_bar = share * result_2_bar
    constants_bar = np.empty_like(constants)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(boiling)):
        liquid = feed[i] / (1.0 + share * (constants[i] - 1.0))
        log_vapour = np.log(vapour[i])
        liquid_bar = np.log(liquid) * total_2_bar + liquid * total_2_bar / liquid
        log_vapour_bar = vapour[i] * total_bar
        vapour_bar[i] += log_vapour * total_bar + log_vapour_bar / vapour[i]
        constants_bar[i] = liquid * vapour_bar[i]
        liquid_bar += constants[i] * vapour_bar[i]
        numerator_bar = liquid_bar / (1.0 + share * (constants[i] - 1.0))
        feed_bar[i] = numerator_bar
        share_bar += (1.0 - constants[i]) * liquid * numerator_bar
        constants_bar[i] -= share * liquid * numerator_bar
    polished_reverse(
        constants,
        feed,
        1e-06 * 1.0,
        b * 1.0,
        slope_saved,
        value_saved,
        x_saved,
        share_bar,
        constants_bar,
        feed_bar,
    )

    # forward and reverse in one sweep: the iterations are independent
    pressure_bar = 0.0
    temperature_bar = 0.0
    for i in range(len(boiling)):
        reduced = boiling[i] / temperature
        quotient = critical[i] / pressure
        exponential = np.exp(5.37 * (1.0 - reduced))
        numerator_bar = exponential * constants_bar[i] / pressure
        critical_bar[i] = numerator_bar
        pressure_bar -= quotient * numerator_bar
        numerator_bar = -5.37 * exponential * quotient * constants_bar[i] / temperature
        boiling_bar[i] = numerator_bar
        temperature_bar -= reduced * numerator_bar
    return feed_bar, critical_bar, boiling_bar, temperature_bar, pressure_bar
