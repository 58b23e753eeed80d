"""Standard distributions of times and extremes: densities, probabilities, quantiles.

NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.6.
"""

import math

from s2sad.known.definitions import elementwise
from s2sad.library.special_error import log_ndtr, ndtr, ndtri
from s2sad.library.special_gamma import gammaln
from s2sad.library.special_incomplete import gammainc, gammaincc


@elementwise
def cauchy_density(x):
    """The density of the Cauchy distribution."""
    return 1.0 / (math.pi * (1.0 + x * x))


@elementwise
def cauchy_below(x):
    """The probability of less under the Cauchy distribution."""
    return math.atan2(1.0, -x) / math.pi


@elementwise
def cauchy_quantile(p):
    """A quantile of the Cauchy distribution."""
    return math.tan(math.pi * (p - 0.5)) if 0.0 <= p <= 1.0 else math.nan


@elementwise
def weibull_log_density(c, x):
    """The logarithm of the density of a Weibull distribution."""
    if not c > 0.0:
        return math.nan
    if x <= 0.0:
        return -math.inf
    return math.log(c) + (c - 1.0) * math.log(x) - x**c


@elementwise
def weibull_above(c, x):
    """The probability of more under a Weibull distribution."""
    if not c > 0.0:
        return math.nan
    return 1.0 if x <= 0.0 else math.exp(-(x**c))


@elementwise
def weibull_below(c, x):
    """The probability of less under a Weibull distribution."""
    if not c > 0.0:
        return math.nan
    return 0.0 if x <= 0.0 else -math.expm1(-(x**c))


@elementwise
def weibull_quantile(c, p):
    """A quantile of a Weibull distribution."""
    return (-math.log1p(-p)) ** (1.0 / c) if c > 0.0 and p >= 0.0 else math.nan


@elementwise
def inverse_gamma_log_density(a, x):
    """The logarithm of the density of the inverse of a gamma variable."""
    if not a > 0.0:
        return math.nan
    if x <= 0.0:
        return -math.inf
    return -(a + 1.0) * math.log(x) - gammaln(a) - 1.0 / x


@elementwise
def inverse_gamma_below(a, x):
    """The probability of less under its distribution."""
    return 0.0 if x <= 0.0 and a > 0.0 else gammaincc(a, 1.0 / x)


@elementwise
def inverse_gamma_above(a, x):
    """The probability of more under its distribution."""
    return 1.0 if x <= 0.0 and a > 0.0 else gammainc(a, 1.0 / x)


@elementwise
def wald_log_density(mu, x):
    """The logarithm of the density of an inverse Gaussian distribution."""
    if not mu > 0.0:
        return math.nan
    if x <= 0.0:
        return -math.inf
    return -0.5 * (math.log(2.0 * math.pi * x**3) + (x / mu - 1.0) ** 2 / x)


@elementwise
def wald_below(mu, x):
    """The probability of less under an inverse Gaussian distribution."""
    if not mu > 0.0:
        return math.nan
    if x <= 0.0:
        return 0.0
    root = math.sqrt(x)
    mirrored = math.exp(2.0 / mu + log_ndtr(-(x / mu + 1.0) / root))
    return ndtr((x / mu - 1.0) / root) + mirrored


@elementwise
def wald_above(mu, x):
    """The probability of more under an inverse Gaussian distribution."""
    if not mu > 0.0:
        return math.nan
    if x <= 0.0:
        return 1.0
    root = math.sqrt(x)
    mirrored = math.exp(2.0 / mu + log_ndtr(-(x / mu + 1.0) / root))
    return ndtr((1.0 - x / mu) / root) - mirrored


@elementwise
def reciprocal_wald_log_density(mu, x):
    """The logarithm of the density of the inverse of such a variable."""
    if not mu > 0.0:
        return math.nan
    if x <= 0.0:
        return -math.inf
    return -0.5 * (math.log(2.0 * math.pi * x) + (1.0 / mu - x) ** 2 / x)


@elementwise
def reciprocal_wald_below(mu, x):
    """The probability of less under its distribution."""
    if not mu > 0.0:
        return math.nan
    if x <= 0.0:
        return 0.0
    root = math.sqrt(x)
    mirrored = math.exp(2.0 / mu + log_ndtr(-(1.0 / mu + x) / root))
    return ndtr((x - 1.0 / mu) / root) - mirrored


@elementwise
def reciprocal_wald_above(mu, x):
    """The probability of more under its distribution."""
    if not mu > 0.0:
        return math.nan
    if x <= 0.0:
        return 1.0
    root = math.sqrt(x)
    mirrored = math.exp(2.0 / mu + log_ndtr(-(1.0 / mu + x) / root))
    return ndtr((1.0 / mu - x) / root) + mirrored


@elementwise
def fatigue_log_density(c, x):
    """The logarithm of the density of a Birnbaum-Saunders distribution."""
    if not c > 0.0:
        return math.nan
    if x <= 0.0:
        return -math.inf
    size = math.log(x + 1.0) - math.log(2.0 * c) - 0.5 * math.log(2.0 * math.pi * x**3)
    return size - (x - 1.0) ** 2 / (2.0 * x * c * c)


@elementwise
def fatigue_below(c, x):
    """The probability of less under a Birnbaum-Saunders distribution."""
    if not c > 0.0:
        return math.nan
    return 0.0 if x <= 0.0 else ndtr((math.sqrt(x) - 1.0 / math.sqrt(x)) / c)


@elementwise
def fatigue_above(c, x):
    """The probability of more under a Birnbaum-Saunders distribution."""
    if not c > 0.0:
        return math.nan
    return 1.0 if x <= 0.0 else ndtr((1.0 / math.sqrt(x) - math.sqrt(x)) / c)


@elementwise
def fatigue_quantile(c, p):
    """A quantile of a Birnbaum-Saunders distribution."""
    z = c * ndtri(p)
    return 0.25 * (z + math.sqrt(z * z + 4.0)) ** 2 if c > 0.0 else math.nan


@elementwise
def gumbel_log_density(x):
    """The logarithm of the density of the Gumbel distribution of maxima."""
    return -x - math.exp(-x)


@elementwise
def gumbel_below(x):
    """The probability of less under the Gumbel distribution of maxima."""
    return math.exp(-math.exp(-x))


@elementwise
def gumbel_above(x):
    """The probability of more under the Gumbel distribution of maxima."""
    return -math.expm1(-math.exp(-x))


@elementwise
def gumbel_quantile(p):
    """A quantile of the Gumbel distribution of maxima."""
    return -math.log(-math.log(p)) if 0.0 < p < 1.0 else gumbel_end(p)


@elementwise
def gumbel_end(p):
    """Its quantile of 0 and of 1."""
    if p == 0.0 or p == 1.0:
        return math.inf if p == 1.0 else -math.inf
    return math.nan


@elementwise
def laplace_density(x):
    """The density of the Laplace distribution."""
    return 0.5 * math.exp(-abs(x))


@elementwise
def laplace_below(x):
    """The probability of less under the Laplace distribution."""
    return 0.5 * math.exp(x) if x < 0.0 else 1.0 - 0.5 * math.exp(-x)


@elementwise
def laplace_quantile(p):
    """A quantile of the Laplace distribution."""
    if not 0.0 < p < 1.0:
        return gumbel_end(p)
    return -math.log(2.0 - 2.0 * p) if p > 0.5 else math.log(2.0 * p)


@elementwise
def exponential_of(log_density):
    """A density by its logarithm."""
    return math.exp(log_density)
