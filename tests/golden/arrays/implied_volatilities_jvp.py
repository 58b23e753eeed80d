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


def ndtr_tangent_3(x, x_dot):
    z = ndtr_2(x)
    w = 40.0 if abs(x) > 40.0 else x
    return z, math.exp(-0.5 * w * w) / math.sqrt(2.0 * math.pi) * x_dot


def ndtr_tangent_tangent(x, x_dot, x_dot_, x_dot_dot):
    """ndtr_tangent and its tangent."""
    z, z_dot = ndtr_tangent_3(x, x_dot_)
    if abs(x) > 40.0:
        w_dot = 0.0
        w = 40.0
    else:
        w_dot = x_dot_
        w = x
    exponential = math.exp(-0.5 * w * w)
    root = math.sqrt(2.0 * math.pi)
    quotient = exponential / root
    quotient_dot = exponential * (-0.5 * w_dot * w - 0.5 * w * w_dot) / root
    value = quotient * x_dot
    return z, value, z_dot, quotient_dot * x_dot + quotient * x_dot_dot


def gap_tangent_tangent(
    sigma,
    strike,
    price,
    forward,
    time,
    sigma_dot,
    sigma_dot_,
    strike_dot,
    price_dot,
    forward_dot,
    time_dot,
):
    """gap_tangent and its tangent."""
    sqrt_time = np.sqrt(time)
    sqrt_time_dot = time_dot / (2.0 * sqrt_time)
    spread_dot_dot = sigma_dot * sqrt_time_dot
    spread_dot = sigma_dot * sqrt_time
    spread_dot_ = sigma_dot_ * sqrt_time + sigma * sqrt_time_dot
    spread = sigma * sqrt_time
    quotient = forward / strike
    log_quotient_dot = (forward_dot - quotient * strike_dot) / strike / quotient
    quotient = np.log(quotient) / spread
    quotient_dot = (log_quotient_dot - quotient * spread_dot_) / spread
    quotient_2 = quotient * spread_dot / spread
    factor = (
        quotient_dot * spread_dot + quotient * spread_dot_dot - quotient_2 * spread_dot_
    )
    quotient_2_dot = factor / spread
    d1_dot_dot = 0.5 * spread_dot_dot - quotient_2_dot
    d1_dot = 0.5 * spread_dot - quotient_2
    d1_dot_ = quotient_dot + 0.5 * spread_dot_
    d1 = quotient + 0.5 * spread
    x_dot = d1_dot_ - spread_dot_
    x = d1 - spread
    ndtr_d1, ndtr_d1_dot, ndtr_d1_dot_, ndtr_d1_dot_dot = ndtr_tangent_tangent(
        d1, d1_dot, d1_dot_, d1_dot_dot
    )
    ndtr_x, ndtr_x_dot, ndtr_x_dot_, ndtr_x_dot_dot = ndtr_tangent_tangent(
        x, d1_dot - spread_dot, x_dot, d1_dot_dot - spread_dot_dot
    )
    call_dot = (
        forward_dot * ndtr_d1
        + forward * ndtr_d1_dot_
        - (strike_dot * ndtr_x + strike * ndtr_x_dot_)
    )
    call = forward * ndtr_d1 - strike * ndtr_x
    value_1_dot = (
        forward_dot * ndtr_d1_dot
        + forward * ndtr_d1_dot_dot
        - (strike_dot * ndtr_x_dot + strike * ndtr_x_dot_dot)
    )
    value_1 = forward * ndtr_d1_dot - strike * ndtr_x_dot
    return call - price, value_1, call_dot - price_dot, value_1_dot


def function_jvp_tangent(
    x,
    args_0,
    args_1,
    forward,
    time,
    x_dot,
    x_dot_,
    args_0_dot,
    args_1_dot,
    forward_dot,
    time_dot,
):
    """function_jvp and its tangent."""
    value, value_dot, value_dot_, value_dot_dot = gap_tangent_tangent(
        x,
        args_0,
        args_1,
        forward,
        time,
        x_dot,
        x_dot_,
        args_0_dot,
        args_1_dot,
        forward_dot,
        time_dot,
    )
    return value, value_dot, value_dot_, value_dot_dot


