import math

import numpy as np


def digamma(x):
    """The derivative of lgamma, written so that its own derivatives are good too."""
    total = 0.0
    y = x
    if y < 0.0:
        angle = math.pi * (y - math.floor(y + 0.5))
        total -= math.pi * math.cos(angle) / math.sin(angle)
        y = 1.0 - y
    if y < 12.0:
        n = math.ceil(12.0 - y)
        for k in range(n):
            total -= 1.0 / (y + k)
        y += n
    w = 1.0 / (y * y)
    tail = 1.0 / 240.0 - w * (1.0 / 132.0 - w * (691.0 / 32760.0 - w / 12.0))
    series = w * (1.0 / 12.0 - w * (1.0 / 120.0 - w * (1.0 / 252.0 - w * tail)))
    return total + math.log(y) - 0.5 / y - series


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


def psi(x):
    """The digamma function, the derivative of the logarithm of gamma:
    scipy.special.digamma(x).
    """
    return digamma(x) if x >= 0.0 or x != np.floor(x) else math.nan


def lower_gamma_by_order(a, x):
    """The derivative of the lower incomplete gamma function by a."""
    if x == 0.0 or x > a + 50.0 + 10.0 * math.sqrt(a):
        result = 0.0 * a
    else:
        term = 1.0
        total = math.log(x) - psi(a + 1.0)
        harmonic = total
        for k in range(1, 100000):
            term *= x / (a + k)
            harmonic -= 1.0 / (a + k)
            total += term * harmonic
            if term * (1.0 + abs(harmonic)) < 1e-18 and x < a + k:
                break
        result = gamma_power(a, x) * total
    return result


def gammaincc_tangent(a, x, a_dot, x_dot):
    z = gammaincc(a, x)
    return z, -lower_gamma_by_order(a, x) * a_dot - gamma_density(a, x) * x_dot


def gamma_density_2(a, x):
    """The derivative of the incomplete gamma function by x:
    s2sad.library.special_incomplete.gamma_density(a, x).
    """
    if x == 0.0:
        result = 1.0 if a == 1.0 else 0.0 if a > 1.0 else math.inf
    else:
        result = gamma_power(a, x) * a / x
    return result


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


def gamma_quantile(a, q):
    """Where the lower incomplete gamma function is p = 1 - q, by the smaller."""
    low = 0.0
    high = math.inf
    x = math.exp(min(math.log(0.5) + gammaln(a + 1.0), 600.0) / a)
    x = min(x, a + 1.0) if 0.5 <= q else a + 1.0
    for _ in range(2000):
        if x == 0.0:
            break
        excess = gammainc(a, x) - 0.5 if 0.5 <= q else q - gammaincc(a, x)
        row = np.array([low, x]) if excess > 0.0 else np.array([x, high])
        if len(row) != 2:
            raise ValueError("row is unpacked into 2 names")
        low = row[0]
        high = row[1]
        density = gamma_density(a, x)
        after = x - excess / density if density > 0.0 else math.inf
        if not low < after < high:
            after = 2.0 * x if high == math.inf else 0.5 * (low + high)
        if abs(after - x) <= 4e-16 * x:
            break
        x = after
    return x


def gammaincinv(a):
    """The inverse of the lower incomplete gamma function:
    scipy.special.gammaincinv(a, 0.5).
    """
    if not a > 0.0:
        result = math.nan
    else:
        result = gamma_quantile(a, 1.0 - 0.5)
    return result


def gammaincinv_tangent(a, a_dot):
    z = gammaincinv(a)
    return z, -lower_gamma_by_order(a, z) * a_dot / gamma_density_2(a, z)


def rain_of_many_sizes_jvp(
    shape,
    slope,
    number,
    largest,
    echoes,
    weights,
    shape_dot,
    slope_dot,
    number_dot,
    largest_dot,
    echoes_dot,
    weights_dot,
):
    """The value of rain_of_many_sizes, and its derivative in the direction
    shape_dot, slope_dot, number_dot, largest_dot, echoes_dot, weights_dot.
    """
    x = shape + 1.0
    power = slope ** (shape + 1.0)
    factor = (
        power * math.log(slope) if slope > 0.0 else 0.0 if slope == 0.0 else math.nan
    )
    term = factor * shape_dot
    factor_2 = (
        (shape + 1.0) * slope ** (shape + 1.0 - 1.0) if shape + 1.0 != 0.0 else 0.0
    )
    term_2 = factor_2 * slope_dot
    power_dot = term_2 + term
    gamma_x = math.gamma(x)
    gamma_x_dot = gamma_x * digamma(x) * shape_dot
    scale = number * power / gamma_x
    factor_3 = number_dot * power + number * power_dot - scale * gamma_x_dot
    scale_dot = factor_3 / gamma_x
    order = np.array([3.0, 3.67, 6.0])
    moments_dot = np.empty(len(order))
    moments = np.empty(len(order))
    x_3_dot = slope_dot * largest + slope * largest_dot
    x_3 = slope * largest
    seen_dot = np.empty(len(order))
    seen = np.empty(len(order))
    for i in range(len(order)):
        x = shape + order[i] + 1.0
        gamma_result = math.gamma(x)
        gamma_result_dot = gamma_result * digamma(x) * shape_dot
        power = slope ** (shape + order[i] + 1.0)
        factor_4 = (
            (shape + order[i] + 1.0) * slope ** (shape + order[i] + 1.0 - 1.0)
            if shape + order[i] + 1.0 != 0.0
            else 0.0
        )
        term_3 = factor_4 * slope_dot
        factor_5 = (
            power * math.log(slope)
            if slope > 0.0
            else 0.0
            if slope == 0.0
            else math.nan
        )
        term_4 = factor_5 * shape_dot
        power_dot = term_3 + term_4
        quotient = scale * gamma_result / power
        factor_6 = (
            scale_dot * gamma_result + scale * gamma_result_dot - quotient * power_dot
        )
        quotient_dot = factor_6 / power
        moments_dot[i] = quotient_dot
        moments[i] = quotient
        a = shape + order[i] + 1.0
        gammaincc_result, gammaincc_result_dot = gammaincc_tangent(
            a, x_3, shape_dot, x_3_dot
        )
        cut = 1.0 - gammaincc_result
        seen_dot[i] = moments_dot[i] * cut - moments[i] * gammaincc_result_dot
        seen[i] = moments[i] * cut
    gammaincinv_result, gammaincinv_result_dot = gammaincinv_tangent(
        shape + 4.0, shape_dot
    )
    median = gammaincinv_result / slope
    median_dot = (gammaincinv_result_dot - median * slope_dot) / slope
    decibels_dot = 10.0 * seen_dot[2] / (np.log(10.0) * seen[2])
    decibels = 10.0 * np.log10(seen[2])
    ratio = moments[1] / moments[0]
    ratio_dot = (moments_dot[1] - ratio * moments_dot[0]) / moments[0]
    if len(echoes) != len(weights):
        raise ValueError("a and weights have different shapes")
    totals_dot = 0.0
    totals = 0.0
    counts_dot = 0.0
    counts = 0.0
    for i in range(len(echoes)):
        a_dot = 2.0 * (decibels - echoes[i]) * (decibels_dot - echoes_dot[i])
        a = (decibels - echoes[i]) ** 2
        totals_dot += a_dot * weights[i] + a * weights_dot[i]
        totals += a * weights[i]
        counts_dot += weights_dot[i]
        counts += weights[i]
    value = totals / counts
    value_dot = (totals_dot - value * counts_dot) / counts
    return value, median, ratio, value_dot, median_dot, ratio_dot
