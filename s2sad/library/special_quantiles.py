"""Inverses of the incomplete gamma and beta functions, and quantiles made of them.

By Newton's method, kept between bounds: where a step leaves them, they are halved.
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.library.special_beta import betaln
from s2sad.library.special_distributions import (
    stdtr,
    student_by_order,
    student_density,
)
from s2sad.library.special_error import ndtri
from s2sad.library.special_gamma import gammaln
from s2sad.library.special_incomplete import (
    beta_by_first,
    beta_by_second,
    beta_density,
    betainc,
    betaincc,
    gamma_density,
    gammainc,
    gammaincc,
    lower_gamma_by_order,
)


def gamma_quantile(a, p, q):
    """Where the lower incomplete gamma function is p = 1 - q, by the smaller."""
    low = 0.0
    high = math.inf
    x = math.exp(min(math.log(p) + gammaln(a + 1.0), 600.0) / a) if p > 0.0 else 0.0
    x = min(x, a + 1.0) if p <= q else a + 1.0
    for _ in range(2000):
        if x == 0.0:
            break
        excess = gammainc(a, x) - p if p <= q else q - gammaincc(a, x)
        low, high = (low, x) if excess > 0.0 else (x, high)
        density = gamma_density(a, x)
        after = x - excess / density if density > 0.0 else math.inf
        if not low < after < high:
            after = 2.0 * x if high == math.inf else 0.5 * (low + high)
        if abs(after - x) <= 4e-16 * x:
            break
        x = after
    return x


@defines("scipy.special.gammaincinv")
@elementwise
def gammaincinv(a, p):
    """The inverse of the lower incomplete gamma function."""
    if not (a > 0.0 and 0.0 <= p <= 1.0):
        return math.nan
    if p == 0.0 or p == 1.0:
        return 0.0 if p == 0.0 else math.inf
    return gamma_quantile(a, p, 1.0 - p)


@rule_of(gammaincinv)
def gammaincinv_rule(a, p):
    z = gammaincinv(a, p)
    z_dot = (p_dot - lower_gamma_by_order(a, z) * a_dot) / gamma_density(a, z)
    a_bar -= lower_gamma_by_order(a, z) / gamma_density(a, z) * z_bar
    p_bar += z_bar / gamma_density(a, z)


@defines("scipy.special.gammainccinv")
@elementwise
def gammainccinv(a, q):
    """The inverse of the upper incomplete gamma function."""
    if not (a > 0.0 and 0.0 <= q <= 1.0):
        return math.nan
    if q == 0.0 or q == 1.0:
        return 0.0 if q == 1.0 else math.inf
    return gamma_quantile(a, 1.0 - q, q)


@rule_of(gammainccinv)
def gammainccinv_rule(a, q):
    z = gammainccinv(a, q)
    z_dot = (-q_dot - lower_gamma_by_order(a, z) * a_dot) / gamma_density(a, z)
    a_bar -= lower_gamma_by_order(a, z) / gamma_density(a, z) * z_bar
    q_bar -= z_bar / gamma_density(a, z)


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
        low, high = (low, x) if excess > 0.0 else (x, high)
        density = beta_density(a, b, x)
        after = x - excess / density if density > 0.0 else 2.0
        if not low < after < high:
            after = 0.5 * (low + high)
        if abs(after - x) <= 4e-16 * x:
            break
        x = after
    return x


@defines("scipy.special.betaincinv")
@elementwise
def betaincinv(a, b, p):
    """The inverse of the incomplete beta function."""
    if not (a > 0.0 and b > 0.0 and 0.0 <= p <= 1.0):
        return math.nan
    if p == 0.0 or p == 1.0:
        return p
    return beta_quantile(a, b, p, 1.0 - p)


@rule_of(betaincinv)
def betaincinv_rule(a, b, p):
    z = betaincinv(a, b, p)
    z_dot = (
        p_dot - beta_by_first(a, b, z) * a_dot - beta_by_second(a, b, z) * b_dot
    ) / beta_density(a, b, z)
    a_bar -= beta_by_first(a, b, z) / beta_density(a, b, z) * z_bar
    b_bar -= beta_by_second(a, b, z) / beta_density(a, b, z) * z_bar
    p_bar += z_bar / beta_density(a, b, z)


@defines("scipy.special.stdtrit")
@elementwise
def stdtrit(df, p):
    """The quantile of Student's distribution."""
    if not (df > 0.0 and 0.0 <= p <= 1.0):
        return math.nan
    if p == 0.0 or p == 1.0:
        return math.copysign(math.inf, p - 0.5)
    if p == 0.5:
        return 0.0
    tail = min(p, 1.0 - p)
    low = -math.inf
    high = 0.0
    t = ndtri(tail)
    for _ in range(2000):
        value = stdtr(df, t)
        low, high = (low, t) if value > tail else (t, high)
        density = student_density(df, t)
        if t < -1.0:  # the logarithms are nearly on a straight line
            after = t * math.exp(math.log(value / tail) * value / (density * -t))
        else:
            after = t - (value - tail) / density
        if not low < after < high:
            after = 2.0 * t if low == -math.inf else 0.5 * (low + high)
        if abs(after - t) <= 4e-16 * abs(t):
            break
        t = after
    return t if p < 0.5 else -t


@rule_of(stdtrit)
def stdtrit_rule(df, p):
    z = stdtrit(df, p)
    z_dot = (p_dot - student_by_order(df, z) * df_dot) / student_density(df, z)
    df_bar -= student_by_order(df, z) / student_density(df, z) * z_bar
    p_bar += z_bar / student_density(df, z)
