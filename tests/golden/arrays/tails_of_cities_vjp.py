import math

import numpy as np


def variance_forward(a):
    """The result of variance, and what variance_reverse reads: mean."""
    total = 0.0
    for i in range(len(a)):
        total += a[i]
    mean = total / len(a)
    squares = 0.0
    for i in range(len(a)):
        squares += (a[i] - mean) ** 2
    return squares / len(a), mean


def variance_reverse(a, mean, result_bar, a_bar):
    """The adjoint of a is added to a_bar, after variance_forward."""
    squares_bar = result_bar / len(a)
    mean_bar = 0.0
    for i in range(len(a)):
        difference_bar = 2.0 * (a[i] - mean) * squares_bar
        a_bar[i] += difference_bar
        mean_bar -= difference_bar
    total_bar = mean_bar / len(a)
    for i in range(len(a)):
        a_bar[i] += total_bar


def hurwitz_zeta(s, q):
    """The sum of (q + k)**-s over k = 0, 1, 2, ..., for s > 1; continued to s > 0."""
    total = 0.0
    count = max(0, math.ceil(min(12.0 + s, 500.0) - q))
    for k in range(count):
        total += (q + k) ** -s
    q += count
    w = 1.0 / (q * q)
    tail = (s + 13.0) * (s + 14.0) * w * (3617.0 / 1.067062284288e16)
    tail = (s + 11.0) * (s + 12.0) * w * (1.0 / 74724249600.0 - tail)
    tail = (s + 9.0) * (s + 10.0) * w * (691.0 / 1307674368000.0 - tail)
    tail = (s + 7.0) * (s + 8.0) * w * (1.0 / 47900160.0 - tail)
    tail = (s + 5.0) * (s + 6.0) * w * (1.0 / 1209600.0 - tail)
    tail = (s + 3.0) * (s + 4.0) * w * (1.0 / 30240.0 - tail)
    tail = (s + 1.0) * (s + 2.0) * w * (1.0 / 720.0 - tail)
    tail = s / q * (1.0 / 12.0 - tail)
    return total + q**-s * (q / (s - 1.0) + 0.5 + tail)


def zeta(x, q):
    """Riemann's zeta function, or Hurwitz's, of a real number."""
    returned = False
    if x == 1.0:
        result = math.inf
    elif x < 1.0:
        result = math.nan
    else:
        if q <= 0.0:
            if q == np.floor(q):
                result = math.inf
                returned = True
            elif x != np.floor(x):
                result = math.nan
                returned = True
        if not returned:
            result = hurwitz_zeta(x, q)
    return result


def hurwitz_zeta_adjoint(s, q, result_bar):
    """The adjoint of s in hurwitz_zeta."""
    # forward sweep: saves q
    count = max(0, math.ceil(min(12.0 + s, 500.0) - q))
    q_saved = q
    q += count
    w = 1.0 / (q * q)
    tail = (s + 13.0) * (s + 14.0) * w * (3617.0 / 1.067062284288e16)
    tail_2 = (s + 11.0) * (s + 12.0) * w * (1.0 / 74724249600.0 - tail)
    tail_3 = (s + 9.0) * (s + 10.0) * w * (691.0 / 1307674368000.0 - tail_2)
    tail_4 = (s + 7.0) * (s + 8.0) * w * (1.0 / 47900160.0 - tail_3)
    tail_5 = (s + 5.0) * (s + 6.0) * w * (1.0 / 1209600.0 - tail_4)
    tail_6 = (s + 3.0) * (s + 4.0) * w * (1.0 / 30240.0 - tail_5)
    tail_7 = (s + 1.0) * (s + 2.0) * w * (1.0 / 720.0 - tail_6)
    power = q**-s
    quotient = q / (s - 1.0)

    # reverse sweep
    power_bar = (quotient + 0.5 + s * (1.0 / 12.0 - tail_7) / q) * result_bar
    tail_bar = power * result_bar
    s_bar = -quotient * power * result_bar / (s - 1.0)
    factor = power * math.log(q) if q > 0.0 else 0.0 if q == 0.0 else math.nan
    s_bar -= factor * power_bar
    s_bar += (1.0 / 12.0 - tail_7) * tail_bar / q
    tail_7_bar = -s * tail_bar / q
    s_bar += ((s + 2.0) * w + (s + 1.0) * w) * (1.0 / 720.0 - tail_6) * tail_7_bar
    tail_6_bar = -(s + 1.0) * (s + 2.0) * w * tail_7_bar
    s_bar += ((s + 4.0) * w + (s + 3.0) * w) * (1.0 / 30240.0 - tail_5) * tail_6_bar
    tail_5_bar = -(s + 3.0) * (s + 4.0) * w * tail_6_bar
    s_bar += ((s + 6.0) * w + (s + 5.0) * w) * (1.0 / 1209600.0 - tail_4) * tail_5_bar
    tail_4_bar = -(s + 5.0) * (s + 6.0) * w * tail_5_bar
    s_bar += ((s + 8.0) * w + (s + 7.0) * w) * (1.0 / 47900160.0 - tail_3) * tail_4_bar
    tail_3_bar = -(s + 7.0) * (s + 8.0) * w * tail_4_bar
    product_bar = (691.0 / 1307674368000.0 - tail_2) * tail_3_bar
    s_bar += ((s + 10.0) * w + (s + 9.0) * w) * product_bar
    tail_2_bar = -(s + 9.0) * (s + 10.0) * w * tail_3_bar
    product_bar = (1.0 / 74724249600.0 - tail) * tail_2_bar
    s_bar += ((s + 12.0) * w + (s + 11.0) * w) * product_bar
    tail_bar = -(s + 11.0) * (s + 12.0) * w * tail_2_bar
    s_bar += ((s + 14.0) * w + (s + 13.0) * w) * (3617.0 / 1.067062284288e16) * tail_bar
    q = q_saved

    # forward and reverse in one sweep: the iterations are independent
    for k in range(count):
        power = (q + k) ** -s
        factor_2 = (
            power * math.log(q + k)
            if q + k > 0.0
            else 0.0
            if q + k == 0.0
            else math.nan
        )
        s_bar -= factor_2 * result_bar
    return s_bar