def ndtr(x):
    """The distribution function of the normal distribution: scipy.special.ndtr(x)."""
    if x < -1.0:
        result = 0.5 * exp_square(-0.5, x) * erfcx_repeated(0, -x / math.sqrt(2.0))
    else:
        result = 0.5 * math.erfc(-x / math.sqrt(2.0))
    return result


def ndtr_tangent_2(x, x_dot):
    z = ndtr(x)
    w = 40.0 if abs(x) > 40.0 else x
    return z, math.exp(-0.5 * w * w) / math.sqrt(2.0 * math.pi) * x_dot


def gap_tangent_2(
    sigma, strike, price, forward, time, strike_dot, price_dot, forward_dot, time_dot
):
    """gap and its tangent."""
    sqrt_time = np.sqrt(time)
    spread_dot = sigma * time_dot / (2.0 * sqrt_time)
    spread = sigma * sqrt_time
    quotient = forward / strike
    log_quotient_dot = (forward_dot - quotient * strike_dot) / strike / quotient
    quotient = np.log(quotient) / spread
    d1_dot = (log_quotient_dot - quotient * spread_dot) / spread + 0.5 * spread_dot
    d1 = quotient + 0.5 * spread
    x = d1 - spread
    ndtr_d1, ndtr_d1_dot = ndtr_tangent_2(d1, d1_dot)
    ndtr_x, ndtr_x_dot = ndtr_tangent_2(x, d1_dot - spread_dot)
    call_dot = (
        forward_dot * ndtr_d1
        + forward * ndtr_d1_dot
        - (strike_dot * ndtr_x + strike * ndtr_x_dot)
    )
    call = forward * ndtr_d1 - strike * ndtr_x
    return call - price, call_dot - price_dot


