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


def erfcinv_tail(x):
    """The inverse of erfc below 0.5, by Newton's method for its logarithm."""
    if not x > 0.0:
        result = math.inf if x == 0.0 else math.nan
    else:
        log_x = math.log(x)
        z = math.sqrt(max(0.2, -log_x - 0.5 * math.log(-math.pi * log_x)))
        for _ in range(6):
            scaled = erfcx_repeated(0, z)
            z += 0.5 * math.sqrt(math.pi) * scaled * (math.log(scaled) - z * z - log_x)
        result = z
    return result


def erfinv_middle(x):
    """The inverse of erf between -0.5 and 0.5, by Newton's method."""
    z = 0.5 * math.sqrt(math.pi) * x
    for _ in range(5):
        z -= 0.5 * math.sqrt(math.pi) * math.exp(z * z) * (math.erf(z) - x)
    return z


def erfcinv(x):
    """The inverse of the complementary error function: scipy.special.erfcinv(x)."""
    if x < 0.5:
        result = erfcinv_tail(x)
    elif x > 1.5:
        result = -erfcinv_tail(2.0 - x)
    else:
        result = erfinv_middle(1.0 - x)
    return result


def erfcx_repeated_2(n, x):
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


def erfcinv_adjoint(x, z_bar):
    z = erfcinv(x)
    return -(0.5 * math.sqrt(math.pi) * erfcx_repeated_2(0, z) / x * z_bar)


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


def gammaincc_adjoint(a, x, z_bar):
    return -(gamma_density(a, x) * z_bar)


def variance_forward(a):
    """The result of variance, and what variance_reverse reads: mean and number."""
    total = 0.0
    for i in range(len(a)):
        total += a[i]
    mean = total / len(a)
    squares = 0.0
    for i in range(len(a)):
        squares += (a[i] - mean) ** 2
    number = len(a) - 1
    return squares / number, mean, number


def variance_reverse(a, mean, number, result_bar, a_bar):
    """The adjoint of a is added to a_bar, after variance_forward."""
    squares_bar = result_bar / number
    mean_bar = 0.0
    for i in range(len(a)):
        difference_bar = 2.0 * (a[i] - mean) * squares_bar
        a_bar[i] += difference_bar
        mean_bar -= difference_bar
    total_bar = mean_bar / len(a)
    for i in range(len(a)):
        a_bar[i] += total_bar


