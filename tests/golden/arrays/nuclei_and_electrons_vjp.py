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


def boys(n, t):
    x = n + 0.5
    a = n + 0.5
    gamma_x = math.gamma(x)
    out = np.empty((t.shape[0], t.shape[1], t.shape[2]))
    for i in range(t.shape[0]):
        for j in range(t.shape[1]):
            for k in range(t.shape[2]):
                t_2 = np.maximum(t[i, j, k], 1e-06)
                gammainc_result = gammainc(a, t_2)
                out[i, j, k] = gamma_x * gammainc_result / (2.0 * t_2 ** (n + 0.5))
    return out


def gamma_density(a, x):
    """The derivative of the incomplete gamma function by x:
    s2sad.library.special_incomplete.gamma_density(a, x).
    """
    if x == 0.0:
        result = 1.0 if a == 1.0 else 0.0 if a > 1.0 else math.inf
    else:
        result = gamma_power(a, x) * a / x
    return result


def gammainc_adjoint(a, x, z_bar):
    return gamma_density(a, x) * z_bar


def boys_adjoint(n, t, result_bar, t_bar):
    """The adjoint of t is added to t_bar."""
    # forward sweep
    x = n + 0.5
    a = n + 0.5
    gamma_x = math.gamma(x)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(t.shape[0]):
        for j in range(t.shape[1]):
            for k in range(t.shape[2]):
                t_2 = np.maximum(t[i, j, k], 1e-06)
                power = t_2 ** (n + 0.5)
                quotient = gamma_x * gammainc(a, t_2) / (2.0 * power)
                numerator_bar = result_bar[i, j, k] / (2.0 * power)
                power_bar = -2.0 * quotient * numerator_bar
                factor = (n + 0.5) * t_2 ** (n + 0.5 - 1.0) if n + 0.5 != 0.0 else 0.0
                t_2_bar = factor * power_bar
                t_2_bar += gammainc_adjoint(a, t_2, gamma_x * numerator_bar)
                t_bar[i, j, k] += t_2_bar if t[i, j, k] >= 1e-06 else 0.0


def dot(left, right):
    """The sums of left[i, j, k] * right[k] over k."""
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of dot have different shapes")
    result = np.empty((left.shape[0], left.shape[1]))
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total = 0.0
            for k in range(left.shape[2]):
                total += left[i, j, k] * right[k]
            result[i, j] = total
    return result


def dot_adjoint(left, right, result_bar, left_bar, right_bar):
    """The adjoint of left and right is added to left_bar, right_bar."""
    # forward sweep
    if right.shape[0] != left.shape[2]:
        raise ValueError("operands of dot have different shapes")

    # reverse sweep
    for i in range(left.shape[0]):
        for j in range(left.shape[1]):
            total_bar = result_bar[i, j]
            for k in range(left.shape[2]):
                left_bar[i, j, k] += right[k] * total_bar
                right_bar[k] += left[i, j, k] * total_bar


def on_diagonal(a):
    """The elements on a diagonal of the first two axes, along the first."""
    count = max(min(a.shape[0], a.shape[1]), 0)
    found = np.empty(count)
    for i in range(count):
        found[i] = a[i, i]
    return found


def on_diagonal_adjoint(result_bar, a_bar):
    """The adjoint of a is added to a_bar."""
    # forward sweep
    count = max(min(a_bar.shape[0], a_bar.shape[1]), 0)

    # reverse sweep
    for i in range(count):
        a_bar[i, i] += result_bar[i]


