"""Distribution functions: Student's, Fisher's, Poisson's and their like.

They are incomplete gamma and beta functions of other arguments (NIST Digital Library of
Mathematical Functions, 8.17.24 and 8.19(i) for the sums that they are).
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.library.special_beta import beta
from s2sad.library.special_error import ndtr
from s2sad.library.special_incomplete import (
    beta_by_orders,
    beta_density,
    betaincc,
    gammainc,
    gammaincc,
)
from s2sad.library.special_incomplete import betainc as lower_beta


@elementwise
def student_density(df, t):
    """The density of Student's distribution."""
    if not df > 0.0:
        return math.nan
    if df > 1e300:
        return math.exp(-0.5 * t * t) / math.sqrt(2.0 * math.pi)
    power = math.exp(-0.5 * (df + 1.0) * math.log1p(t * t / df))
    return power / (math.sqrt(df) * beta(0.5, 0.5 * df))


def student_by_order(df, t):
    """The derivative of Student's distribution function by the degrees of freedom."""
    if t == 0.0 or df > 1e300:
        return 0.0
    size = df + t * t
    half = 0.5 if t > 0.0 else -0.5
    if t * t < min(1.0, df):
        u = t * t / size
        by_order = 0.5 * beta_by_orders(0.5, 0.5 * df, u)[1]
        return half * (by_order - beta_density(0.5, 0.5 * df, u) * u / size)
    u = df / size
    by_order = 0.5 * beta_by_orders(0.5 * df, 0.5, u)[0]
    by_place = beta_density(0.5 * df, 0.5, u) * t * t / (size * size)
    return -half * (by_order + by_place)


@defines("scipy.special.stdtr")
@elementwise
def stdtr(df, t):
    """The distribution function of Student's distribution."""
    if not df > 0.0 or t != t:
        return math.nan
    if df > 1e300 or abs(t) == math.inf:
        return ndtr(t)
    if t * t < min(1.0, df):
        middle = lower_beta(0.5, 0.5 * df, t * t / (df + t * t))
        return 0.5 + 0.5 * math.copysign(middle, t)
    tail = 0.5 * lower_beta(0.5 * df, 0.5, df / (df + t * t))
    return tail if t < 0.0 else 1.0 - tail


@rule_of(stdtr)
def stdtr_rule(df, t):
    z = stdtr(df, t)
    z_dot = student_by_order(df, t) * df_dot + student_density(df, t) * t_dot
    df_bar += student_by_order(df, t) * z_bar
    t_bar += student_density(df, t) * z_bar


@defines("scipy.special.chdtr")
@elementwise
def chdtr(v, x):
    """The chi-square distribution function."""
    return gammainc(0.5 * v, 0.5 * x)


@defines("scipy.special.chdtrc")
@elementwise
def chdtrc(v, x):
    """One minus the chi-square distribution function."""
    return 1.0 if x < 0.0 else gammaincc(0.5 * v, 0.5 * x)


@defines("scipy.special.fdtr")
@elementwise
def fdtr(dfn, dfd, x):
    """Fisher's distribution function."""
    return lower_beta(0.5 * dfn, 0.5 * dfd, dfn * x / (dfd + dfn * x))


@defines("scipy.special.fdtrc")
@elementwise
def fdtrc(dfn, dfd, x):
    """One minus Fisher's distribution function."""
    return lower_beta(0.5 * dfd, 0.5 * dfn, dfd / (dfd + dfn * x))


@defines("scipy.special.gdtr")
@elementwise
def gdtr(a, b, x):
    """The distribution function of a gamma distribution."""
    return math.nan if x < 0.0 else gammainc(b, a * x)


@defines("scipy.special.gdtrc")
@elementwise
def gdtrc(a, b, x):
    """One minus the distribution function of a gamma distribution."""
    return math.nan if x < 0.0 else gammaincc(b, a * x)


@defines("scipy.special.pdtr")
@elementwise
def pdtr(k, m):
    """Poisson's distribution function."""
    if k < 0.0 or m < 0.0:
        return math.nan
    return 1.0 if m == 0.0 else gammaincc(math.floor(k) + 1.0, m)


@defines("scipy.special.pdtrc")
@elementwise
def pdtrc(k, m):
    """One minus Poisson's distribution function."""
    if k < 0.0 or m < 0.0:
        return math.nan
    return 0.0 if m == 0.0 else gammainc(math.floor(k) + 1.0, m)


@defines("scipy.special.bdtr")
@elementwise
def bdtr(k, n, p):
    """The binomial distribution function."""
    if p < 0.0 or p > 1.0 or k < 0.0 or n < math.floor(k):
        return math.nan
    if math.floor(k) == n:
        return 1.0
    return betaincc(math.floor(k) + 1.0, n - math.floor(k), p)


@defines("scipy.special.bdtrc")
@elementwise
def bdtrc(k, n, p):
    """One minus the binomial distribution function."""
    if p < 0.0 or p > 1.0 or n < math.floor(k):
        return math.nan
    if k < 0.0:
        return 1.0
    if math.floor(k) == n:
        return 0.0
    return lower_beta(math.floor(k) + 1.0, n - math.floor(k), p)
