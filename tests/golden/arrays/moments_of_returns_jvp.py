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


def erfcinv_tangent(x, x_dot):
    z = erfcinv(x)
    return z, -0.5 * math.sqrt(math.pi) * erfcx_repeated_2(0, z) / x * x_dot


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


def log_gamma_near_two(w):
    """The logarithm of gamma(2 + w) for w between -0.5 and 0.5."""
    tail = -2.7595228851242334e-10 * w
    tail = (-1.1921401405860912e-09 + (5.731367241678862e-10 + tail) * w) * w
    tail = (-5.183475041970047e-09 + (2.4836745438024785e-09 + tail) * w) * w
    tail = (-2.2711094608943164e-08 + (1.0838659214896955e-08 + tail) * w) * w
    tail = (-1.0043224823968099e-07 + (4.7698101693639804e-08 + tail) * w) * w
    tail = (-4.492469198764566e-07 + (2.1207184805554665e-07 + tail) * w) * w
    tail = (-2.039215753801366e-06 + (9.55141213040742e-07 + tail) * w) * w
    tail = (-9.439488275268397e-06 + (4.374866789907488e-06 + tail) * w) * w
    tail = (-4.492623673813314e-05 + (2.050721277567069e-05 + tail) * w) * w
    tail = (-0.00022315475845357939 + (9.945751278180853e-05 + tail) * w) * w
    tail = (-0.001192753911703261 + (0.0005096695247430425 + tail) * w) * w
    tail = (-0.007385551028673986 + (0.0028905103307415234 + tail) * w) * w
    tail = (-0.0673523010531981 + (0.020580808427784546 + tail) * w) * w
    tail = (0.42278433509846713 + (0.3224670334241132 + tail) * w) * w
    return tail


