import math

import numpy as np


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


def betainc_adjoint(a, b, x, z_bar):
    return beta_density(a, b, x) * z_bar


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


def betaincc(a, b, x):
    """One minus the regularised incomplete beta function: scipy.special.betaincc(a,
    b, x).
    """
    if not (a > 0.0 and b > 0.0 and 0.0 <= x <= 1.0):
        result = math.nan
    elif x == 0.0 or x == 1.0:
        result = 1.0 - x
    elif x * (a + b + 2.0) < a + 1.0:
        result = 1.0 - beta_fraction(a, b, x)
    else:
        result = beta_fraction(b, a, 1.0 - x)
    return result


def beta_quantile(a, b, p, q):
    """Where the incomplete beta function is p = 1 - q, by the smaller."""
    low = 0.0
    high = 1.0
    small = (math.log(p) + math.log(a) + betaln(a, b)) / a if p > 0.0 else -800.0
    x = a / (a + b)
    if small < math.log(x):
        x = math.exp(small)
    for _ in range(2000):
        if x == 0.0 or x == 1.0:
            break
        excess = betainc(a, b, x) - p if p <= q else q - betaincc(a, b, x)
        row = np.array([low, x]) if excess > 0.0 else np.array([x, high])
        if len(row) != 2:
            raise ValueError("row is unpacked into 2 names")
        low = row[0]
        high = row[1]
        density = beta_density(a, b, x)
        after = x - excess / density if density > 0.0 else 2.0
        if not low < after < high:
            after = 0.5 * (low + high)
        if abs(after - x) <= 4e-16 * x:
            break
        x = after
    return x


def betaincinv(a, b, p):
    """The inverse of the incomplete beta function: scipy.special.betaincinv(a, b,
    p).
    """
    if not (a > 0.0 and b > 0.0 and 0.0 <= p <= 1.0):
        result = math.nan
    elif p == 0.0 or p == 1.0:
        result = p
    else:
        result = beta_quantile(a, b, p, 1.0 - p)
    return result


def beta_density_2(a, b, x):
    """The derivative of the incomplete beta function by x:
    s2sad.library.special_incomplete.beta_density(a, b, x).
    """
    if x == 0.0 or x == 1.0:
        power = a if x == 0.0 else b
        result = power if power == 1.0 else 0.0 if power > 1.0 else math.inf
    else:
        result = beta_power(a, b, x) / (x * (1.0 - x))
    return result


def betaincinv_adjoint(a, b, p, z_bar):
    z = betaincinv(a, b, p)
    return z_bar / beta_density_2(a, b, z)


def bincount(x):
    """The sum of the weights of each number among small integers."""
    size = max(np.max(x) + 1 if len(x) > 0 else 0, 0)
    counts = np.zeros(size, np.int64)
    for i in range(len(x)):
        counts[x[i]] += 1
    return counts


def bincount_2(x, weights):
    """The sum of the weights of each number among small integers."""
    size = max(np.max(x) + 1 if len(x) > 0 else 0, 0)
    totals = np.zeros(size)
    for i in range(len(x)):
        totals[x[i]] += weights[i]
    return totals


def bincount_2_adjoint(x, result_bar, weights_bar):
    """The adjoint of weights is added to weights_bar."""
    for i in range(len(x)):
        weights_bar[i] += result_bar[x[i]]


def betaincc_adjoint(a, b, x, z_bar):
    return -(beta_density(a, b, x) * z_bar)


def weighed_adjoint(h, dfd, dfn, y, result_bar):
    """The adjoints of h and y in weighed."""
    # forward sweep: saves w and weight
    middle = int(math.floor(h))
    exponential = math.exp(-h)
    weight = exponential
    if middle > 0:
        exponential_2 = math.exp(middle * math.log(h) - h - math.lgamma(middle + 1.0))
        weight = exponential_2
    betaincc_result = betaincc(0.5 * dfn + middle, 0.5 * dfd, y)
    total = weight * betaincc_result
    w = weight
    w_saved = []
    for k in range(middle, 0, -1):
        w_saved.append(w)
        w *= k / h
        k_2 = k - 1
        total += w * betaincc(0.5 * dfn + k_2, 0.5 * dfd, y)
        if w <= 1e-18 * abs(total) or w < 1e-300:
            break
    weight_saved = []
    for k in range(middle + 1, middle + 100000):
        weight_saved.append(weight)
        weight *= h / k
        total += weight * betaincc(0.5 * dfn + k, 0.5 * dfd, y)
        if weight <= 1e-18 * abs(total) or weight < 1e-300:
            break

    # reverse sweep
    weight_bar = 0.0
    y_bar = 0.0
    h_bar = 0.0
    for k in range(middle + 1 + (len(weight_saved) - 1), middle, -1):
        weight_bar += betaincc(0.5 * dfn + k, 0.5 * dfd, y) * result_bar
        y_bar += betaincc_adjoint(0.5 * dfn + k, 0.5 * dfd, y, weight * result_bar)
        weight = weight_saved.pop()
        h_bar += weight * weight_bar / k
        weight_bar = h * weight_bar / k
    w_bar = 0.0
    for k in range(middle + (len(w_saved) - 1) * -1, middle + 1, 1):
        k_2 = k - 1
        w_bar += betaincc(0.5 * dfn + k_2, 0.5 * dfd, y) * result_bar
        y_bar += betaincc_adjoint(0.5 * dfn + k_2, 0.5 * dfd, y, w * result_bar)
        w = w_saved.pop()
        quotient = k / h
        h_bar -= quotient * w * w_bar / h
        w_bar = quotient * w_bar
    weight_bar += w_bar + betaincc_result * result_bar
    y_bar += betaincc_adjoint(0.5 * dfn + middle, 0.5 * dfd, y, weight * result_bar)
    if middle > 0:
        h_bar += middle * exponential_2 * weight_bar / h - exponential_2 * weight_bar
    else:
        h_bar -= exponential * weight_bar
    return h_bar, y_bar


