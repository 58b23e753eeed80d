import math

import numpy as np


def log_excess(d):
    """d - log(1 + d) for small d, by the series of DLMF 4.6.4."""
    r = d / (2.0 + d)
    w = r * r
    total = 0.0
    for k in range(31, 1, -2):
        total = 1.0 / k + w * total
    return r * d - 2.0 * r * w * total


def gamma_power(a, x):
    """x**a * exp(-x) / gamma(a + 1)."""
    if a < 10.0:
        result = x**a * math.exp(-x) / math.gamma(a + 1.0)
    else:
        d = (x - a) / a
        w = 1.0 / (a * a)
        tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        factor = math.exp(
            -a * (log_excess(d) if abs(d) < 0.4 else d - math.log(x / a))
            - (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / a
        )
        result = factor / math.sqrt(2.0 * math.pi * a)
    return result


def gamma_density(a, x):
    """The derivative of the incomplete gamma function by x:
    s2sad.library.special_incomplete.gamma_density(a, x).
    """
    if x == 0.0:
        result = 1.0 if a == 1.0 else 0.0 if a > 1.0 else math.inf
    else:
        result = gamma_power(a, x) * a / x
    return result


def lower_gamma(a, x):
    """The regularised lower incomplete gamma function by its series."""
    term = 1.0
    total = 1.0
    for k in range(1, 100000):
        term *= x / (a + k)
        total += term
        if term < 1e-17 * total:
            break
    return gamma_power(a, x) * total


def upper_gamma(a, x):
    """The regularised upper incomplete gamma function by a continued fraction."""
    b = x + 1.0 - a
    c = 1e300
    d = 1.0 / b
    value = d
    for k in range(1, 100000):
        numerator = k * (a - k)
        b += 2.0
        d = 1.0 / (b + numerator * d)
        c = b + numerator / c
        value *= c * d
        if abs(c * d - 1.0) < 2e-16:
            break
    return gamma_power(a, x) * a * value


def gammainc(a, x):
    """The regularised lower incomplete gamma function: scipy.special.gammainc(a, x)."""
    if not (a > 0.0 and 0.0 < x < math.inf):
        if x < 0.0 or a < 0.0 or x != x or a != a:
            result = math.nan
        else:
            result = 0.0 if x == 0.0 else 1.0
    else:
        result = lower_gamma(a, x) if x < a + 1.0 else 1.0 - upper_gamma(a, x)
    return result


def gammainc_tangent(a, x, x_dot):
    z = gammainc(a, x)
    return z, gamma_density(a, x) * x_dot


def boys_tangent(n, t, t_dot):
    """boys and its tangent."""
    x = n + 0.5
    a = n + 0.5
    gamma_x = math.gamma(x)
    out_dot = np.empty((t.shape[0], t.shape[1], t.shape[2]))
    out = np.empty((t.shape[0], t.shape[1], t.shape[2]))
    for i in range(t.shape[0]):
        for j in range(t.shape[1]):
            for k in range(t.shape[2]):
                t_2_dot = t_dot[i, j, k] if t[i, j, k] >= 1e-06 else 0.0
                t_2 = np.maximum(t[i, j, k], 1e-06)
                gammainc_result, gammainc_result_dot = gammainc_tangent(a, t_2, t_2_dot)
                power = t_2 ** (n + 0.5)
                factor = (n + 0.5) * t_2 ** (n + 0.5 - 1.0) if n + 0.5 != 0.0 else 0.0
                power_dot = factor * t_2_dot
                quotient = gamma_x * gammainc_result / (2.0 * power)
                factor_2 = gamma_x * gammainc_result_dot - 2.0 * quotient * power_dot
                quotient_dot = factor_2 / (2.0 * power)
                out_dot[i, j, k] = quotient_dot
                out[i, j, k] = quotient
    return out, out_dot


def dot_tangent(left, right, left_dot, right_dot):
    """dot and its tangent."""
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of dot have different shapes")
    result_dot = np.empty((left.shape[0], left.shape[1]))
    result = np.empty((left.shape[0], left.shape[1]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total_dot = 0.0
            total = 0.0
            for k in range(left.shape[2]):
                total_dot += left_dot[i, j, k] * right[k] + left[i, j, k] * right_dot[k]
                total += left[i, j, k] * right[k]
            result_dot[i, j] = total_dot
            result[i, j] = total
    return result, result_dot


def on_diagonal_tangent(a, a_dot):
    """on_diagonal and its tangent."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found_dot = np.empty(count)
    found = np.empty(count)
    for i in range(count):
        found_dot[i] = a_dot[i, i]
        found[i] = a[i, i]
    return found, found_dot


def nuclei_and_electrons_jvp(
    exponents,
    centres,
    nuclei,
    charges,
    exponents_dot,
    centres_dot,
    nuclei_dot,
    charges_dot,
):
    """The value of nuclei_and_electrons, and its derivative in the direction
    exponents_dot, centres_dot, nuclei_dot, charges_dot.
    """
    p_dot = np.empty((len(exponents), len(exponents)))
    p = np.empty((len(exponents), len(exponents)))
    if exponents[:, None].shape[0] != centres.shape[0]:
        raise ValueError("exponents[:, None] and centres have different shapes")
    weighted_dot = np.zeros_like(centres)
    weighted = np.empty_like(centres)
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            p_dot[i, j] = exponents_dot[i] + exponents_dot[j]
            p[i, j] = exponents[i] + exponents[j]
        for j in range(centres.shape[1]):
            term_3 = exponents[i] * centres_dot[i, j]
            weighted_dot[i, j] = exponents_dot[i] * centres[i, j] + term_3
            weighted[i, j] = exponents[i] * centres[i, j]
    middle_dot = np.zeros((len(exponents), len(exponents), centres.shape[1]))
    middle = np.empty((len(exponents), len(exponents), centres.shape[1]))
    r2_dot = np.empty((len(exponents), len(exponents)))
    r2 = np.empty((len(exponents), len(exponents)))
    term_4 = np.outer(exponents, exponents_dot)
    outer_result_dot = np.outer(exponents_dot, exponents) + term_4
    outer_result = np.outer(exponents, exponents)
    if outer_result.shape[0] != len(exponents):
        raise ValueError("operand and p have different shapes")
    if outer_result.shape[1] != len(exponents):
        raise ValueError("operand and p have different shapes")
    overlap_dot = np.empty_like(outer_result)
    overlap = np.empty_like(outer_result)
    if middle[:, :, None].shape[3] != nuclei.shape[1]:
        raise ValueError("middle[:, :, None] and nuclei have different shapes")
    far_dot = np.empty((len(exponents), len(exponents), nuclei.shape[0]))
    far = np.empty((len(exponents), len(exponents), nuclei.shape[0]))
    term_dot = np.empty((len(exponents), len(exponents), nuclei.shape[0]))
    term = np.empty((len(exponents), len(exponents), nuclei.shape[0]))
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            r2_dot[i, j] = 0.0
            r2[i, j] = 0.0
            for k in range(centres.shape[1]):
                quotient = (weighted[i, k] + weighted[j, k]) / p[i, j]
                factor = (
                    weighted_dot[i, k] + weighted_dot[j, k] - quotient * p_dot[i, j]
                )
                quotient_dot = factor / p[i, j]
                middle_dot[i, j, k] = quotient_dot
                middle[i, j, k] = quotient
                r2_dot[i, j] += (
                    2.0
                    * (centres[i, k] - centres[j, k])
                    * (centres_dot[i, k] - centres_dot[j, k])
                )
                r2[i, j] += (centres[i, k] - centres[j, k]) ** 2
            for k in range(nuclei.shape[0]):
                far_dot[i, j, k] = 0.0
                far[i, j, k] = 0.0
                for m in range(centres.shape[1]):
                    far_dot[i, j, k] += (
                        2.0
                        * (middle[i, j, m] - nuclei[k, m])
                        * (middle_dot[i, j, m] - nuclei_dot[k, m])
                    )
                    far[i, j, k] += (middle[i, j, m] - nuclei[k, m]) ** 2
                term_5 = p[i, j] * far_dot[i, j, k]
                term_dot[i, j, k] = p_dot[i, j] * far[i, j, k] + term_5
                term[i, j, k] = p[i, j] * far[i, j, k]
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            operand_dot = -outer_result_dot[i, j]
            quotient = -outer_result[i, j] / p[i, j]
            quotient_dot = (operand_dot - quotient * p_dot[i, j]) / p[i, j]
            exponential = np.exp(quotient * r2[i, j])
            factor_2 = quotient_dot * r2[i, j] + quotient * r2_dot[i, j]
            exponential_dot = exponential * factor_2
            overlap_dot[i, j] = exponential_dot
            overlap[i, j] = exponential
    pulls, pulls_dot = boys_tangent(0, term, term_dot)
    dot_result, dot_result_dot = dot_tangent(pulls, charges, pulls_dot, charges_dot)
    attraction_dot = np.empty((len(exponents), len(exponents)))
    attraction = np.empty((len(exponents), len(exponents)))
    term_2_dot = np.empty((len(exponents), len(exponents), nuclei.shape[0]))
    term_2 = np.empty((len(exponents), len(exponents), nuclei.shape[0]))
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            quotient = -2.0 * np.pi / p[i, j]
            quotient_dot = -quotient * p_dot[i, j] / p[i, j]
            factor_3 = quotient_dot * overlap[i, j] + quotient * overlap_dot[i, j]
            term_6 = factor_3 * dot_result[i, j]
            term_7 = quotient * overlap[i, j] * dot_result_dot[i, j]
            attraction_dot[i, j] = term_6 + term_7
            attraction[i, j] = quotient * overlap[i, j] * dot_result[i, j]
            for k in range(nuclei.shape[0]):
                term_8 = p[i, j] * far_dot[i, j, k]
                term_2_dot[i, j, k] = p_dot[i, j] * far[i, j, k] + term_8
                term_2[i, j, k] = p[i, j] * far[i, j, k]
    boys_result, boys_result_dot = boys_tangent(1, term_2, term_2_dot)
    slope_dot = np.empty((len(exponents), len(exponents)))
    slope = np.empty((len(exponents), len(exponents)))
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            slope_dot[i, j] = 0.0
            slope[i, j] = 0.0
            for k in range(nuclei.shape[0]):
                slope_dot[i, j] += boys_result_dot[i, j, k]
                slope[i, j] += boys_result[i, j, k]
    on_diagonal_result, on_diagonal_result_dot = on_diagonal_tangent(slope, slope_dot)
    total_dot = 0.0
    total = 0.0
    for i in range(len(on_diagonal_result)):
        total_dot += on_diagonal_result_dot[i]
        total += on_diagonal_result[i]
    return attraction, total, attraction_dot, total_dot
