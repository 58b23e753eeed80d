import math

import numpy as np


def exp_square(scale, x):
    """exp(scale * x**2), the square in parts so that its rounding is not magnified."""
    if not abs(x) < 40.0:
        result = math.exp(scale * x * x)
    else:
        high = math.floor(16.0 * x) / 16.0
        factor = math.exp(scale * (x - high) * (x + high))
        result = math.exp(scale * high * high) * factor
    return result


def erfcx_repeated(n, x):
    """exp(x**2) times the n-th repeated integral of erfc:
    s2sad.library.special_error.erfcx_repeated(n, x).
    """
    before = 2.0 / math.sqrt(math.pi)
    if x > 2.0:
        ratio = 0.0
        value = before
        for k in range(n + 20 + int(180.0 / (x * x)), -1, -1):
            ratio = 0.5 / (x + (k + 1) * ratio)
            if k <= n:
                value *= ratio
    else:
        value = exp_square(1.0, x) * math.erfc(x)
        for k in range(1, n + 1):
            after = (0.5 * before - x * value) / k
            before = value
            value = after
    return value


def ndtr_2(x):
    """The distribution function of the normal distribution: scipy.special.ndtr(x)."""
    if x < -1.0:
        result = 0.5 * exp_square(-0.5, x) * erfcx_repeated(0, -x / math.sqrt(2.0))
    else:
        result = 0.5 * math.erfc(-x / math.sqrt(2.0))
    return result


def ndtr_tangent(x, x_dot):
    z = ndtr_2(x)
    w = 40.0 if abs(x) > 40.0 else x
    return z, math.exp(-0.5 * w * w) / math.sqrt(2.0 * math.pi) * x_dot


def gap_tangent(sigma, strike, price, forward, time, sigma_dot):
    """gap and its tangent."""
    sqrt_time = np.sqrt(time)
    spread_dot = sigma_dot * sqrt_time
    spread = sigma * sqrt_time
    quotient = np.log(forward / strike) / spread
    d1_dot = 0.5 * spread_dot - quotient * spread_dot / spread
    d1 = quotient + 0.5 * spread
    x = d1 - spread
    ndtr_d1, ndtr_d1_dot = ndtr_tangent(d1, d1_dot)
    ndtr_x, ndtr_x_dot = ndtr_tangent(x, d1_dot - spread_dot)
    call = forward * ndtr_d1 - strike * ndtr_x
    return call - price, forward * ndtr_d1_dot - strike * ndtr_x_dot


def function_jvp(x, args_0, args_1, forward, time, x_dot):
    """The value of function, and its derivative in the direction x_dot."""
    value, value_dot = gap_tangent(x, args_0, args_1, forward, time, x_dot)
    return value, value_dot


def ndtr(x):
    """The distribution function of the normal distribution: scipy.special.ndtr(x)."""
    if x < -1.0:
        result = 0.5 * exp_square(-0.5, x) * erfcx_repeated(0, -x / math.sqrt(2.0))
    else:
        result = 0.5 * math.erfc(-x / math.sqrt(2.0))
    return result


def gap(sigma, strike, price, forward, time):
    spread = sigma * np.sqrt(time)
    d1 = np.log(forward / strike) / spread + 0.5 * spread
    x = d1 - spread
    call = forward * ndtr(d1) - strike * ndtr(x)
    return call - price


def halved(args_0, args_1, forward, time, low, high):
    """The middle of what is left when an interval with a change of sign is halved."""
    returned = False
    start = gap(low, args_0, args_1, forward, time)
    end = gap(high, args_0, args_1, forward, time)
    if start == 0.0:
        result = low
    elif end == 0.0:
        result = high
    else:
        if (start > 0.0) == (end > 0.0):
            raise ValueError("f(a) and f(b) must have different signs")
        for _ in range(2000):
            middle = 0.5 * (low + high)
            value = gap(middle, args_0, args_1, forward, time)
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


def polished(args_0, args_1, forward, time, low, high):
    """The place, to the last digits."""
    x = halved(args_0, args_1, forward, time, low, high)
    for _ in range(2):
        value, slope = function_jvp(x, args_0, args_1, forward, time, 1.0)
        step = value / slope
        if not abs(step) <= 1e-06 * (1.0 + abs(x)):
            raise NotImplementedError(
                "not differentiated: in scipy.optimize.brentq: a root where the "
                "function jumps, or is flat, has no derivative"
            )
        x = x - step
    return x


