import math

import numpy as np


def length_of(x):
    """The Euclidean length of a vector: s2sad.library.norms.length_of(x)."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x[i]
    return np.sqrt(total)


def length_of_tangent(x, x_dot):
    z = length_of(x)
    total = 0.0
    for i in range(len(x)):
        total += x[i] * x_dot[i]
    return z, total / (z if z != 0.0 else 1.0)


def correlation_tangent(x, y, x_dot, y_dot):
    """correlation and its tangent."""
    if len(x) != len(y):
        raise ValueError("x and y must have the same length")
    if len(x) < 2:
        raise ValueError("x and y must have length at least 2")
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        total_dot += x_dot[i]
        total += x[i]
    dx_dot = np.empty_like(x)
    dx = np.empty_like(x)
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(x)):
        dx_dot[i] = x_dot[i] - total_dot / len(x)
        dx[i] = x[i] - total / len(x)
        total_2_dot += y_dot[i]
        total_2 += y[i]
    dy_dot = np.empty_like(y)
    dy = np.empty_like(y)
    values, values_dot = length_of_tangent(dx, dx_dot)
    total_3_dot = 0.0
    total_3 = 0.0
    for i in range(len(x)):
        dy_dot[i] = y_dot[i] - total_2_dot / len(x)
        dy[i] = y[i] - total_2 / len(x)
        total_3_dot += dx_dot[i] * dy[i] + dx[i] * dy_dot[i]
        total_3 += dx[i] * dy[i]
    values_2, values_2_dot = length_of_tangent(dy, dy_dot)
    r = total_3 / (values * values_2)
    factor = total_3_dot - r * (values_dot * values_2 + values * values_2_dot)
    r_dot = factor / (values * values_2)
    value = min(max(r, -1.0), 1.0)
    return value, 0.0 if 1.0 < max(r, -1.0) else 0.0 if -1.0 > r else r_dot


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


def stirling_ratio(b, a):
    """The logarithm of gamma(b) / gamma(a + b), for b > 10 and a > 0."""
    w = 1.0 / (b * b)
    tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
    tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
    x = a + b
    w_2 = 1.0 / (x * x)
    term = w_2 * (691.0 / 360360.0 - w_2 * (1.0 / 156.0 - w_2 * 0.0296))
    tail_2 = 1.0 / 1188.0 - term
    tail_2 = 1.0 / 1260.0 - w_2 * (1.0 / 1680.0 - w_2 * tail_2)
    term_2 = (1.0 / 12.0 - w_2 * (1.0 / 360.0 - w_2 * tail_2)) / x
    tails = (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / b - term_2
    return tails - (b - 0.5) * math.log1p(a / b) + a - a * math.log(a + b)


def betaln(a, b):
    """The logarithm of the absolute value of the beta function:
    scipy.special.betaln(a, b).
    """
    small = min(a, b)
    large = max(a, b)
    if small > 10.0:
        half = 0.5 * math.log(2.0 * math.pi / large)
        w = 1.0 / (small * small)
        tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        w_2 = 1.0 / (large * large)
        term = w_2 * (691.0 / 360360.0 - w_2 * (1.0 / 156.0 - w_2 * 0.0296))
        tail_2 = 1.0 / 1188.0 - term
        tail_2 = 1.0 / 1260.0 - w_2 * (1.0 / 1680.0 - w_2 * tail_2)
        x = a + b
        w_3 = 1.0 / (x * x)
        term_2 = w_3 * (691.0 / 360360.0 - w_3 * (1.0 / 156.0 - w_3 * 0.0296))
        tail_3 = 1.0 / 1188.0 - term_2
        tail_3 = 1.0 / 1260.0 - w_3 * (1.0 / 1680.0 - w_3 * tail_3)
        tails = (
            (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / small
            + (1.0 / 12.0 - w_2 * (1.0 / 360.0 - w_2 * tail_2)) / large
            - (1.0 / 12.0 - w_3 * (1.0 / 360.0 - w_3 * tail_3)) / x
        )
        first = (small - 0.5) * math.log(small / (a + b))
        result = half + tails + first - large * math.log1p(small / large)
    elif small > 0.0 and large > 10.0:
        result = gammaln(small) + stirling_ratio(large, small)
    else:
        result = gammaln(a) + gammaln(b) - gammaln(a + b)
    return result


def beta(a, b):
    """The beta function: scipy.special.beta(a, b)."""
    if max(abs(a), abs(b)) <= 10.0:
        total = a + b
        if total <= 0.0 and total == np.floor(total) and a != np.floor(a):
            result = 0.0
        else:
            result = math.gamma(a) / math.gamma(total) * math.gamma(b)
    elif min(a, b) > 0.0:
        result = math.exp(betaln(a, b))
    else:
        x = a + b
        result = (
            (1.0 if a > 0.0 or np.floor(a) % 2.0 == 0.0 else -1.0)
            * (1.0 if b > 0.0 or np.floor(b) % 2.0 == 0.0 else -1.0)
            * (1.0 if x > 0.0 or np.floor(x) % 2.0 == 0.0 else -1.0)
            * math.exp(betaln(a, b))
        )
    return result


def log_excess(d):
    """d - log(1 + d) for small d, by the series of DLMF 4.6.4."""
    r = d / (2.0 + d)
    w = r * r
    total = 0.0
    for k in range(31, 1, -2):
        total = 1.0 / k + w * total
    return r * d - 2.0 * r * w * total


def beta_power(a, b, x):
    """x**a * (1 - x)**b / beta(a, b)."""
    if max(a, b) <= 10.0:
        result = x**a * (1.0 - x) ** b / beta(a, b)
    elif min(a, b) <= 10.0:
        result = math.exp(a * math.log(x) + b * math.log1p(-x) - betaln(a, b))
    else:
        y = a / (a + b)
        d = (x - y) / y
        x_2 = 1.0 - x
        y_2 = b / (a + b)
        d_2 = (x_2 - y_2) / y_2
        factor = log_excess(d_2) if abs(d_2) < 0.4 else d_2 - math.log(x_2 / y_2)
        term = b * factor
        excess = a * (log_excess(d) if abs(d) < 0.4 else d - math.log(x / y)) + term
        w = 1.0 / (a * a)
        term_2 = w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1188.0 - term_2
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        w_2 = 1.0 / (b * b)
        term_3 = w_2 * (691.0 / 360360.0 - w_2 * (1.0 / 156.0 - w_2 * 0.0296))
        tail_2 = 1.0 / 1188.0 - term_3
        tail_2 = 1.0 / 1260.0 - w_2 * (1.0 / 1680.0 - w_2 * tail_2)
        x_3 = a + b
        w_3 = 1.0 / (x_3 * x_3)
        term_4 = w_3 * (691.0 / 360360.0 - w_3 * (1.0 / 156.0 - w_3 * 0.0296))
        tail_3 = 1.0 / 1188.0 - term_4
        tail_3 = 1.0 / 1260.0 - w_3 * (1.0 / 1680.0 - w_3 * tail_3)
        tails = (
            (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / a
            + (1.0 / 12.0 - w_2 * (1.0 / 360.0 - w_2 * tail_2)) / b
            - (1.0 / 12.0 - w_3 * (1.0 / 360.0 - w_3 * tail_3)) / x_3
        )
        scale = math.sqrt(a * b / (2.0 * math.pi * (a + b)))
        result = scale * math.exp(-excess - tails)
    return result


def beta_fraction(a, b, x):
    """The incomplete beta function by its continued fraction, for small x."""
    c = 1e300
    d = 1.0
    value = 1.0
    for k in range(1, 100000):
        half = k // 2
        if k % 2 == 0:
            numerator = half * (b - half) * x / ((a + k - 1.0) * (a + k))
        else:
            numerator = -(a + half) * (a + b + half) * x / ((a + k - 1.0) * (a + k))
        d = 1.0 / (1.0 + numerator * d)
        c = 1.0 + numerator / c
        value *= c * d
        if abs(c * d - 1.0) < 2e-16:
            break
    return beta_power(a, b, x) / a * value


def betainc(a, b, x):
    """The regularised incomplete beta function: scipy.special.betainc(a, b, x)."""
    if not (a > 0.0 and b > 0.0 and 0.0 <= x <= 1.0):
        result = math.nan
    elif x == 0.0 or x == 1.0:
        result = x
    elif x * (a + b + 2.0) < a + 1.0:
        result = beta_fraction(a, b, x)
    else:
        result = 1.0 - beta_fraction(b, a, 1.0 - x)
    return result


def betaln_2(a):
    """The logarithm of the absolute value of the beta function:
    scipy.special.betaln(a, 0.5).
    """
    small = min(a, 0.5)
    large = max(a, 0.5)
    if small > 10.0:
        half = 0.5 * math.log(2.0 * math.pi / large)
        w = 1.0 / (small * small)
        tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        w_2 = 1.0 / (large * large)
        term = w_2 * (691.0 / 360360.0 - w_2 * (1.0 / 156.0 - w_2 * 0.0296))
        tail_2 = 1.0 / 1188.0 - term
        tail_2 = 1.0 / 1260.0 - w_2 * (1.0 / 1680.0 - w_2 * tail_2)
        x = a + 0.5
        w_3 = 1.0 / (x * x)
        term_2 = w_3 * (691.0 / 360360.0 - w_3 * (1.0 / 156.0 - w_3 * 0.0296))
        tail_3 = 1.0 / 1188.0 - term_2
        tail_3 = 1.0 / 1260.0 - w_3 * (1.0 / 1680.0 - w_3 * tail_3)
        tails = (
            (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / small
            + (1.0 / 12.0 - w_2 * (1.0 / 360.0 - w_2 * tail_2)) / large
            - (1.0 / 12.0 - w_3 * (1.0 / 360.0 - w_3 * tail_3)) / x
        )
        first = (small - 0.5) * math.log(small / (a + 0.5))
        result = half + tails + first - large * math.log1p(small / large)
    elif small > 0.0 and large > 10.0:
        result = gammaln(small) + stirling_ratio(large, small)
    else:
        result = gammaln(a) + gammaln(0.5) - gammaln(a + 0.5)
    return result


def beta_2(a):
    """The beta function: scipy.special.beta(a, 0.5)."""
    if max(abs(a), abs(0.5)) <= 10.0:
        total = a + 0.5
        if total <= 0.0 and total == np.floor(total) and a != np.floor(a):
            result = 0.0
        else:
            result = math.gamma(a) / math.gamma(total) * math.gamma(0.5)
    elif min(a, 0.5) > 0.0:
        result = math.exp(betaln_2(a))
    else:
        x = a + 0.5
        result = (
            (1.0 if a > 0.0 or np.floor(a) % 2.0 == 0.0 else -1.0)
            * 1.0
            * (1.0 if x > 0.0 or np.floor(x) % 2.0 == 0.0 else -1.0)
            * math.exp(betaln_2(a))
        )
    return result


def beta_power_2(a, x):
    """x**a * (1 - x)**b / beta(a, b)."""
    if max(a, 0.5) <= 10.0:
        result = x**a * (1.0 - x) ** 0.5 / beta_2(a)
    elif min(a, 0.5) <= 10.0:
        result = math.exp(a * math.log(x) + 0.5 * math.log1p(-x) - betaln_2(a))
    else:
        y = a / (a + 0.5)
        d = (x - y) / y
        x_2 = 1.0 - x
        y_2 = 0.5 / (a + 0.5)
        d_2 = (x_2 - y_2) / y_2
        factor = log_excess(d_2) if abs(d_2) < 0.4 else d_2 - math.log(x_2 / y_2)
        term = 0.5 * factor
        excess = a * (log_excess(d) if abs(d) < 0.4 else d - math.log(x / y)) + term
        w = 1.0 / (a * a)
        term_2 = w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1188.0 - term_2
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        w_2 = 1.0 / (0.5 * 0.5)
        term_3 = w_2 * (691.0 / 360360.0 - w_2 * (1.0 / 156.0 - w_2 * 0.0296))
        tail_2 = 1.0 / 1188.0 - term_3
        tail_2 = 1.0 / 1260.0 - w_2 * (1.0 / 1680.0 - w_2 * tail_2)
        x_3 = a + 0.5
        w_3 = 1.0 / (x_3 * x_3)
        term_4 = w_3 * (691.0 / 360360.0 - w_3 * (1.0 / 156.0 - w_3 * 0.0296))
        tail_3 = 1.0 / 1188.0 - term_4
        tail_3 = 1.0 / 1260.0 - w_3 * (1.0 / 1680.0 - w_3 * tail_3)
        tails = (
            (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / a
            + (1.0 / 12.0 - w_2 * (1.0 / 360.0 - w_2 * tail_2)) / 0.5
            - (1.0 / 12.0 - w_3 * (1.0 / 360.0 - w_3 * tail_3)) / x_3
        )
        scale = math.sqrt(a * 0.5 / (2.0 * math.pi * (a + 0.5)))
        result = scale * math.exp(-excess - tails)
    return result


def beta_fraction_2(a, x):
    """The incomplete beta function by its continued fraction, for small x."""
    c = 1e300
    d = 1.0
    value = 1.0
    for k in range(1, 100000):
        half = k // 2
        if k % 2 == 0:
            numerator = half * (0.5 - half) * x / ((a + k - 1.0) * (a + k))
        else:
            numerator = -(a + half) * (a + 0.5 + half) * x / ((a + k - 1.0) * (a + k))
        d = 1.0 / (1.0 + numerator * d)
        c = 1.0 + numerator / c
        value *= c * d
        if abs(c * d - 1.0) < 2e-16:
            break
    return beta_power_2(a, x) / a * value


def beta_power_3(b, x):
    """x**a * (1 - x)**b / beta(a, b)."""
    if max(0.5, b) <= 10.0:
        result = x**0.5 * (1.0 - x) ** b / beta(0.5, b)
    elif min(0.5, b) <= 10.0:
        result = math.exp(0.5 * math.log(x) + b * math.log1p(-x) - betaln(0.5, b))
    else:
        y = 0.5 / (0.5 + b)
        d = (x - y) / y
        x_2 = 1.0 - x
        y_2 = b / (0.5 + b)
        d_2 = (x_2 - y_2) / y_2
        factor = log_excess(d_2) if abs(d_2) < 0.4 else d_2 - math.log(x_2 / y_2)
        term = b * factor
        term_2 = 0.5 * (log_excess(d) if abs(d) < 0.4 else d - math.log(x / y))
        excess = term_2 + term
        w = 1.0 / (0.5 * 0.5)
        term_3 = w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
        tail = 1.0 / 1188.0 - term_3
        tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
        w_2 = 1.0 / (b * b)
        term_4 = w_2 * (691.0 / 360360.0 - w_2 * (1.0 / 156.0 - w_2 * 0.0296))
        tail_2 = 1.0 / 1188.0 - term_4
        tail_2 = 1.0 / 1260.0 - w_2 * (1.0 / 1680.0 - w_2 * tail_2)
        x_3 = 0.5 + b
        w_3 = 1.0 / (x_3 * x_3)
        term_5 = w_3 * (691.0 / 360360.0 - w_3 * (1.0 / 156.0 - w_3 * 0.0296))
        tail_3 = 1.0 / 1188.0 - term_5
        tail_3 = 1.0 / 1260.0 - w_3 * (1.0 / 1680.0 - w_3 * tail_3)
        tails = (
            (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / 0.5
            + (1.0 / 12.0 - w_2 * (1.0 / 360.0 - w_2 * tail_2)) / b
            - (1.0 / 12.0 - w_3 * (1.0 / 360.0 - w_3 * tail_3)) / x_3
        )
        scale = math.sqrt(0.5 * b / (2.0 * math.pi * (0.5 + b)))
        result = scale * math.exp(-excess - tails)
    return result


def beta_fraction_3(b, x):
    """The incomplete beta function by its continued fraction, for small x."""
    c = 1e300
    d = 1.0
    value = 1.0
    for k in range(1, 100000):
        half = k // 2
        if k % 2 == 0:
            numerator = half * (b - half) * x / ((0.5 + k - 1.0) * (0.5 + k))
        else:
            numerator = (
                -(0.5 + half) * (0.5 + b + half) * x / ((0.5 + k - 1.0) * (0.5 + k))
            )
        d = 1.0 / (1.0 + numerator * d)
        c = 1.0 + numerator / c
        value *= c * d
        if abs(c * d - 1.0) < 2e-16:
            break
    return beta_power_3(b, x) / 0.5 * value


def betainc_2(a, x):
    """The regularised incomplete beta function: scipy.special.betainc(a, 0.5, x)."""
    if not (a > 0.0 and 0.0 <= x <= 1.0):
        result = math.nan
    elif x == 0.0 or x == 1.0:
        result = x
    elif x * (a + 0.5 + 2.0) < a + 1.0:
        result = beta_fraction_2(a, x)
    else:
        result = 1.0 - beta_fraction_3(a, 1.0 - x)
    return result


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


def ndtr(x):
    """The distribution function of the normal distribution: scipy.special.ndtr(x)."""
    if x < -1.0:
        result = 0.5 * exp_square(-0.5, x) * erfcx_repeated(0, -x / math.sqrt(2.0))
    else:
        result = 0.5 * math.erfc(-x / math.sqrt(2.0))
    return result


def stdtr(df, t):
    """The distribution function of Student's distribution: scipy.special.stdtr(df,
    t).
    """
    if not df > 0.0 or t != t:
        result = math.nan
    elif df > 1e300 or abs(t) == math.inf:
        result = ndtr(t)
    elif t * t < min(1.0, df):
        middle = betainc(0.5, 0.5 * df, t * t / (df + t * t))
        result = 0.5 + 0.5 * math.copysign(middle, t)
    else:
        tail = 0.5 * betainc_2(0.5 * df, df / (df + t * t))
        result = tail if t < 0.0 else 1.0 - tail
    return result


def student_density(df, t):
    """The density of Student's distribution."""
    if not df > 0.0:
        result = math.nan
    elif df > 1e300:
        result = math.exp(-0.5 * t * t) / math.sqrt(2.0 * math.pi)
    else:
        power = math.exp(-0.5 * (df + 1.0) * math.log1p(t * t / df))
        result = power / (math.sqrt(df) * beta(0.5, 0.5 * df))
    return result


