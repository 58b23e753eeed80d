"""Incomplete gamma and beta functions.

NIST Digital Library of Mathematical Functions: power series 8.11.4 and 8.7.3, continued
fractions 8.9.2 and 8.17.22 by the method of Lentz (3.10); the powers before them are
taken together by Stirling's series 5.11.1 where arguments are large.
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.library.special_beta import beta, betaln
from s2sad.library.special_entropy import ratio_excess
from s2sad.library.special_gamma import gammaln, log_gamma_near_two, psi, stirling_tail


def gamma_power(a, x):
    """x**a * exp(-x) / gamma(a + 1)."""
    if a < 10.0:
        return x**a * math.exp(-x) / math.gamma(a + 1.0)
    return math.exp(-a * ratio_excess(x, a) - stirling_tail(a)) / math.sqrt(
        2.0 * math.pi * a
    )


def gamma_density(a, x):
    """The derivative of the incomplete gamma function by x."""
    if x == 0.0:
        return 1.0 if a == 1.0 else 0.0 if a > 1.0 else math.inf
    return gamma_power(a, x) * a / x


@rule_of(gamma_density)
def gamma_density_rule(a, x):
    z = gamma_density(a, x)
    z_dot = z * ((math.log(x) - psi(a)) * a_dot + ((a - 1.0) / x - 1.0) * x_dot)
    a_bar += z * (math.log(x) - psi(a)) * z_bar
    x_bar += z * ((a - 1.0) / x - 1.0) * z_bar


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


def lower_gamma_by_order(a, x):
    """The derivative of the lower incomplete gamma function by a."""
    if x == 0.0 or x > a + 50.0 + 10.0 * math.sqrt(a):
        return 0.0 * a
    term = 1.0
    total = math.log(x) - psi(a + 1.0)
    harmonic = total
    for k in range(1, 100000):
        term *= x / (a + k)
        harmonic -= 1.0 / (a + k)
        total += term * harmonic
        if term * (1.0 + abs(harmonic)) < 1e-18 and x < a + k:
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


@defines("scipy.special.gammainc")
@elementwise
def gammainc(a, x):
    """The regularised lower incomplete gamma function."""
    if not (a > 0.0 and 0.0 < x < math.inf):
        if x < 0.0 or a < 0.0 or x != x or a != a:
            return math.nan
        return 0.0 if x == 0.0 else 1.0
    return lower_gamma(a, x) if x < a + 1.0 else 1.0 - upper_gamma(a, x)


@rule_of(gammainc)
def gammainc_rule(a, x):
    z = gammainc(a, x)
    z_dot = lower_gamma_by_order(a, x) * a_dot + gamma_density(a, x) * x_dot
    a_bar += lower_gamma_by_order(a, x) * z_bar
    x_bar += gamma_density(a, x) * z_bar


@defines("scipy.special.gammaincc")
@elementwise
def gammaincc(a, x):
    """The regularised upper incomplete gamma function."""
    if not (a > 0.0 and 0.0 < x < math.inf):
        if x < 0.0 or a < 0.0 or x != x or a != a:
            return math.nan
        return 1.0 if x == 0.0 and a > 0.0 else 0.0
    if x >= max(a + 1.0, 1.5):
        return upper_gamma(a, x)
    return upper_gamma_near_zero(a, x) if a < 1.0 else 1.0 - lower_gamma(a, x)


@rule_of(gammaincc)
def gammaincc_rule(a, x):
    z = gammaincc(a, x)
    z_dot = -lower_gamma_by_order(a, x) * a_dot - gamma_density(a, x) * x_dot
    a_bar -= lower_gamma_by_order(a, x) * z_bar
    x_bar -= gamma_density(a, x) * z_bar


def beta_power(a, b, x):
    """x**a * (1 - x)**b / beta(a, b)."""
    if max(a, b) <= 10.0:
        return x**a * (1.0 - x) ** b / beta(a, b)
    if min(a, b) <= 10.0:
        return math.exp(a * math.log(x) + b * math.log1p(-x) - betaln(a, b))
    excess = a * ratio_excess(x, a / (a + b)) + b * ratio_excess(1.0 - x, b / (a + b))
    tails = stirling_tail(a) + stirling_tail(b) - stirling_tail(a + b)
    scale = math.sqrt(a * b / (2.0 * math.pi * (a + b)))
    return scale * math.exp(-excess - tails)


def beta_density(a, b, x):
    """The derivative of the incomplete beta function by x."""
    if x == 0.0 or x == 1.0:
        power = a if x == 0.0 else b
        return power if power == 1.0 else 0.0 if power > 1.0 else math.inf
    return beta_power(a, b, x) / (x * (1.0 - x))


@rule_of(beta_density)
def beta_density_rule(a, b, x):
    z = beta_density(a, b, x)
    z_dot = z * (
        (math.log(x) - psi(a) + psi(a + b)) * a_dot
        + (math.log1p(-x) - psi(b) + psi(a + b)) * b_dot
        + ((a - 1.0) / x - (b - 1.0) / (1.0 - x)) * x_dot
    )
    a_bar += z * (math.log(x) - psi(a) + psi(a + b)) * z_bar
    b_bar += z * (math.log1p(-x) - psi(b) + psi(a + b)) * z_bar
    x_bar += z * ((a - 1.0) / x - (b - 1.0) / (1.0 - x)) * z_bar


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


def beta_fraction_by_orders(a, b, x):
    """The derivatives of that by a and by b."""
    c = 1e300
    d = 1.0
    value = 1.0
    c_by_a = c_by_b = d_by_a = d_by_b = by_a = by_b = 0.0
    for k in range(1, 100000):
        half = k // 2
        scale = x / ((a + k - 1.0) * (a + k))
        if k % 2 == 0:
            numerator = half * (b - half) * scale
            up_a = 0.0
            up_b = half * scale
        else:
            numerator = -(a + half) * (a + b + half) * scale
            up_a = -(2.0 * a + b + k - 1.0) * scale
            up_b = -(a + half) * scale
        up_a -= numerator * (1.0 / (a + k - 1.0) + 1.0 / (a + k))
        below = 1.0 / (1.0 + numerator * d)
        d_by_a = -(below**2) * (up_a * d + numerator * d_by_a)
        d_by_b = -(below**2) * (up_b * d + numerator * d_by_b)
        c_by_a = (up_a - numerator * c_by_a / c) / c
        c_by_b = (up_b - numerator * c_by_b / c) / c
        d = below
        c = 1.0 + numerator / c
        value *= c * d
        step_a = c_by_a / c + d_by_a / d
        step_b = c_by_b / c + d_by_b / d
        by_a += step_a
        by_b += step_b
        moved = abs(step_a) + abs(step_b)
        if abs(c * d - 1.0) < 2e-16 and moved < 1e-16 * (1.0 + abs(by_a) + abs(by_b)):
            break
    fraction = beta_power(a, b, x) / a * value
    more = psi(a + b)
    return (
        fraction * (math.log(x) - psi(a) + more - 1.0 / a + by_a),
        fraction * (math.log1p(-x) - psi(b) + more + by_b),
    )


def beta_by_orders(a, b, x):
    """The derivatives of the incomplete beta function by a and by b."""
    if not 0.0 < x < 1.0:
        return 0.0, 0.0
    if x * (a + b + 2.0) < a + 1.0:
        return beta_fraction_by_orders(a, b, x)
    by_b, by_a = beta_fraction_by_orders(b, a, 1.0 - x)
    return -by_a, -by_b


def beta_by_first(a, b, x):
    """The derivative of the incomplete beta function by a."""
    return beta_by_orders(a, b, x)[0]


def beta_by_second(a, b, x):
    """The derivative of the incomplete beta function by b."""
    return beta_by_orders(a, b, x)[1]


@defines("scipy.special.betainc")
@elementwise
def betainc(a, b, x):
    """The regularised incomplete beta function."""
    if not (a > 0.0 and b > 0.0 and 0.0 <= x <= 1.0):
        return math.nan
    if x == 0.0 or x == 1.0:
        return x
    if x * (a + b + 2.0) < a + 1.0:
        return beta_fraction(a, b, x)
    return 1.0 - beta_fraction(b, a, 1.0 - x)


@rule_of(betainc)
def betainc_rule(a, b, x):
    z = betainc(a, b, x)
    z_dot = (
        beta_by_first(a, b, x) * a_dot
        + beta_by_second(a, b, x) * b_dot
        + beta_density(a, b, x) * x_dot
    )
    a_bar += beta_by_first(a, b, x) * z_bar
    b_bar += beta_by_second(a, b, x) * z_bar
    x_bar += beta_density(a, b, x) * z_bar


@defines("scipy.special.betaincc")
@elementwise
def betaincc(a, b, x):
    """One minus the regularised incomplete beta function."""
    if not (a > 0.0 and b > 0.0 and 0.0 <= x <= 1.0):
        return math.nan
    if x == 0.0 or x == 1.0:
        return 1.0 - x
    if x * (a + b + 2.0) < a + 1.0:
        return 1.0 - beta_fraction(a, b, x)
    return beta_fraction(b, a, 1.0 - x)


@rule_of(betaincc)
def betaincc_rule(a, b, x):
    z = betaincc(a, b, x)
    z_dot = (
        -beta_by_first(a, b, x) * a_dot
        - beta_by_second(a, b, x) * b_dot
        - beta_density(a, b, x) * x_dot
    )
    a_bar -= beta_by_first(a, b, x) * z_bar
    b_bar -= beta_by_second(a, b, x) * z_bar
    x_bar -= beta_density(a, b, x) * z_bar