def ndtr_adjoint(x, z_bar):
    w = 40.0 if abs(x) > 40.0 else x
    return math.exp(-0.5 * w * w) / math.sqrt(2.0 * math.pi) * z_bar


def ndtr_tangent_adjoint(x, x_dot, result_0_bar, result_1_bar):
    """The adjoints of x and x_dot in ndtr_tangent."""
    # forward sweep
    if abs(x) > 40.0:
        w = 40.0
    else:
        w = x
    exponential = math.exp(-0.5 * w * w)
    root = math.sqrt(2.0 * math.pi)

    # reverse sweep
    w_bar = -w * exponential * x_dot * result_1_bar / root
    x_bar = 0.0
    if not abs(x) > 40.0:
        x_bar += w_bar
    x_bar += ndtr_adjoint(x, result_0_bar)
    return x_bar, exponential * result_1_bar / root


def gap_tangent_adjoint(
    sigma, strike, forward, time, sigma_dot, result_0_bar, result_1_bar
):
    """The adjoints of sigma, strike, price, forward and time in gap_tangent."""
    # forward sweep
    sqrt_time = np.sqrt(time)
    spread_dot = sigma_dot * sqrt_time
    spread = sigma * sqrt_time
    quotient_2 = forward / strike
    quotient = np.log(quotient_2) / spread
    quotient_3 = quotient * spread_dot / spread
    d1_dot = 0.5 * spread_dot - quotient_3
    d1 = quotient + 0.5 * spread
    x = d1 - spread
    ndtr_d1, ndtr_d1_dot = ndtr_tangent(d1, d1_dot)
    ndtr_x, ndtr_x_dot = ndtr_tangent(x, d1_dot - spread_dot)

    # reverse sweep
    ndtr_d1_dot_bar = forward * result_1_bar
    ndtr_x_dot_bar = -strike * result_1_bar
    ndtr_d1_bar = forward * result_0_bar
    strike_bar = -ndtr_x_dot * result_1_bar - ndtr_x * result_0_bar
    ndtr_x_bar = -strike * result_0_bar
    x_bar, x_dot_bar = ndtr_tangent_adjoint(
        x, d1_dot - spread_dot, ndtr_x_bar, ndtr_x_dot_bar
    )
    d1_bar, d1_dot_bar = ndtr_tangent_adjoint(d1, d1_dot, ndtr_d1_bar, ndtr_d1_dot_bar)
    d1_bar += x_bar
    d1_dot_bar += x_dot_bar
    spread_dot_bar = 0.5 * d1_dot_bar - x_dot_bar
    numerator_bar = -d1_dot_bar / spread
    spread_dot_bar += quotient * numerator_bar
    spread_bar = 0.5 * d1_bar - x_bar - quotient_3 * numerator_bar
    numerator_bar = (d1_bar + spread_dot * numerator_bar) / spread
    spread_bar -= quotient * numerator_bar
    numerator_bar = numerator_bar / quotient_2 / strike
    forward_bar = ndtr_d1_dot * result_1_bar + ndtr_d1 * result_0_bar + numerator_bar
    strike_bar -= quotient_2 * numerator_bar
    sigma_bar = sqrt_time * spread_bar
    time_bar = (sigma * spread_bar + sigma_dot * spread_dot_bar) / (2.0 * sqrt_time)
    return sigma_bar, strike_bar, -result_0_bar, forward_bar, time_bar


def function_jvp_adjoint(x, args_0, forward, time, x_dot, result_0_bar, result_1_bar):
    """The adjoints of x, args_0, args_1, forward and time in function_jvp."""
    x_bar, args_0_bar, args_1_bar, forward_bar, time_bar = gap_tangent_adjoint(
        x, args_0, forward, time, x_dot, result_0_bar, result_1_bar
    )
    return x_bar, args_0_bar, args_1_bar, forward_bar, time_bar


