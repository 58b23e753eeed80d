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


def exprel(x):
    """(exp(x) - 1) / x."""
    if abs(x) == math.inf:
        result = max(0.0, x)
    else:
        result = phi(1, x)
    return result


def phi_adjoint(n, x, z_bar):
    z = phi(n, x)
    return (z - n * phi(n + 1, x)) * z_bar


def exprel_adjoint(x, result_bar):
    """The adjoint of x in exprel."""
    if abs(x) == math.inf:
        x_bar = result_bar if x > 0.0 else 0.0
    else:
        x_bar = phi_adjoint(1, x, result_bar)
    return x_bar


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


def lambert_above_adjoint(x, z_bar):
    z = lambert_above(x)
    return z_bar / (math.exp(z) * (1.0 + z))


def enzyme_with_time_vjp(
    times,
    start,
    fastest,
    half,
    inhibitor,
    onset,
    seen,
    result_0_bar,
    result_1_bar,
    result_2_bar,
):
    """The adjoints of times, start, fastest, half, inhibitor, onset and seen of
    enzyme_with_time, for the adjoint of its result.
    """
    # forward sweep
    apparent = half * (1.0 + inhibitor)
    ratio = start / apparent
    left = np.empty(len(times))
    before_0 = np.full(1, start)
    length = before_0.shape[0] + len(times)
    whole = np.empty(length)
    stop = before_0.shape[0]
    whole[:stop] = before_0
    start_2 = before_0.shape[0]
    term = np.empty(max(length - 1, 0))
    if len(times) != len(seen):
        raise ValueError("left and seen have different shapes")
    for i in range(len(times)):
        slowed = times[i] * exprel(-onset * times[i])
        argument = ratio * np.exp(ratio - fastest * slowed / apparent)
        left[i] = apparent * lambert_above(argument)
    whole[start_2:] = left
    for i in range(length - 1):
        term[i] = whole[i + 1] - whole[i]
    initial = term[0] / times[0]

    # reverse sweep
    times_bar = np.zeros_like(times)
    seen_bar = np.empty_like(seen)
    rate_bar = result_1_bar.copy()
    term_bar = np.zeros_like(term)
    numerator_bar = result_2_bar / times[0]
    term_bar[0] += numerator_bar
    times_bar[0] -= initial * numerator_bar
    whole_bar = np.zeros_like(whole)
    for i in range(length - 1):
        whole_bar[i + 1] += term_bar[i]
        whole_bar[i] -= term_bar[i]
    left_bar = whole_bar[start_2:].copy()
    whole_bar[start_2:] = 0.0

    # forward and reverse in one sweep: the iterations are independent
    ratio_bar = 0.0
    apparent_bar = 0.0
    onset_bar = 0.0
    fastest_bar = 0.0
    start_bar = 0.0
    for i in range(len(times)):
        x = -onset * times[i]
        exprel_result = exprel(x)
        slowed = times[i] * exprel_result
        quotient = fastest * slowed / apparent
        exponential = np.exp(ratio - quotient)
        argument = ratio * exponential
        lambertw_result = lambert_above(argument)
        quotient_2 = fastest * left[i] / (apparent + left[i])
        abs_seen = np.abs(seen[i])
        maximum_result = np.maximum(abs_seen, 0.05)
        residual = (start - left[i] - seen[i]) / maximum_result
        weight = 1.0 / (1.0 + residual**2)
        weight_bar = residual**2 * result_0_bar
        residual_bar = 2.0 * residual * weight * result_0_bar
        residual_bar -= 2.0 * residual * weight * weight_bar / (1.0 + residual**2)
        numerator_bar = residual_bar / maximum_result
        start_bar += numerator_bar
        abs_seen_bar = -residual * numerator_bar if abs_seen >= 0.05 else 0.0
        seen_bar[i] = np.sign(seen[i]) * abs_seen_bar - numerator_bar
        numerator_bar_2 = rate_bar[i] / (apparent + left[i])
        left_bar[i] += (fastest - quotient_2) * numerator_bar_2 - numerator_bar
        apparent_bar += lambertw_result * left_bar[i] - quotient_2 * numerator_bar_2
        argument_bar = lambert_above_adjoint(argument, apparent * left_bar[i])
        exponential_bar = ratio * argument_bar
        ratio_bar += exponential * argument_bar + exponential * exponential_bar
        numerator_bar = -exponential * exponential_bar / apparent
        fastest_bar += left[i] * numerator_bar_2 + slowed * numerator_bar
        slowed_bar = fastest * numerator_bar
        apparent_bar -= quotient * numerator_bar
        x_bar = exprel_adjoint(x, times[i] * slowed_bar)
        onset_bar -= times[i] * x_bar
        times_bar[i] += exprel_result * slowed_bar - onset * x_bar
    before_0_bar = np.full_like(before_0, np.sum(whole_bar[:stop]))
    numerator_bar = ratio_bar / apparent
    start_bar += np.sum(before_0_bar) + numerator_bar
    apparent_bar -= ratio * numerator_bar
    half_bar = (1.0 + inhibitor) * apparent_bar
    inhibitor_bar = half * apparent_bar
    return (
        times_bar,
        start_bar,
        fastest_bar,
        half_bar,
        inhibitor_bar,
        onset_bar,
        seen_bar,
    )