def halved_tangent(
    args_0,
    args_1,
    forward,
    time,
    low,
    high,
    args_0_dot,
    args_1_dot,
    forward_dot,
    time_dot,
):
    """halved and its tangent."""
    returned = False
    start, start_dot = gap_tangent_2(
        low,
        args_0,
        args_1,
        forward,
        time,
        args_0_dot,
        args_1_dot,
        forward_dot,
        time_dot,
    )
    end, end_dot = gap_tangent_2(
        high,
        args_0,
        args_1,
        forward,
        time,
        args_0_dot,
        args_1_dot,
        forward_dot,
        time_dot,
    )
    if start == 0.0:
        result = low
    elif end == 0.0:
        result = high
    else:
        if (start > 0.0) == (end > 0.0):
            raise ValueError("f(a) and f(b) must have different signs")
        for _ in range(2000):
            middle = 0.5 * (low + high)
            value, value_dot = gap_tangent_2(
                middle,
                args_0,
                args_1,
                forward,
                time,
                args_0_dot,
                args_1_dot,
                forward_dot,
                time_dot,
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


def polished_tangent(
    args_0,
    args_1,
    forward,
    time,
    low,
    high,
    args_0_dot,
    args_1_dot,
    forward_dot,
    time_dot,
):
    """polished and its tangent."""
    x = halved_tangent(
        args_0,
        args_1,
        forward,
        time,
        low,
        high,
        args_0_dot,
        args_1_dot,
        forward_dot,
        time_dot,
    )
    x_dot = 0.0
    for _ in range(2):
        value, slope, value_dot, slope_dot = function_jvp_tangent(
            x,
            args_0,
            args_1,
            forward,
            time,
            1.0,
            x_dot,
            args_0_dot,
            args_1_dot,
            forward_dot,
            time_dot,
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


def least_squares_tangent(a, b, rcond, a_dot, b_dot):
    z = least_squares(a, b, rcond)
    product = a_dot @ z
    product_2 = a @ z
    term_3 = np.empty((b.shape[0], z.shape[1]))
    for i in range(b.shape[0]):
        for j in range(z.shape[1]):
            term_3[i, j] = b[i, 0] - product_2[i, j]
    product_3 = pseudoinverse(a).T @ (a_dot.T @ term_3)
    term_2 = np.empty((b_dot.shape[0], z.shape[1]))
    for i in range(b_dot.shape[0]):
        for j in range(z.shape[1]):
            term_2[i, j] = b_dot[i, 0] - product[i, j] + product_3[i, j]
    product_4 = pseudoinverse(a) @ term_2
    product_5 = pseudoinverse(a) @ (a @ a_dot.T)
    term_4 = np.empty((a_dot.shape[1], a_dot.shape[0]))
    for i in range(a_dot.shape[1]):
        for j in range(a_dot.shape[0]):
            term_4[i, j] = a_dot[j, i] - product_5[i, j]
    product_6 = term_4 @ (pseudoinverse(a).T @ z)
    term = np.empty_like(product_4)
    for i in range(product_4.shape[0]):
        for j in range(product_4.shape[1]):
            term[i, j] = product_4[i, j] + product_6[i, j]
    return z, term


def polyfit_tangent(x, y, x_dot, y_dot):
    """polyfit and its tangent."""
    powers_dot = np.zeros((len(x), 2))
    powers = np.empty((len(x), 2))
    for i in range(len(x)):
        powers_dot[i, 1] = 0.0
        powers[i, 1] = 1.0
        for k in range(0, -1, -1):
            powers_dot[i, k] = x_dot[i] * powers[i, k + 1] + x[i] * powers_dot[i, k + 1]
            powers[i, k] = x[i] * powers[i, k + 1]
    total_dot = np.zeros(2)
    total = np.zeros(2)
    for i in range(len(x)):
        for j in range(2):
            term = powers[i, j] * powers_dot[i, j]
            total_dot[j] += powers_dot[i, j] * powers[i, j] + term
            total[j] += powers[i, j] * powers[i, j]
    scale_dot = np.empty(2)
    scale = np.empty(2)
    for i in range(2):
        sqrt_total = np.sqrt(total[i])
        scale_dot[i] = total_dot[i] / (2.0 * sqrt_total)
        scale[i] = sqrt_total
    wide_dot = y_dot[:, None]
    wide = y[:, None]
    quotient_dot = np.empty_like(powers)
    quotient = np.empty_like(powers)
    for i in range(len(x)):
        for j in range(2):
            quotient_2 = powers[i, j] / scale[j]
            quotient_2_dot = (powers_dot[i, j] - quotient_2 * scale_dot[j]) / scale[j]
            quotient_dot[i, j] = quotient_2_dot
            quotient[i, j] = quotient_2
    found, found_dot = least_squares_tangent(
        quotient, wide, len(x) * 2.0**-52, quotient_dot, wide_dot
    )
    if found.shape[0] != 2:
        raise ValueError("found[:, 0] and scale have different shapes")
    out_dot = np.empty(2)
    out = np.empty(2)
    for i in range(2):
        quotient_2 = found[i, 0] / scale[i]
        out_dot[i] = (found_dot[i, 0] - quotient_2 * scale_dot[i]) / scale[i]
        out[i] = quotient_2
    return out, out_dot


def implied_volatilities_jvp(
    forward, strikes, time, prices, forward_dot, strikes_dot, time_dot, prices_dot
):
    """The value of implied_volatilities, and its derivative in the direction
    forward_dot, strikes_dot, time_dot, prices_dot.
    """
    found_dot = np.zeros(max(min(len(strikes), len(prices)), 0))
    found = np.empty(max(min(len(strikes), len(prices)), 0))
    for k_2 in range(min(len(strikes), len(prices))):
        k_dot = strikes_dot[k_2]
        k = strikes[k_2]
        p_dot = prices_dot[k_2]
        p = prices[k_2]
        found[k_2], found_dot[k_2] = polished_tangent(
            k,
            p,
            forward,
            time,
            0.01 * 1.0,
            3.0 * 1.0,
            k_dot,
            p_dot,
            forward_dot,
            time_dot,
        )
    moneyness_dot = np.empty_like(strikes)
    moneyness = np.empty_like(strikes)
    for i in range(len(strikes)):
        quotient = strikes[i] / forward
        quotient_dot = (strikes_dot[i] - quotient * forward_dot) / forward
        moneyness_dot[i] = quotient_dot / quotient
        moneyness[i] = np.log(quotient)
    value, value_dot = polyfit_tangent(moneyness, found, moneyness_dot, found_dot)
    return found, value, found_dot, value_dot
