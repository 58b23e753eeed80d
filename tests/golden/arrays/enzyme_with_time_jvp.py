import math

import numpy as np


def phi(n, x):
    """The sum of x**k / (k + n)! over k = 0, 1, 2, :
    s2sad.library.special_powers.phi(n, x).
    """
    if abs(x) < 2.0:
        factor = 1.0
        for k in range(2, n + 1):
            factor /= k
        total = factor
        for k in range(1, 30):
            factor *= x / (k + n)
            total += factor
        result = total
    else:
        value = math.exp(x)
        factor = 1.0
        for k in range(n):
            value = (value - factor) / x
            factor /= k + 1.0
        result = value
    return result


def phi_tangent(n, x, x_dot):
    z = phi(n, x)
    return z, (z - n * phi(n + 1, x)) * x_dot


def exprel_tangent(x, x_dot):
    """exprel and its tangent."""
    if abs(x) == math.inf:
        result_dot = x_dot if x > 0.0 else 0.0
        result = max(0.0, x)
    else:
        result, result_dot = phi_tangent(1, x, x_dot)
    return result, result_dot


def lambert_refined(w, x):
    """W of x from a number nearby, by Halley's method."""
    for _ in range(20):
        power = math.exp(w)
        error = w * power - x
        if error == 0.0 or w == -1.0:
            break
        slope = power * (w + 1.0) - 0.5 * (w + 2.0) * error / (w + 1.0)
        step = error / slope
        w -= step
        if abs(step) <= 1e-16 * abs(w):
            break
    return w


def lambert_above(x):
    """The branch of W that is -1 and above, of numbers above -1 / e:
    s2sad.library.special_lambert.lambert_above(x).
    """
    if not x >= -math.exp(-1.0):
        raise NotImplementedError("lambertw is complex below -1 / e")
    if x == 0.0 or x == math.inf:
        result = x
    else:
        if x < 1.0:
            root = math.sqrt(max(0.0, 2.0 * (math.e * x + 1.0)))
            start = -1.0 + root - root * root / 3.0 + 11.0 / 72.0 * root**3
        else:
            start = math.log(x)
            start -= 0.0 if x < 3.0 else math.log(start)
        result = lambert_refined(start, x)
    return result


def lambert_above_tangent(x, x_dot):
    z = lambert_above(x)
    return z, x_dot / (math.exp(z) * (1.0 + z))


def enzyme_with_time_jvp(
    times,
    start,
    fastest,
    half,
    inhibitor,
    onset,
    seen,
    times_dot,
    start_dot,
    fastest_dot,
    half_dot,
    inhibitor_dot,
    onset_dot,
    seen_dot,
):
    """The value of enzyme_with_time, and its derivative in the direction times_dot,
    start_dot, fastest_dot, half_dot, inhibitor_dot, onset_dot, seen_dot.
    """
    apparent_dot = half_dot * (1.0 + inhibitor) + half * inhibitor_dot
    apparent = half * (1.0 + inhibitor)
    ratio = start / apparent
    ratio_dot = (start_dot - ratio * apparent_dot) / apparent
    left_dot = np.empty(len(times))
    left = np.empty(len(times))
    rate_dot = np.empty(len(times))
    rate = np.empty(len(times))
    before_0_dot = np.full(1, start_dot)
    before_0 = np.full(1, start)
    length = before_0.shape[0] + len(times)
    whole_dot = np.zeros(length)
    whole = np.empty(length)
    stop = before_0.shape[0]
    whole_dot[:stop] = before_0_dot
    whole[:stop] = before_0
    start_2 = before_0.shape[0]
    term_dot = np.empty(max(length - 1, 0))
    term = np.empty(max(length - 1, 0))
    if len(times) != len(seen):
        raise ValueError("left and seen have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(times)):
        x_dot = -onset_dot * times[i] - onset * times_dot[i]
        exprel_result, exprel_result_dot = exprel_tangent(-onset * times[i], x_dot)
        slowed_dot = times_dot[i] * exprel_result + times[i] * exprel_result_dot
        slowed = times[i] * exprel_result
        quotient = fastest * slowed / apparent
        factor = fastest_dot * slowed + fastest * slowed_dot - quotient * apparent_dot
        quotient_dot = factor / apparent
        exponential = np.exp(ratio - quotient)
        exponential_dot = exponential * (ratio_dot - quotient_dot)
        argument_dot = ratio_dot * exponential + ratio * exponential_dot
        argument = ratio * exponential
        lambertw_result, lambertw_result_dot = lambert_above_tangent(
            argument, argument_dot
        )
        left_dot[i] = apparent_dot * lambertw_result + apparent * lambertw_result_dot
        left[i] = apparent * lambertw_result
        quotient = fastest * left[i] / (apparent + left[i])
        factor_2 = (
            fastest_dot * left[i]
            + fastest * left_dot[i]
            - quotient * (apparent_dot + left_dot[i])
        )
        quotient_dot = factor_2 / (apparent + left[i])
        rate_dot[i] = quotient_dot
        rate[i] = quotient
        abs_seen = np.abs(seen[i])
        maximum_result_dot = np.sign(seen[i]) * seen_dot[i] if abs_seen >= 0.05 else 0.0
        maximum_result = np.maximum(abs_seen, 0.05)
        residual = (start - left[i] - seen[i]) / maximum_result
        factor_3 = start_dot - left_dot[i] - seen_dot[i] - residual * maximum_result_dot
        residual_dot = factor_3 / maximum_result
        weight = 1.0 / (1.0 + residual**2)
        weight_dot = -2.0 * weight * residual * residual_dot / (1.0 + residual**2)
        total_dot += weight_dot * residual**2 + 2.0 * weight * residual * residual_dot
        total += weight * residual**2
    whole_dot[start_2:] = left_dot
    whole[start_2:] = left
    for i in range(length - 1):
        term_dot[i] = whole_dot[i + 1] - whole_dot[i]
        term[i] = whole[i + 1] - whole[i]
    initial = term[0] / times[0]
    initial_dot = (term_dot[0] - initial * times_dot[0]) / times[0]
    return total, rate, initial, total_dot, rate_dot, initial_dot
