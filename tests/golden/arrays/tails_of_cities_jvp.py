import math

import numpy as np


def variance_tangent(a, a_dot):
    """variance and its tangent."""
    total_dot = 0.0
    total = 0.0
    for i in range(len(a)):
        total_dot += a_dot[i]
        total += a[i]
    mean = total / len(a)
    mean_dot = total_dot / len(a)
    squares_dot = 0.0
    squares = 0.0
    for i in range(len(a)):
        squares_dot += 2.0 * (a[i] - mean) * (a_dot[i] - mean_dot)
        squares += (a[i] - mean) ** 2
    return squares / len(a), squares_dot / len(a)


def hurwitz_zeta_tangent(s, q, s_dot):
    """hurwitz_zeta and its tangent."""
    total_dot = 0.0
    total = 0.0
    count = max(0, math.ceil(min(12.0 + s, 500.0) - q))
    for k in range(count):
        power = (q + k) ** -s
        factor = -(
            power * math.log(q + k)
            if q + k > 0.0
            else 0.0
            if q + k == 0.0
            else math.nan
        )
        power_dot = factor * s_dot
        total_dot += power_dot
        total += power
    q += count
    w = 1.0 / (q * q)
    tail_dot = (
        (s_dot * (s + 14.0) + (s + 13.0) * s_dot) * w * (3617.0 / 1.067062284288e16)
    )
    tail = (s + 13.0) * (s + 14.0) * w * (3617.0 / 1.067062284288e16)
    term = (s_dot * (s + 12.0) + (s + 11.0) * s_dot) * w * (1.0 / 74724249600.0 - tail)
    tail_dot = term - (s + 11.0) * (s + 12.0) * w * tail_dot
    tail = (s + 11.0) * (s + 12.0) * w * (1.0 / 74724249600.0 - tail)
    term_2 = (
        (s_dot * (s + 10.0) + (s + 9.0) * s_dot) * w * (691.0 / 1307674368000.0 - tail)
    )
    tail_dot = term_2 - (s + 9.0) * (s + 10.0) * w * tail_dot
    tail = (s + 9.0) * (s + 10.0) * w * (691.0 / 1307674368000.0 - tail)
    term_3 = (s_dot * (s + 8.0) + (s + 7.0) * s_dot) * w * (1.0 / 47900160.0 - tail)
    tail_dot = term_3 - (s + 7.0) * (s + 8.0) * w * tail_dot
    tail = (s + 7.0) * (s + 8.0) * w * (1.0 / 47900160.0 - tail)
    term_4 = (s_dot * (s + 6.0) + (s + 5.0) * s_dot) * w * (1.0 / 1209600.0 - tail)
    tail_dot = term_4 - (s + 5.0) * (s + 6.0) * w * tail_dot
    tail = (s + 5.0) * (s + 6.0) * w * (1.0 / 1209600.0 - tail)
    term_5 = (s_dot * (s + 4.0) + (s + 3.0) * s_dot) * w * (1.0 / 30240.0 - tail)
    tail_dot = term_5 - (s + 3.0) * (s + 4.0) * w * tail_dot
    tail = (s + 3.0) * (s + 4.0) * w * (1.0 / 30240.0 - tail)
    term_6 = (s_dot * (s + 2.0) + (s + 1.0) * s_dot) * w * (1.0 / 720.0 - tail)
    tail_dot = term_6 - (s + 1.0) * (s + 2.0) * w * tail_dot
    tail = (s + 1.0) * (s + 2.0) * w * (1.0 / 720.0 - tail)
    quotient = s / q
    tail_dot = s_dot * (1.0 / 12.0 - tail) / q - quotient * tail_dot
    tail = quotient * (1.0 / 12.0 - tail)
    power = q**-s
    factor_2 = -(power * math.log(q) if q > 0.0 else 0.0 if q == 0.0 else math.nan)
    power_dot = factor_2 * s_dot
    quotient = q / (s - 1.0)
    quotient_dot = -quotient * s_dot / (s - 1.0)
    term_7 = power_dot * (quotient + 0.5 + tail) + power * (quotient_dot + tail_dot)
    value_dot = total_dot + term_7
    return total + power * (quotient + 0.5 + tail), value_dot


