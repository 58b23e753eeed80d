"""Standard distributions: densities, probabilities of less and more, quantiles.

NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.6.
"""

import math

from s2sad.known.definitions import elementwise
from s2sad.library.special_beta import betaln
from s2sad.library.special_error import ndtr, ndtri, normal_density
from s2sad.library.special_gamma import gammaln
from s2sad.library.special_incomplete import (
    beta_density,
    betainc,
    betaincc,
    gamma_density,
    gammainc,
    gammaincc,
)
from s2sad.library.special_logistic import expit
from s2sad.library.special_quantiles import betaincinv


@elementwise
def normal_log_density(z):
    """Its logarithm."""
    return -0.5 * z * z - 0.5 * math.log(2.0 * math.pi)


@elementwise
def student_log_density(df, t):
    """The logarithm of the density of Student's distribution."""
    if not df > 0.0:
        return math.nan
    constant = 0.5 * math.log(df) + betaln(0.5, 0.5 * df)
    return -0.5 * (df + 1.0) * math.log1p(t * t / df) - constant


@elementwise
def gamma_probability_density(a, x):
    """The density of a gamma distribution."""
    if not a > 0.0:
        return math.nan
    return 0.0 if x < 0.0 else gamma_density(a, x)


@elementwise
def gamma_log_density(a, x):
    """Its logarithm."""
    if not (a > 0.0 and x >= 0.0):
        return math.nan if not a > 0.0 or x != x else -math.inf
    return (a - 1.0) * math.log(x) - x - gammaln(a)


@elementwise
def gamma_below(a, x):
    """The probability of less under a gamma distribution."""
    return 0.0 if x <= 0.0 and a > 0.0 else gammainc(a, x)


@elementwise
def gamma_above(a, x):
    """The probability of more under a gamma distribution."""
    return 1.0 if x <= 0.0 and a > 0.0 else gammaincc(a, x)


@elementwise
def beta_probability_density(a, b, x):
    """The density of a beta distribution."""
    if not (a > 0.0 and b > 0.0):
        return math.nan
    return 0.0 if x < 0.0 or x > 1.0 else beta_density(a, b, x)


@elementwise
def beta_log_density(a, b, x):
    """Its logarithm."""
    if not (a > 0.0 and b > 0.0):
        return math.nan
    if x < 0.0 or x > 1.0:
        return -math.inf
    return (a - 1.0) * math.log(x) + (b - 1.0) * math.log1p(-x) - betaln(a, b)


@elementwise
def beta_below(a, b, x):
    """The probability of less under a beta distribution."""
    return betainc(a, b, min(max(x, 0.0), 1.0))


@elementwise
def beta_above(a, b, x):
    """The probability of more under a beta distribution."""
    return betaincc(a, b, min(max(x, 0.0), 1.0))


@elementwise
def fisher_density(dfn, dfd, x):
    """The density of Fisher's distribution."""
    if not (dfn > 0.0 and dfd > 0.0):
        return math.nan
    if x < 0.0:
        return 0.0
    size = dfd + dfn * x
    slope = dfn * dfd / (size * size)
    return beta_density(0.5 * dfn, 0.5 * dfd, dfn * x / size) * slope


@elementwise
def fisher_below(dfn, dfd, x):
    """The probability of less under Fisher's distribution."""
    if x == math.inf:
        return 1.0
    place = max(dfn * x, 0.0)
    return betainc(0.5 * dfn, 0.5 * dfd, place / (dfd + place))


@elementwise
def fisher_above(dfn, dfd, x):
    """The probability of more under Fisher's distribution."""
    return betainc(0.5 * dfd, 0.5 * dfn, dfd / (dfd + max(dfn * x, 0.0)))


@elementwise
def fisher_quantile(dfn, dfd, p):
    """A quantile of Fisher's distribution."""
    u = betaincinv(0.5 * dfn, 0.5 * dfd, p)
    return dfd * u / (dfn * (1.0 - u))


@elementwise
def fisher_quantile_above(dfn, dfd, q):
    """A quantile of Fisher's distribution, counted from above."""
    u = betaincinv(0.5 * dfd, 0.5 * dfn, q)
    return dfd * (1.0 - u) / (dfn * u)


@elementwise
def exponential_density(x):
    """The density of the exponential distribution."""
    return 0.0 if x < 0.0 else math.exp(-x)


@elementwise
def exponential_below(x):
    """The probability of less under the exponential distribution."""
    return 0.0 if x < 0.0 else -math.expm1(-x)


@elementwise
def exponential_above(x):
    """The probability of more under the exponential distribution."""
    return 1.0 if x < 0.0 else math.exp(-x)


@elementwise
def exponential_log_density(x):
    """The logarithm of the density of the exponential distribution."""
    return -math.inf if x < 0.0 else -x


@elementwise
def exponential_quantile(p):
    """A quantile of the exponential distribution."""
    return math.nan if p < 0.0 else -math.log1p(-p)


@elementwise
def log_normal_density(s, x):
    """The density of the log-normal distribution."""
    if not s > 0.0:
        return math.nan
    return 0.0 if x <= 0.0 else normal_density(math.log(x) / s) / (s * x)


@elementwise
def log_normal_log_density(s, x):
    """Its logarithm."""
    if not s > 0.0:
        return math.nan
    if x <= 0.0:
        return -math.inf
    return normal_log_density(math.log(x) / s) - math.log(s * x)


@elementwise
def log_normal_below(s, x):
    """The probability of less under the log-normal distribution."""
    if not s > 0.0:
        return math.nan
    return 0.0 if x <= 0.0 else ndtr(math.log(x) / s)


@elementwise
def log_normal_above(s, x):
    """The probability of more under the log-normal distribution."""
    if not s > 0.0:
        return math.nan
    return 1.0 if x <= 0.0 else ndtr(-math.log(x) / s)


@elementwise
def log_normal_quantile(s, p):
    """A quantile of the log-normal distribution."""
    if not s > 0.0:
        return math.nan
    return math.exp(s * ndtri(p))


@elementwise
def logistic_density(x):
    """The density of the logistic distribution."""
    return expit(x) * expit(-x)