def halved_adjoint(args_0, args_1, forward, time, low, high):
    """The adjoints of args_0, args_1, forward and time in halved."""
    # forward sweep
    start = gap(low, args_0, args_1, forward, time)
    end = gap(high, args_0, args_1, forward, time)
    if start != 0.0:
        if end != 0.0:
            if (start > 0.0) == (end > 0.0):
                raise ValueError("f(a) and f(b) must have different signs")
            for k in range(2000):
                middle = 0.5 * (low + high)
                value = gap(middle, args_0, args_1, forward, time)
                if value == 0.0 or middle == low or middle == high:
                    break
                if (value > 0.0) == (start > 0.0):
                    low = middle
                else:
                    high = middle
                if abs(high - low) <= 4e-16 * abs(middle):
                    break
    return 0.0, 0.0, 0.0, 0.0


def polished_adjoint(args_0, args_1, forward, time, low, high, result_bar):
    """The adjoints of args_0, args_1, forward and time in polished."""
    # forward sweep: saves x
    x = halved(args_0, args_1, forward, time, low, high)
    x_saved = np.empty(2)
    for k in range(2):
        value, slope = function_jvp(x, args_0, args_1, forward, time, 1.0)
        step = value / slope
        if not abs(step) <= 1e-06 * (1.0 + abs(x)):
            raise NotImplementedError(
                "not differentiated: in scipy.optimize.brentq: a root where the "
                "function jumps, or is flat, has no derivative"
            )
        x_saved[k] = x
        x = x - step

    # reverse sweep
    x_bar = result_bar
    time_bar = 0.0
    forward_bar = 0.0
    args_1_bar = 0.0
    args_0_bar = 0.0
    for k in range(1, -1, -1):
        x = x_saved[k]
        value, slope = function_jvp(x, args_0, args_1, forward, time, 1.0)
        step = value / slope
        numerator_bar = -x_bar / slope
        slope_bar = -step * numerator_bar
        (
            x_bar_part,
            args_0_bar_part,
            args_1_bar_part,
            forward_bar_part,
            time_bar_part,
        ) = function_jvp_adjoint(
            x, args_0, forward, time, 1.0, numerator_bar, slope_bar
        )
        x_bar += x_bar_part
        args_0_bar += args_0_bar_part
        args_1_bar += args_1_bar_part
        forward_bar += forward_bar_part
        time_bar += time_bar_part
    args_0_bar_part, args_1_bar_part, forward_bar_part, time_bar_part = halved_adjoint(
        args_0, args_1, forward, time, low, high
    )
    args_1_bar += args_1_bar_part
    forward_bar += forward_bar_part
    time_bar += time_bar_part
    return args_0_bar + args_0_bar_part, args_1_bar, forward_bar, time_bar