def fisher_above_2_adjoint(x, dfn, dfd, nc, result_bar):
    """The adjoints of x and nc in fisher_above_2."""
    # forward sweep
    if not (x != x or not dfn > 0.0 or not dfd > 0.0 or not nc >= 0.0):
        if not x <= 0.0:
            y = dfn * x / (dfn * x + dfd)

    # reverse sweep
    nc_bar = 0.0
    x_bar = 0.0
    if not (x != x or not dfn > 0.0 or not dfd > 0.0 or not nc >= 0.0):
        if not x <= 0.0:
            h_bar, y_bar = weighed_adjoint(0.5 * nc, dfd, dfn, y, result_bar)
            nc_bar += 0.5 * h_bar
            x_bar += (dfn - dfn * y) * y_bar / (dfn * x + dfd)
    return x_bar, nc_bar


def groups_of_a_trial_vjp(
    values, group, level, effect, result_0_bar, result_1_bar, result_2_bar, result_3_bar
):
    """The adjoints of values, level and effect of groups_of_a_trial, for the adjoint
    of its result.
    """
    # forward sweep
    sizes = bincount(group)
    bincount_2_result = bincount_2(group, values)
    if len(bincount_2_result) != len(sizes):
        raise ValueError("bincount_2_result and sizes have different shapes")
    means = np.empty_like(bincount_2_result)
    total = 0.0
    for i in range(len(values)):
        total += values[i]
    grand = total / len(values)
    between = 0.0
    for i in range(len(bincount_2_result)):
        means[i] = bincount_2_result[i] / sizes[i]
        between += sizes[i] * (means[i] - grand) ** 2
    if len(values) != len(group):
        raise ValueError("values and means[group] have different shapes")
    within = 0.0
    first = len(sizes) - 1
    second = len(values) - len(sizes)
    dfn_2 = float(first)
    dfd_2 = float(second)
    dfn_2_2 = float(first)
    dfd_2_2 = float(second)
    u = betaincinv(0.5 * dfd_2_2, 0.5 * dfn_2_2, level)
    threshold = dfd_2_2 * (1.0 - u) / (dfn_2_2 * u)
    noncentral = effect**2 * len(values)
    power_2 = np.empty_like(values)
    for i in range(len(values)):
        within += (values[i] - means[group[i]]) ** 2
        power_2[i] = values[i] ** 2
    ratio = between / first / (within / second)
    quotient = dfd_2 / (dfd_2 + max(dfn_2 * ratio, 0.0))
    bincount_2_result_2 = bincount_2(group, power_2)
    if len(bincount_2_result_2) != len(sizes):
        raise ValueError("bincount_2_result and sizes have different shapes")

    # reverse sweep
    values_bar = np.empty_like(values)
    ratio_bar = result_0_bar
    spread_bar = result_3_bar.copy()
    means_bar = np.empty_like(means)
    bincount_2_result_2_bar = np.empty_like(bincount_2_result_2)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(bincount_2_result)):
        root = np.sqrt(bincount_2_result_2[i] / sizes[i] - means[i] ** 2)
        difference_bar = spread_bar[i] / (2.0 * root)
        bincount_2_result_2_bar[i] = difference_bar / sizes[i]
        means_bar[i] = -2.0 * means[i] * difference_bar
    power_2_bar = np.zeros_like(power_2)
    bincount_2_adjoint(group, bincount_2_result_2_bar, power_2_bar)
    quotient_bar = betainc_adjoint(0.5 * dfd_2, 0.5 * dfn_2, quotient, result_1_bar)
    factor = (
        0.0
        if 0.0 > dfn_2 * ratio
        else -quotient * quotient_bar / (dfd_2 + max(dfn_2 * ratio, 0.0))
    )
    ratio_bar += dfn_2 * factor
    numerator_bar = ratio_bar / (within / second)
    between_bar = numerator_bar / first
    within_bar = -ratio * numerator_bar / second
    for i in range(len(values)):
        difference_bar = 2.0 * (values[i] - means[group[i]]) * within_bar
        values_bar[i] = 2.0 * values[i] * power_2_bar[i] + difference_bar
        means_bar[group[i]] -= difference_bar
    threshold_bar, noncentral_bar = fisher_above_2_adjoint(
        threshold, float(first), float(second), noncentral, result_2_bar
    )
    effect_bar = 2.0 * effect * len(values) * noncentral_bar
    u_bar = -(dfd_2_2 + dfn_2_2 * threshold) * threshold_bar / (dfn_2_2 * u)
    level_bar = betaincinv_adjoint(0.5 * dfd_2_2, 0.5 * dfn_2_2, level, u_bar)
    bincount_2_result_bar = np.empty_like(bincount_2_result)
    grand_bar = 0.0
    for i in range(len(bincount_2_result)):
        difference_bar = 2.0 * (means[i] - grand) * sizes[i] * between_bar
        means_bar[i] += difference_bar
        grand_bar -= difference_bar
        bincount_2_result_bar[i] = means_bar[i] / sizes[i]
    total_bar = grand_bar / len(values)
    for i in range(len(values)):
        values_bar[i] += total_bar
    bincount_2_adjoint(group, bincount_2_result_bar, values_bar)
    return values_bar, level_bar, effect_bar