def moments_of_returns_vjp(
    returns,
    weights,
    level,
    result_0_bar,
    result_1_bar,
    result_2_bar,
    result_3_bar,
    result_4_bar,
):
    """The adjoints of returns, weights and level of moments_of_returns, for the
    adjoint of its result.
    """
    # forward sweep
    if returns.shape[1] != len(weights):
        raise ValueError("returns and weights have different shapes")
    book = returns @ weights
    n = len(book)
    total = 0.0
    for i in range(n):
        total += book[i]
    values_2 = total / n
    a_2 = np.empty_like(book)
    total_2 = 0.0
    for i in range(n):
        a_2[i] = (book[i] - values_2) ** 3
        total_2 += book[i]
    values_2_2 = total_2 / n
    total_3 = 0.0
    total_4 = 0.0
    total_5 = 0.0
    for i in range(n):
        total_3 += a_2[i]
        total_4 += (book[i] - values_2_2) ** 2
        total_5 += book[i]
    power = (total_4 / len(book)) ** 1.5
    skew = total_3 / len(book) / power
    values_2_3 = total_5 / n
    a_2_3 = np.empty_like(book)
    total_6 = 0.0
    for i in range(n):
        a_2_3[i] = (book[i] - values_2_3) ** 4
        total_6 += book[i]
    values_2_2_2 = total_6 / n
    total_7 = 0.0
    total_8 = 0.0
    root_2 = math.sqrt(2.0)
    z = -root_2 * erfcinv(2.0 * level)
    variances, mean_4, number = variance_forward(book)
    a_2_4 = np.empty_like(book)
    weights_2 = np.ones_like(a_2_4)
    totals_2 = 0.0
    counts_2 = 0.0
    total_10 = 0.0
    total_11 = 0.0
    total_12 = np.zeros(returns.shape[1])
    for i in range(returns.shape[0]):
        for j in range(returns.shape[1]):
            total_12[j] += returns[i, j]
    values_3 = np.empty(returns.shape[1])
    for i in range(returns.shape[1]):
        values_3[i] = total_12[i] / returns.shape[0]
    total_13 = 0.0
    for i in range(n):
        total_7 += a_2_3[i]
        total_8 += (book[i] - values_2_2_2) ** 2
        a_2_4[i] = np.log(1.0 + book[i])
        totals_2 += a_2_4[i] * weights_2[i]
        counts_2 += weights_2[i]
        below = np.minimum(book[i] - 0.01, 0.0)
        total_10 += book[i]
        total_11 += below**2
        total_13 += book[i]
    ratio_2 = total_7 / len(book) / (total_8 / len(book)) ** 2
    bulge = ratio_2 - 3.0
    corrected = (
        z
        + (z**2 - 1.0) * skew / 6.0
        + (z**3 - 3.0 * z) * bulge / 24.0
        - (2.0 * z**3 - 5.0 * z) * skew**2 / 36.0
    )
    sqrt_variances = np.sqrt(variances)
    bera = len(book) / 6.0 * (skew**2 + 0.25 * bulge**2)
    root = np.sqrt(total_11 / n)
    sortino = (total_10 / n - 0.01) / root
    term = np.empty_like(book)
    for i in range(n):
        term[i] = book[i] - total_13 / n
    term_part = term[:, None]
    a_3 = np.empty_like(returns)
    for i in range(returns.shape[0]):
        for j in range(returns.shape[1]):
            a_3[i, j] = (returns[i, j] - values_3[j]) * term_part[i, 0] ** 2
    total_14 = np.zeros(returns.shape[1])
    a_4 = 2 / 2.0
    scale_2 = 2.0 * 1
    if scale_2 > 0.0:
        x_2 = (bera - 0.0) / scale_2
    else:
        x_2 = math.nan
    total_15 = 0.0
    for i in range(n):
        for j in range(returns.shape[1]):
            total_14[j] += a_3[i, j]
        total_15 += book[i]
    values_2_4 = total_15 / n
    total_16 = 0.0
    for i in range(n):
        total_16 += (book[i] - values_2_4) ** 3

    # reverse sweep
    returns_bar = np.empty_like(returns)
    quotient_bar = result_4_bar.copy()
    skew_bar = 0.0
    bulge_bar = 0.0
    if not (x_2 <= 0.0 and a_4 > 0.0):
        x_2_bar = gammaincc_adjoint(a_4, x_2, result_1_bar)
        if scale_2 > 0.0:
            sum_bar = len(book) / 6.0 * x_2_bar / scale_2
            skew_bar += 2.0 * skew * sum_bar
            bulge_bar += 0.5 * bulge * sum_bar
    total_14_bar = np.empty_like(total_14)

    # forward and reverse in one sweep: the iterations are independent
    total_16_bar = 0.0
    for i in range(returns.shape[1]):
        co = total_14[i] / n
        numerator_bar = quotient_bar[i] / (total_16 / n)
        total_16_bar -= co * numerator_bar / (total_16 / n) / n
        total_14_bar[i] = numerator_bar / n
    book_bar = np.empty_like(book)

    # forward and reverse in one sweep: the iterations are independent
    values_2_4_bar = 0.0
    for i in range(n):
        distances_bar = 3.0 * (book[i] - values_2_4) ** 2 * total_16_bar
        book_bar[i] = distances_bar
        values_2_4_bar -= distances_bar
    total_15_bar = values_2_4_bar / n
    a_3_bar = np.empty_like(a_3)
    for i in range(n):
        book_bar[i] += total_15_bar
        for j in range(returns.shape[1]):
            a_3_bar[i, j] = total_14_bar[j]
    values_3_bar = np.zeros_like(values_3)
    term_bar = np.zeros_like(term)
    term_part_bar = term_bar[:, None]
    for i in range(returns.shape[0]):
        for j in range(returns.shape[1]):
            difference_bar = term_part[i, 0] ** 2 * a_3_bar[i, j]
            returns_bar[i, j] = difference_bar
            values_3_bar[j] -= difference_bar
            term_part_bar[i, 0] += (
                2.0 * term_part[i, 0] * (returns[i, j] - values_3[j]) * a_3_bar[i, j]
            )
    total_13_bar = 0.0
    for i in range(n):
        book_bar[i] += term_bar[i]
        total_13_bar -= term_bar[i] / n
    numerator_bar = result_3_bar / root
    total_10_bar = numerator_bar / n
    total_11_bar = -sortino * numerator_bar / (2.0 * root) / n
    totals_2_bar = np.exp(totals_2 / counts_2) * result_2_bar / counts_2
    total_9_bar = -result_0_bar / n
    corrected_bar = -sqrt_variances * result_0_bar
    product_bar = corrected_bar / 6.0
    z_bar = corrected_bar + 2.0 * z * skew * product_bar
    skew_bar += (z**2 - 1.0) * product_bar
    product_bar = corrected_bar / 24.0
    z_bar += (3.0 * z**2 * bulge - 3.0 * bulge) * product_bar
    bulge_bar += (z**3 - 3.0 * z) * product_bar
    product_bar = -(corrected_bar / 36.0)
    z_bar += (6.0 * z**2 - 5.0) * skew**2 * product_bar
    skew_bar += 2.0 * skew * (2.0 * z**3 - 5.0 * z) * product_bar
    numerator_bar = bulge_bar / (total_8 / len(book)) ** 2
    total_7_bar = numerator_bar / len(book)
    total_8_bar = -2.0 * total_8 * ratio_2 * numerator_bar / len(book) / len(book)
    a_2_3_bar = np.empty_like(a_2_3)
    a_2_4_bar = np.empty_like(a_2_4)

    # forward and reverse in one sweep: the iterations are independent
    values_2_2_2_bar = 0.0
    for i in range(n):
        below = np.minimum(book[i] - 0.01, 0.0)
        below_bar = 2.0 * below * total_11_bar
        book_bar[i] += total_13_bar + total_10_bar
        a_2_4_bar[i] = weights_2[i] * totals_2_bar
        a_bar = a_2_4_bar[i] / (1.0 + book[i])
        book_bar[i] += (below_bar if book[i] - 0.01 <= 0.0 else 0.0) + a_bar
        a_2_3_bar[i] = total_7_bar
        difference_bar = 2.0 * (book[i] - values_2_2_2) * total_8_bar
        book_bar[i] += total_9_bar + difference_bar
        values_2_2_2_bar -= difference_bar
    total_12_bar = np.empty_like(total_12)
    for i in range(returns.shape[1]):
        total_12_bar[i] = values_3_bar[i] / returns.shape[0]
    for i in range(returns.shape[0]):
        for j in range(returns.shape[1]):
            returns_bar[i, j] += total_12_bar[j]
    variance_reverse(
        book,
        mean_4,
        number,
        -corrected * result_0_bar / (2.0 * sqrt_variances),
        book_bar,
    )
    level_bar = 2.0 * erfcinv_adjoint(2.0 * level, -root_2 * z_bar)
    total_6_bar = values_2_2_2_bar / n
    values_2_3_bar = 0.0
    for i in range(n):
        difference_bar = 4.0 * (book[i] - values_2_3) ** 3 * a_2_3_bar[i]
        book_bar[i] += total_6_bar + difference_bar
        values_2_3_bar -= difference_bar
    total_5_bar = values_2_3_bar / n
    numerator_bar = skew_bar / power
    total_3_bar = numerator_bar / len(book)
    total_4_bar = -1.5 * (total_4 / len(book)) ** 0.5 * skew * numerator_bar / len(book)
    a_2_bar = np.empty_like(a_2)
    values_2_2_bar = 0.0
    for i in range(n):
        a_2_bar[i] = total_3_bar
        difference_bar = 2.0 * (book[i] - values_2_2) * total_4_bar
        book_bar[i] += total_5_bar + difference_bar
        values_2_2_bar -= difference_bar
    total_2_bar = values_2_2_bar / n
    values_2_bar = 0.0
    for i in range(n):
        difference_bar = 3.0 * (book[i] - values_2) ** 2 * a_2_bar[i]
        book_bar[i] += total_2_bar + difference_bar
        values_2_bar -= difference_bar
    total_bar = values_2_bar / n
    for i in range(n):
        book_bar[i] += total_bar
    returns_bar += np.outer(book_bar, weights)
    return returns_bar, returns.T @ book_bar, level_bar