def stdtr_tangent(df, t, t_dot):
    z = stdtr(df, t)
    return z, student_density(df, t) * t_dot


def linregress_tangent(x, y, x_dot, y_dot):
    """linregress and its tangent."""
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        total_dot += x_dot[i]
        total += x[i]
    total_2_dot = 0.0
    total_2 = 0.0
    for i in range(len(y)):
        total_2_dot += y_dot[i]
        total_2 += y[i]
    dy_dot = np.empty_like(y)
    dy = np.empty_like(y)
    if len(x) != len(y):
        raise ValueError("dx and dy have different shapes")
    xx_dot = 0.0
    xx = 0.0
    xy_dot = 0.0
    xy = 0.0
    yy_dot = 0.0
    yy = 0.0
    for i in range(len(y)):
        dy_dot[i] = y_dot[i] - total_2_dot / len(y)
        dy[i] = y[i] - total_2 / len(y)
        yy_dot += dy_dot[i] * dy[i] + dy[i] * dy_dot[i]
        yy += dy[i] * dy[i]
    r, r_dot = correlation_tangent(x, y, x_dot, y_dot)
    free = len(x) - 2.0
    quotient = free / ((1.0 - r + 1e-20) * (1.0 + r + 1e-20))
    quotient_dot = (
        -quotient
        * ((1.0 - r + 1e-20) * r_dot - r_dot * (1.0 + r + 1e-20))
        / ((1.0 - r + 1e-20) * (1.0 + r + 1e-20))
    )
    sqrt_quotient = math.sqrt(quotient)
    t_dot = r_dot * sqrt_quotient + r * quotient_dot / (2.0 * sqrt_quotient)
    t = r * sqrt_quotient
    below, below_dot = stdtr_tangent(free, t, t_dot)
    above, above_dot = stdtr_tangent(free, -t, -t_dot)
    p_dot = 2.0 * (above_dot if above < below else below_dot)
    p = 2.0 * min(below, above)
    total_3_dot = 0.0
    total_3 = 0.0
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(len(x)):
        dx_dot = x_dot[i] - total_dot / len(x)
        dx = x[i] - total / len(x)
        xx_dot += dx_dot * dx + dx * dx_dot
        xx += dx * dx
        xy_dot += dx_dot * dy[i] + dx * dy_dot[i]
        xy += dx * dy[i]
        total_3_dot += y_dot[i]
        total_3 += y[i]
        total_4_dot += x_dot[i]
        total_4 += x[i]
    slope = xy / xx
    slope_dot = (xy_dot - slope * xx_dot) / xx
    quotient = (1.0 - r * r) * yy / xx
    factor = (1.0 - r * r) * yy_dot - (r_dot * r + r * r_dot) * yy - quotient * xx_dot
    quotient_dot = factor / xx
    error = np.sqrt(quotient / free)
    error_dot = quotient_dot / free / (2.0 * error)
    quotient = total_4 / len(x)
    quotient_dot = total_4_dot / len(x)
    value_dot = total_3_dot / len(x) - (slope_dot * quotient + slope * quotient_dot)
    value = total_3 / len(x) - slope * quotient
    return slope, value, r, p, error, slope_dot, value_dot, r_dot, p_dot, error_dot