def least_squares(a, b, rcond):
    """The smallest matrix x for which a @ x is closest to b:
    s2sad.library.least_squares.least_squares(a, b, rcond).
    """
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return x


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix:
    s2sad.library.least_squares.pseudoinverse(a).
    """
    return np.linalg.pinv(a)


def least_squares_adjoint(a, b, rcond, z_bar, a_bar, b_bar):
    z = least_squares(a, b, rcond)
    p = pseudoinverse(a)
    w = p.T @ z_bar
    product = a @ z
    term = np.empty((b.shape[0], z.shape[1]))
    for i in range(b.shape[0]):
        for j in range(z.shape[1]):
            term[i, j] = b[i, 0] - product[i, j]
    product_2 = term @ (p @ w).T
    product_3 = w @ z.T
    product_4 = a.T @ w
    term_2 = np.empty_like(z_bar)
    for i in range(z_bar.shape[0]):
        for j in range(z_bar.shape[1]):
            term_2[i, j] = z_bar[i, j] - product_4[i, j]
    product_5 = p.T @ z @ term_2.T
    for i in range(a_bar.shape[0]):
        for j in range(a_bar.shape[1]):
            a_bar[i, j] += product_2[i, j] - product_3[i, j] + product_5[i, j]
    total = np.empty(p.shape[1])
    for i in range(p.shape[1]):
        total[i] = 0.0
        for j in range(z_bar.shape[1]):
            total[i] += w[i, j]
    for i in range(b_bar.shape[0]):
        b_bar[i, 0] += total[i]


def polyfit_adjoint(x, y, result_bar, x_bar, y_bar):
    """The adjoint of x and y is added to x_bar, y_bar."""
    # forward sweep
    powers = np.empty((len(x), 2))
    for i in range(len(x)):
        powers[i, 1] = 1.0
        for k in range(0, -1, -1):
            powers[i, k] = x[i] * powers[i, k + 1]
    total = np.zeros(2)
    for i in range(len(x)):
        for j in range(2):
            total[j] += powers[i, j] * powers[i, j]
    scale = np.empty(2)
    for i in range(2):
        scale[i] = np.sqrt(total[i])
    wide = y[:, None]
    quotient = np.empty_like(powers)
    for i in range(len(x)):
        for j in range(2):
            quotient[i, j] = powers[i, j] / scale[j]
    found = least_squares(quotient, wide, len(x) * 2.0**-52)
    if found.shape[0] != 2:
        raise ValueError("found[:, 0] and scale have different shapes")

    # reverse sweep
    scale_bar = np.empty_like(scale)
    found_bar = np.zeros_like(found)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(2):
        numerator_bar = result_bar[i] / scale[i]
        found_bar[i, 0] += numerator_bar
        scale_bar[i] = -found[i, 0] * numerator_bar / scale[i]
    wide_bar = y_bar[:, None]
    quotient_bar = np.zeros_like(quotient)
    least_squares_adjoint(
        quotient, wide, len(x) * 2.0**-52, found_bar, quotient_bar, wide_bar
    )
    powers_bar = np.empty_like(powers)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        for j in range(2):
            numerator_bar = quotient_bar[i, j] / scale[j]
            powers_bar[i, j] = numerator_bar
            scale_bar[j] -= powers[i, j] * numerator_bar / scale[j]
    total_bar = np.empty_like(total)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(2):
        total_bar[i] = scale_bar[i] / (2.0 * scale[i])
    for i in range(len(x)):
        for j in range(2):
            powers_bar[i, j] += 2.0 * powers[i, j] * total_bar[j]
    for i in range(len(x)):
        x_i_bar = 0.0
        for k in range(1):
            powers_i_k_bar = powers_bar[i, k]
            powers_bar[i, k] = 0.0
            x_i_bar += powers[i, k + 1] * powers_i_k_bar
            powers_bar[i, k + 1] += x[i] * powers_i_k_bar
        x_bar[i] += x_i_bar


def implied_volatilities_vjp(
    forward, strikes, time, prices, result_0_bar, result_1_bar
):
    """The adjoints of forward, strikes, time and prices of implied_volatilities, for
    the adjoint of its result.
    """
    # forward sweep
    found = np.empty(max(min(len(strikes), len(prices)), 0))
    for k_2 in range(min(len(strikes), len(prices))):
        p = prices[k_2]
        found[k_2] = polished(strikes[k_2], p, forward, time, 0.01 * 1.0, 3.0 * 1.0)
    moneyness = np.empty_like(strikes)
    for i in range(len(strikes)):
        moneyness[i] = np.log(strikes[i] / forward)

    # reverse sweep
    strikes_bar = np.empty_like(strikes)
    prices_bar = np.zeros_like(prices)
    found_bar = result_0_bar.copy()
    value_bar = result_1_bar.copy()
    moneyness_bar = np.zeros_like(moneyness)
    polyfit_adjoint(moneyness, found, value_bar, moneyness_bar, found_bar)

    # forward and reverse in one sweep: the iterations are independent
    forward_bar = 0.0
    for i in range(len(strikes)):
        quotient = strikes[i] / forward
        numerator_bar = moneyness_bar[i] / quotient / forward
        strikes_bar[i] = numerator_bar
        forward_bar -= quotient * numerator_bar

    # forward and reverse in one sweep: the iterations are independent
    time_bar = 0.0
    for k_2 in range(min(len(strikes), len(prices))):
        k = strikes[k_2]
        p = prices[k_2]
        k_bar, p_bar, forward_bar_part, time_bar_part = polished_adjoint(
            k, p, forward, time, 0.01 * 1.0, 3.0 * 1.0, found_bar[k_2]
        )
        forward_bar += forward_bar_part
        time_bar += time_bar_part
        prices_bar[k_2] += p_bar
        strikes_bar[k_2] += k_bar
    return forward_bar, strikes_bar, time_bar, prices_bar