def zeta_tangent(x, q, x_dot):
    """zeta and its tangent."""
    returned = False
    if x == 1.0:
        result_dot = 0.0
        result = math.inf
    elif x < 1.0:
        result_dot = 0.0
        result = math.nan
    else:
        if q <= 0.0:
            if q == np.floor(q):
                result_dot = 0.0
                result = math.inf
                returned = True
            elif x != np.floor(x):
                result_dot = 0.0
                result = math.nan
                returned = True
        if not returned:
            result, result_dot = hurwitz_zeta_tangent(x, q, x_dot)
    return result, result_dot


def tails_of_cities_jvp(sizes, exponent, least, decay, exponent_dot, decay_dot):
    """The value of tails_of_cities, and its derivative in the direction
    exponent_dot, decay_dot.
    """
    mask = np.empty(len(sizes), dtype=np.bool_)
    for i in range(len(sizes)):
        mask[i] = sizes[i] >= least
    places = np.flatnonzero(mask)
    kept = sizes[places]
    zeta_result_2, zeta_result_2_dot = zeta_tangent(
        exponent, float(least), exponent_dot
    )
    likelihood_dot = 0.0
    likelihood = 0.0
    expm1_result = np.expm1(-decay)
    logarithm_dot = (expm1_result + 1.0) * decay_dot / -expm1_result
    logarithm = np.log(-expm1_result)
    ratio_dot = np.empty(len(places))
    ratio = np.empty(len(places))
    total_dot = 0.0
    total = 0.0
    for i in range(len(places)):
        power = kept[i] ** -exponent
        factor = -(
            power * math.log(kept[i])
            if kept[i] > 0.0
            else 0.0
            if kept[i] == 0.0
            else math.nan
        )
        power_dot = factor * exponent_dot
        mass = power / zeta_result_2
        mass_dot = (power_dot - mass * zeta_result_2_dot) / zeta_result_2
        likelihood_dot += mass_dot / mass
        log_mass = np.log(mass)
        likelihood += log_mass
        other = -decay * (kept[i] - least) + logarithm
        ratio_dot[i] = mass_dot / mass - (logarithm_dot - decay_dot * (kept[i] - least))
        ratio[i] = log_mass - other
        total_dot += ratio_dot[i]
        total += ratio[i]
    variances, variances_dot = variance_tangent(ratio, ratio_dot)
    root = np.sqrt(len(kept))
    sqrt_variances = np.sqrt(variances)
    sqrt_variances_dot = variances_dot / (2.0 * sqrt_variances)
    vuong = total / (root * sqrt_variances)
    factor_2 = total_dot - vuong * root * sqrt_variances_dot
    vuong_dot = factor_2 / (root * sqrt_variances)
    index = np.argsort(kept, kind="mergesort")
    q = kept[index]
    zeta_result_3, zeta_result_3_dot = zeta_tangent(
        exponent, float(least), exponent_dot
    )
    empirical = 1.0 - np.arange(len(kept)) / len(kept)
    abs_result_dot = np.empty(len(index))
    abs_result = np.empty(len(index))
    for i in range(len(index)):
        zeta_result, zeta_result_dot = zeta_tangent(exponent, float(q[i]), exponent_dot)
        survive = zeta_result / zeta_result_3
        survive_dot = (zeta_result_dot - survive * zeta_result_3_dot) / zeta_result_3
        abs_result_dot[i] = np.sign(survive - empirical[i]) * survive_dot
        abs_result[i] = np.abs(survive - empirical[i])
    value_dot = abs_result_dot[np.argmax(abs_result)]
    value = np.max(abs_result)
    return likelihood, vuong, value, likelihood_dot, vuong_dot, value_dot