def beta_density(a, b, x):
    """The derivative of the incomplete beta function by x:
    s2sad.library.special_incomplete.beta_density(a, b, x).
    """
    if x == 0.0 or x == 1.0:
        power = a if x == 0.0 else b
        result = power if power == 1.0 else 0.0 if power > 1.0 else math.inf
    else:
        result = beta_power(a, b, x) / (x * (1.0 - x))
    return result


def betainc_tangent(a, b, x, x_dot):
    z = betainc(a, b, x)
    return z, beta_density(a, b, x) * x_dot


def pearsonr_tangent(x, y, x_dot, y_dot):
    """pearsonr and its tangent."""
    r, r_dot = correlation_tangent(x, y, x_dot, y_dot)
    half = 0.5 * len(x) - 1.0
    if half == 0.0:
        result_statistic_dot = r_dot
        result_statistic = r
        result_pvalue_dot = 0.0
        result_pvalue = 1.0
    else:
        below, below_dot = betainc_tangent(half, half, 0.5 * (1.0 + r), 0.5 * r_dot)
        above, above_dot = betainc_tangent(half, half, 0.5 * (1.0 - r), -0.5 * r_dot)
        result_statistic_dot = r_dot
        result_statistic = r
        result_pvalue_dot = 2.0 * (above_dot if above < below else below_dot)
        result_pvalue = 2.0 * min(below, above)
    return result_statistic, result_pvalue, result_statistic_dot, result_pvalue_dot