def log_gamma_positive(x):
    """The logarithm of gamma for x > 0."""
    if x > 1e17:
        result = x * (math.log(x) - 1.0)
    elif x > 10.0:
        stirling = (x - 0.5) * math.log(x) - x + 0.5 * math.log(2.0 * math.pi)
        w = 1.0 / (x * x)
        term = w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1188.0 - term
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        result = stirling + (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / x
    elif x < 0.5:
        result = log_gamma_near_two(x) - math.log1p(x) - math.log(x)
    elif x < 1.5:
        result = log_gamma_near_two(x - 1.0) - math.log1p(x - 1.0)
    else:
        factor = 1.0
        while x > 2.5:
            x -= 1.0
            factor *= x
        result = log_gamma_near_two(x - 2.0) + math.log(factor)
    return result


def gammaln(x):
    """The logarithm of the absolute value of the gamma function:
    scipy.special.gammaln(x).
    """
    if x > 0.0:
        result = log_gamma_positive(x)
    else:
        distance = x - np.floor(x + 0.5)
        if distance == 0.0 or x < -1e16:
            result = math.inf if x > -math.inf else x
        else:
            sine = abs(math.sin(math.pi * distance))
            result = (
                math.log(math.pi / sine) - math.log(abs(x)) - log_gamma_positive(-x)
            )
    return result


def upper_gamma_near_zero(a, x):
    """The regularised upper incomplete gamma function for a < 1 and x < 1.5."""
    logarithm = a * math.log(x)
    if a < 0.5:
        logarithm -= log_gamma_near_two(a) - math.log1p(a)
    else:
        logarithm -= gammaln(1.0 + a)
    term = 1.0
    total = 0.0
    for k in range(1, 30):
        term *= -x / k
        total += term / (a + k)
    return -math.expm1(logarithm) - a * math.exp(logarithm) * total


def gammaincc(a, x):
    """The regularised upper incomplete gamma function: scipy.special.gammaincc(a,
    x).
    """
    if not (a > 0.0 and 0.0 < x < math.inf):
        if x < 0.0 or a < 0.0 or x != x or a != a:
            result = math.nan
        else:
            result = 1.0 if x == 0.0 and a > 0.0 else 0.0
    elif x >= max(a + 1.0, 1.5):
        result = upper_gamma(a, x)
    else:
        result = upper_gamma_near_zero(a, x) if a < 1.0 else 1.0 - lower_gamma(a, x)
    return result


def gammaincc_tangent(a, x, x_dot):
    z = gammaincc(a, x)
    return z, -gamma_density(a, x) * x_dot


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
    number = len(a) - 1
    return squares / number, squares_dot / number


def moments_of_returns_jvp(
    returns, weights, level, returns_dot, weights_dot, level_dot
):
    """The value of moments_of_returns, and its derivative in the direction
    returns_dot, weights_dot, level_dot.
    """
    if returns.shape[1] != len(weights):
        raise ValueError("returns and weights have different shapes")
    book_dot = returns_dot @ weights + returns @ weights_dot
    book = returns @ weights
    n = len(book)
    total_dot = 0.0
    total = 0.0
    for i in range(n):
        total_dot += book_dot[i]
        total += book[i]
    values_2 = total / n
    values_2_dot = total_dot / n
    a_2_dot = np.empty_like(book)
    a_2 = np.empty_like(book)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(n):
        a_2_dot[i] = 3.0 * (book[i] - values_2) ** 2 * (book_dot[i] - values_2_dot)
        a_2[i] = (book[i] - values_2) ** 3
        total_2_dot += book_dot[i]
        total_2 += book[i]
    values_2_2 = total_2 / n
    values_2_2_dot = total_2_dot / n
    total_3_dot = 0.0
    total_3 = 0.0
    total_4_dot = 0.0
    total_4 = 0.0
    total_5_dot = 0.0
    total_5 = 0.0
    for i in range(n):
        total_3_dot += a_2_dot[i]
        total_3 += a_2[i]
        total_4_dot += 2.0 * (book[i] - values_2_2) * (book_dot[i] - values_2_2_dot)
        total_4 += (book[i] - values_2_2) ** 2
        total_5_dot += book_dot[i]
        total_5 += book[i]
    quotient_2 = total_4 / len(book)
    power_dot = 1.5 * quotient_2**0.5 * total_4_dot / len(book)
    power = quotient_2**1.5
    skew = total_3 / len(book) / power
    skew_dot = (total_3_dot / len(book) - skew * power_dot) / power
    values_2_3 = total_5 / n
    values_2_3_dot = total_5_dot / n
    a_2_3_dot = np.empty_like(book)
    a_2_3 = np.empty_like(book)
    total_6_dot = 0.0
    total_6 = 0.0
    for i in range(n):
        a_2_3_dot[i] = (
            4.0 * (book[i] - values_2_3) ** 3 * (book_dot[i] - values_2_3_dot)
        )
        a_2_3[i] = (book[i] - values_2_3) ** 4
        total_6_dot += book_dot[i]
        total_6 += book[i]
    values_2_2_2 = total_6 / n
    values_2_2_2_dot = total_6_dot / n
    total_7_dot = 0.0
    total_7 = 0.0
    total_8_dot = 0.0
    total_8 = 0.0
    erfcinv_result, erfcinv_result_dot = erfcinv_tangent(2.0 * level, 2.0 * level_dot)
    root = math.sqrt(2.0)
    z_dot = -root * erfcinv_result_dot
    z = -root * erfcinv_result
    variances, variances_dot = variance_tangent(book, book_dot)
    total_9_dot = 0.0
    total_9 = 0.0
    a_2_4_dot = np.empty_like(book)
    a_2_4 = np.empty_like(book)
    weights_2 = np.ones_like(a_2_4)
    totals_2_dot = 0.0
    totals_2 = 0.0
    counts_2 = 0.0
    total_10_dot = 0.0
    total_10 = 0.0
    total_11_dot = 0.0
    total_11 = 0.0
    total_12_dot = np.zeros(returns.shape[1])
    total_12 = np.zeros(returns.shape[1])
    for i in range(returns.shape[0]):
        for j in range(returns.shape[1]):
            total_12_dot[j] += returns_dot[i, j]
            total_12[j] += returns[i, j]
    values_3_dot = np.empty(returns.shape[1])
    values_3 = np.empty(returns.shape[1])
    for i in range(returns.shape[1]):
        values_3_dot[i] = total_12_dot[i] / returns.shape[0]
        values_3[i] = total_12[i] / returns.shape[0]
    total_13_dot = 0.0
    total_13 = 0.0
    for i in range(n):
        total_7_dot += a_2_3_dot[i]
        total_7 += a_2_3[i]
        total_8_dot += 2.0 * (book[i] - values_2_2_2) * (book_dot[i] - values_2_2_2_dot)
        total_8 += (book[i] - values_2_2_2) ** 2
        total_9_dot += book_dot[i]
        total_9 += book[i]
        a = 1.0 + book[i]
        a_2_4_dot[i] = book_dot[i] / a
        a_2_4[i] = np.log(a)
        totals_2_dot += a_2_4_dot[i] * weights_2[i]
        totals_2 += a_2_4[i] * weights_2[i]
        counts_2 += weights_2[i]
        below = np.minimum(book[i] - 0.01, 0.0)
        total_10_dot += book_dot[i]
        total_10 += book[i]
        total_11_dot += 2.0 * below * (book_dot[i] if book[i] - 0.01 <= 0.0 else 0.0)
        total_11 += below**2
        total_13_dot += book_dot[i]
        total_13 += book[i]
    quotient_2_dot = total_7_dot / len(book)
    quotient_3 = total_8 / len(book)
    quotient_3_dot = total_8_dot / len(book)
    ratio_2 = total_7 / len(book) / quotient_3**2
    factor = quotient_2_dot - 2.0 * ratio_2 * quotient_3 * quotient_3_dot
    ratio_2_dot = factor / quotient_3**2
    bulge = ratio_2 - 3.0
    corrected_dot = (
        z_dot
        + (2.0 * z * z_dot * skew + (z**2 - 1.0) * skew_dot) / 6.0
        + ((3.0 * z**2 * z_dot - 3.0 * z_dot) * bulge + (z**3 - 3.0 * z) * ratio_2_dot)
        / 24.0
        - (
            (6.0 * z**2 * z_dot - 5.0 * z_dot) * skew**2
            + 2.0 * (2.0 * z**3 - 5.0 * z) * skew * skew_dot
        )
        / 36.0
    )
    corrected = (
        z
        + (z**2 - 1.0) * skew / 6.0
        + (z**3 - 3.0 * z) * bulge / 24.0
        - (2.0 * z**3 - 5.0 * z) * skew**2 / 36.0
    )
    quotient_2_dot = total_9_dot / n
    sqrt_variances = np.sqrt(variances)
    sqrt_variances_dot = variances_dot / (2.0 * sqrt_variances)
    risk_dot = -(
        quotient_2_dot
        + (corrected_dot * sqrt_variances + corrected * sqrt_variances_dot)
    )
    risk = -(total_9 / n + corrected * sqrt_variances)
    bera_dot = len(book) / 6.0 * (2.0 * skew * skew_dot + 0.5 * bulge * ratio_2_dot)
    bera = len(book) / 6.0 * (skew**2 + 0.25 * bulge**2)
    exp_quotient = np.exp(totals_2 / counts_2)
    growth_dot = exp_quotient * totals_2_dot / counts_2
    growth = exp_quotient - 1.0
    sqrt_quotient = np.sqrt(total_11 / n)
    sqrt_quotient_dot = total_11_dot / n / (2.0 * sqrt_quotient)
    sortino = (total_10 / n - 0.01) / sqrt_quotient
    sortino_dot = (total_10_dot / n - sortino * sqrt_quotient_dot) / sqrt_quotient
    term_dot = np.empty_like(book)
    term = np.empty_like(book)
    for i in range(n):
        term_dot[i] = book_dot[i] - total_13_dot / n
        term[i] = book[i] - total_13 / n
    term_part_dot = term_dot[:, None]
    term_part = term[:, None]
    a_3_dot = np.empty_like(returns)
    a_3 = np.empty_like(returns)
    for i in range(returns.shape[0]):
        for j in range(returns.shape[1]):
            term_2 = (
                2.0
                * (returns[i, j] - values_3[j])
                * term_part[i, 0]
                * term_part_dot[i, 0]
            )
            term_3 = (returns_dot[i, j] - values_3_dot[j]) * term_part[i, 0] ** 2
            a_3_dot[i, j] = term_3 + term_2
            a_3[i, j] = (returns[i, j] - values_3[j]) * term_part[i, 0] ** 2
    total_14_dot = np.zeros(returns.shape[1])
    total_14 = np.zeros(returns.shape[1])
    a_4 = 2 / 2.0
    scale_2 = 2.0 * 1
    if scale_2 > 0.0:
        x_2 = (bera - 0.0) / scale_2
        x_2_dot = bera_dot / scale_2
    else:
        x_2_dot = 0.0
        x_2 = math.nan
    total_15_dot = 0.0
    total_15 = 0.0
    for i in range(n):
        for j in range(returns.shape[1]):
            total_14_dot[j] += a_3_dot[i, j]
            total_14[j] += a_3[i, j]
        total_15_dot += book_dot[i]
        total_15 += book[i]
    values_2_4 = total_15 / n
    values_2_4_dot = total_15_dot / n
    total_16_dot = 0.0
    total_16 = 0.0
    for i in range(n):
        distances = book[i] - values_2_4
        total_16_dot += 3.0 * distances**2 * (book_dot[i] - values_2_4_dot)
        total_16 += distances**3
    quotient_dot = np.empty(returns.shape[1])
    quotient = np.empty(returns.shape[1])
    for i in range(returns.shape[1]):
        co = total_14[i] / n
        co_dot = total_14_dot[i] / n
        quotient_2 = total_16 / n
        quotient_3 = co / quotient_2
        quotient_dot[i] = (co_dot - quotient_3 * total_16_dot / n) / quotient_2
        quotient[i] = quotient_3
    if x_2 <= 0.0 and a_4 > 0.0:
        value_dot = 0.0
        value = 1.0
    else:
        value, value_dot = gammaincc_tangent(a_4, x_2, x_2_dot)
    return (
        risk,
        value,
        growth,
        sortino,
        quotient,
        risk_dot,
        value_dot,
        growth_dot,
        sortino_dot,
        quotient_dot,
    )