def zeta_adjoint(x, q, result_bar):
    """The adjoint of x in zeta."""
    # forward sweep
    returned = False
    if x != 1.0:
        if not x < 1.0:
            if q <= 0.0:
                if q == np.floor(q):
                    returned = True
                elif x != np.floor(x):
                    returned = True

    # reverse sweep
    x_bar = 0.0
    if x != 1.0:
        if not x < 1.0:
            if not returned:
                x_bar += hurwitz_zeta_adjoint(x, q, result_bar)
    return x_bar


def tails_of_cities_vjp(
    sizes, exponent, least, decay, result_0_bar, result_1_bar, result_2_bar
):
    """The adjoints of exponent and decay of tails_of_cities, for the adjoint of its
    result.
    """
    # forward sweep
    mask = np.empty(len(sizes), dtype=np.bool_)
    for i in range(len(sizes)):
        mask[i] = sizes[i] >= least
    places = np.flatnonzero(mask)
    kept = sizes[places]
    zeta_result_2 = zeta(exponent, float(least))
    expm1_result = np.expm1(-decay)
    logarithm = np.log(-expm1_result)
    ratio = np.empty(len(places))
    total = 0.0
    for i in range(len(places)):
        mass = kept[i] ** -exponent / zeta_result_2
        other = -decay * (kept[i] - least) + logarithm
        ratio[i] = np.log(mass) - other
        total += ratio[i]
    variances, mean = variance_forward(ratio)
    root = np.sqrt(len(kept))
    sqrt_variances = np.sqrt(variances)
    vuong = total / (root * sqrt_variances)
    index = np.argsort(kept, kind="mergesort")
    q = kept[index]
    zeta_result_3 = zeta(exponent, float(least))
    empirical = 1.0 - np.arange(len(kept)) / len(kept)
    abs_result = np.empty(len(index))
    for i in range(len(index)):
        survive = zeta(exponent, float(q[i])) / zeta_result_3
        abs_result[i] = np.abs(survive - empirical[i])

    # reverse sweep
    abs_result_bar = np.zeros_like(abs_result)
    abs_result_bar[np.argmax(abs_result)] += result_2_bar

    # forward and reverse in one sweep: the iterations are independent
    zeta_result_3_bar = 0.0
    exponent_bar = 0.0
    for i in range(len(index)):
        survive = zeta(exponent, float(q[i])) / zeta_result_3
        survive_bar = np.sign(survive - empirical[i]) * abs_result_bar[i]
        numerator_bar = survive_bar / zeta_result_3
        zeta_result_3_bar -= survive * numerator_bar
        exponent_bar += zeta_adjoint(exponent, float(q[i]), numerator_bar)
    exponent_bar += zeta_adjoint(exponent, float(least), zeta_result_3_bar)
    numerator_bar_2 = result_1_bar / (root * sqrt_variances)
    variances_bar = -root * vuong * numerator_bar_2 / (2.0 * sqrt_variances)
    ratio_bar = np.zeros_like(ratio)
    variance_reverse(ratio, mean, variances_bar, ratio_bar)

    # forward and reverse in one sweep: the iterations are independent
    logarithm_bar = 0.0
    zeta_result_2_bar = 0.0
    decay_bar = 0.0
    for i in range(len(places)):
        power = kept[i] ** -exponent
        mass = power / zeta_result_2
        ratio_bar[i] += numerator_bar_2
        other_bar = -ratio_bar[i]
        decay_bar += (least - kept[i]) * other_bar
        logarithm_bar += other_bar
        numerator_bar = (ratio_bar[i] / mass + result_0_bar / mass) / zeta_result_2
        zeta_result_2_bar -= mass * numerator_bar
        factor = (
            power * math.log(kept[i])
            if kept[i] > 0.0
            else 0.0
            if kept[i] == 0.0
            else math.nan
        )
        exponent_bar -= factor * numerator_bar
    decay_bar += (expm1_result + 1.0) * logarithm_bar / -expm1_result
    exponent_bar += zeta_adjoint(exponent, float(least), zeta_result_2_bar)
    return exponent_bar, decay_bar