def isochron_of_rocks_jvp(
    parent, daughter, decay, seen, parent_dot, daughter_dot, decay_dot, seen_dot
):
    """The value of isochron_of_rocks, and its derivative in the direction
    parent_dot, daughter_dot, decay_dot, seen_dot.
    """
    slope, intercept, r, p, error, slope_dot, intercept_dot, r_dot, p_dot, error_dot = (
        linregress_tangent(parent, daughter, parent_dot, daughter_dot)
    )
    age = np.log1p(slope) / decay
    age_dot = (slope_dot / (1.0 + slope) - age * decay_dot) / decay
    quotient = error / (1.0 + slope)
    quotient_dot = (error_dot - quotient * slope_dot) / (1.0 + slope)
    age_error = quotient / decay
    age_error_dot = (quotient_dot - age_error * decay_dot) / decay
    if len(daughter) != len(parent):
        raise ValueError("daughter and parent have different shapes")
    power_dot = np.empty_like(parent)
    power = np.empty_like(parent)
    abs_rest_dot = np.empty_like(daughter)
    abs_rest = np.empty_like(daughter)
    for i in range(len(daughter)):
        term = intercept_dot + (slope_dot * parent[i] + slope * parent_dot[i])
        rest_dot = daughter_dot[i] - term
        rest = daughter[i] - (intercept + slope * parent[i])
        power_dot[i] = 2.0 * parent[i] * parent_dot[i]
        power[i] = parent[i] ** 2
        abs_rest_dot[i] = np.sign(rest) * rest_dot
        abs_rest[i] = np.abs(rest)
    pearsonr_0, pearsonr_1, pearsonr_0_dot, pearsonr_1_dot = pearsonr_tangent(
        power, abs_rest, power_dot, abs_rest_dot
    )
    score = (age - seen) / age_error
    score_dot = (age_dot - seen_dot - score * age_error_dot) / age_error
    value_dot = 2.0 * r * r_dot
    value = r**2
    value_2_dot = score * score_dot + 2.0 * pearsonr_0 * pearsonr_0_dot
    value_2 = 0.5 * score**2 + pearsonr_0**2
    return (
        age,
        intercept,
        value,
        value_2,
        age_dot,
        intercept_dot,
        value_dot,
        value_2_dot,
    )