def nuclei_and_electrons_vjp(
    exponents, centres, nuclei, charges, result_0_bar, result_1_bar
):
    """The adjoints of exponents, centres, nuclei and charges of
    nuclei_and_electrons, for the adjoint of its result.
    """
    # forward sweep
    p = np.empty((len(exponents), len(exponents)))
    if exponents[:, None].shape[0] != centres.shape[0]:
        raise ValueError("exponents[:, None] and centres have different shapes")
    weighted = np.empty_like(centres)
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            p[i, j] = exponents[i] + exponents[j]
        for j in range(centres.shape[1]):
            weighted[i, j] = exponents[i] * centres[i, j]
    middle = np.empty((len(exponents), len(exponents), centres.shape[1]))
    r2 = np.empty((len(exponents), len(exponents)))
    outer_result = np.outer(exponents, exponents)
    if outer_result.shape[0] != len(exponents):
        raise ValueError("operand and p have different shapes")
    if outer_result.shape[1] != len(exponents):
        raise ValueError("operand and p have different shapes")
    overlap = np.empty_like(outer_result)
    if middle[:, :, None].shape[3] != nuclei.shape[1]:
        raise ValueError("middle[:, :, None] and nuclei have different shapes")
    far = np.empty((len(exponents), len(exponents), nuclei.shape[0]))
    term = np.empty((len(exponents), len(exponents), nuclei.shape[0]))
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            r2[i, j] = 0.0
            for k in range(centres.shape[1]):
                middle[i, j, k] = (weighted[i, k] + weighted[j, k]) / p[i, j]
                r2[i, j] += (centres[i, k] - centres[j, k]) ** 2
            for k in range(nuclei.shape[0]):
                far[i, j, k] = 0.0
                for m in range(centres.shape[1]):
                    far[i, j, k] += (middle[i, j, m] - nuclei[k, m]) ** 2
                term[i, j, k] = p[i, j] * far[i, j, k]
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            exponential = np.exp(-outer_result[i, j] / p[i, j] * r2[i, j])
            overlap[i, j] = exponential
    pulls = boys(0, term)
    dot_result = dot(pulls, charges)
    term_2 = np.empty((len(exponents), len(exponents), nuclei.shape[0]))
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            for k in range(nuclei.shape[0]):
                term_2[i, j, k] = p[i, j] * far[i, j, k]
    boys_result = boys(1, term_2)
    slope = np.empty((len(exponents), len(exponents)))
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            slope[i, j] = 0.0
            for k in range(nuclei.shape[0]):
                slope[i, j] += boys_result[i, j, k]
    on_diagonal_result = on_diagonal(slope)

    # reverse sweep
    centres_bar = np.zeros_like(centres)
    nuclei_bar = np.zeros_like(nuclei)
    charges_bar = np.zeros_like(charges)
    attraction_bar = result_0_bar.copy()
    on_diagonal_result_bar = np.empty_like(on_diagonal_result)
    for i in range(len(on_diagonal_result)):
        on_diagonal_result_bar[i] = result_1_bar
    slope_bar = np.zeros_like(slope)
    on_diagonal_adjoint(on_diagonal_result_bar, slope_bar)
    boys_result_bar = np.empty_like(boys_result)
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            for k in range(nuclei.shape[0]):
                boys_result_bar[i, j, k] = slope_bar[i, j]
    term_2_bar = np.zeros_like(term_2)
    boys_adjoint(1, term_2, boys_result_bar, term_2_bar)
    p_bar = np.empty_like(p)
    overlap_bar = np.empty_like(overlap)
    far_bar = np.empty_like(far)
    dot_result_bar = np.empty_like(dot_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            quotient = -2.0 * np.pi / p[i, j]
            p_i_4_j_bar = 0.0
            for k in range(nuclei.shape[0]):
                p_i_4_j_bar += far[i, j, k] * term_2_bar[i, j, k]
                far_bar[i, j, k] = p[i, j] * term_2_bar[i, j, k]
            p_bar[i, j] = p_i_4_j_bar
            quotient_bar = overlap[i, j] * dot_result[i, j] * attraction_bar[i, j]
            overlap_bar[i, j] = quotient * dot_result[i, j] * attraction_bar[i, j]
            dot_result_bar[i, j] = quotient * overlap[i, j] * attraction_bar[i, j]
            p_bar[i, j] -= quotient * quotient_bar / p[i, j]
    pulls_bar = np.zeros_like(pulls)
    dot_adjoint(pulls, charges, dot_result_bar, pulls_bar, charges_bar)
    term_bar = np.zeros_like(term)
    boys_adjoint(0, term, pulls_bar, term_bar)
    r2_bar = np.empty_like(r2)
    outer_result_bar = np.empty_like(outer_result)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(outer_result.shape[0]):
        for j in range(outer_result.shape[1]):
            quotient = -outer_result[i, j] / p[i, j]
            exponential = np.exp(quotient * r2[i, j])
            exponential_bar = overlap_bar[i, j]
            r2_bar[i, j] = quotient * exponential * exponential_bar
            numerator_bar = r2[i, j] * exponential * exponential_bar / p[i, j]
            p_bar[i, j] -= quotient * numerator_bar
            outer_result_bar[i, j] = -numerator_bar
    weighted_bar = np.zeros_like(weighted)
    middle_bar = np.zeros_like(middle)
    for i in range(len(exponents)):
        for j in range(len(exponents)):
            p_i_2_j_bar = 0.0
            for k in range(nuclei.shape[0]):
                p_i_2_j_bar += far[i, j, k] * term_bar[i, j, k]
                far_bar[i, j, k] += p[i, j] * term_bar[i, j, k]
                for m in range(centres.shape[1]):
                    difference_bar = (
                        2.0 * (middle[i, j, m] - nuclei[k, m]) * far_bar[i, j, k]
                    )
                    middle_bar[i, j, m] += difference_bar
                    nuclei_bar[k, m] -= difference_bar
            p_bar[i, j] += p_i_2_j_bar
            p_i_2_j_3_bar = 0.0
            for k in range(centres.shape[1]):
                difference_bar = 2.0 * (centres[i, k] - centres[j, k]) * r2_bar[i, j]
                centres_bar[i, k] += difference_bar
                centres_bar[j, k] -= difference_bar
                quotient = (weighted[i, k] + weighted[j, k]) / p[i, j]
                numerator_bar = middle_bar[i, j, k] / p[i, j]
                weighted_bar[i, k] += numerator_bar
                weighted_bar[j, k] += numerator_bar
                p_i_2_j_3_bar -= quotient * numerator_bar
            p_bar[i, j] += p_i_2_j_3_bar
    exponents_bar = np.dot(outer_result_bar, exponents)
    exponents_bar += np.dot(exponents, outer_result_bar)
    for i in range(len(exponents)):
        exponents_i_bar = 0.0
        for j in range(centres.shape[1]):
            exponents_i_bar += centres[i, j] * weighted_bar[i, j]
            centres_bar[i, j] += exponents[i] * weighted_bar[i, j]
        exponents_bar[i] += exponents_i_bar
        exponents_i_bar = 0.0
        for j in range(len(exponents)):
            exponents_i_bar += p_bar[i, j]
            exponents_bar[j] += p_bar[i, j]
        exponents_bar[i] += exponents_i_bar
    return exponents_bar, centres_bar, nuclei_bar, charges_bar
