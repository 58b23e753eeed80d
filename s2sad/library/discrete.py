"""Discrete distributions that scipy.stats has, and the uniform one."""

import math

import numpy as np

from s2sad.known.definitions import defines, elementwise
from s2sad.library.axes import as_array
from s2sad.library.special_distributions import bdtr, bdtrc, pdtr, pdtrc
from s2sad.library.special_entropy import xlog1py, xlogy
from s2sad.library.special_gamma import gammaln
from s2sad.library.standardised import per, placed, standard


@elementwise
def poisson_log_mass(k, mu):
    """The logarithm of Poisson's probabilities."""
    if not mu >= 0.0 or k != k:
        return math.nan
    if k < 0.0 or k != math.floor(k):
        return -math.inf
    return xlogy(k, mu) - gammaln(k + 1.0) - mu


@elementwise
def poisson_below(k, mu):
    """The probability of as many or fewer."""
    return 0.0 if k < 0.0 and mu >= 0.0 else pdtr(k, mu)


@elementwise
def poisson_above(k, mu):
    """The probability of more."""
    return 1.0 if k < 0.0 and mu >= 0.0 else pdtrc(k, mu)


@elementwise
def binomial_log_mass(k, n, p):
    """The logarithm of the binomial probabilities."""
    if not 0.0 <= p <= 1.0 or not n >= 0.0 or n != math.floor(n) or k != k:
        return math.nan
    if k < 0.0 or k > n or k != math.floor(k):
        return -math.inf
    ways = gammaln(n + 1.0) - gammaln(k + 1.0) - gammaln(n - k + 1.0)
    return ways + xlogy(k, p) + xlog1py(n - k, -p)


@elementwise
def binomial_below(k, n, p):
    """The probability of as many or fewer."""
    if not 0.0 <= p <= 1.0 or not n >= 0.0 or n != math.floor(n) or k != k:
        return math.nan
    if k < 0.0 or k >= n:
        return 0.0 if k < 0.0 else 1.0
    return bdtr(k, n, p)


@elementwise
def binomial_above(k, n, p):
    """The probability of more."""
    if not 0.0 <= p <= 1.0 or not n >= 0.0 or n != math.floor(n) or k != k:
        return math.nan
    if k < 0.0 or k >= n:
        return 1.0 if k < 0.0 else 0.0
    return bdtrc(k, n, p)


@elementwise
def uniform_density(x):
    """The density of the uniform distribution between 0 and 1."""
    return 1.0 if 0.0 <= x <= 1.0 else 0.0


@elementwise
def uniform_below(x):
    """The probability of less under it."""
    return min(max(x, 0.0), 1.0)


@elementwise
def uniform_quantile(q):
    """A quantile of it."""
    return q if 0.0 <= q <= 1.0 else math.nan


@defines("scipy.stats.poisson.logpmf")
def poisson_logpmf(k, mu, loc=0):
    """The logarithm of Poisson's probabilities."""
    return poisson_log_mass(as_array(k) - loc, mu)


@defines("scipy.stats.poisson.pmf")
def poisson_pmf(k, mu, loc=0):
    """Poisson's probabilities."""
    return np.exp(poisson_log_mass(as_array(k) - loc, mu))


@defines("scipy.stats.poisson.cdf")
def poisson_cdf(k, mu, loc=0):
    """The probability of as many or fewer, by Poisson."""
    return poisson_below(as_array(k) - loc, mu)


@defines("scipy.stats.poisson.sf")
def poisson_sf(k, mu, loc=0):
    """The probability of more, by Poisson."""
    return poisson_above(as_array(k) - loc, mu)


@defines("scipy.stats.binom.logpmf")
def binom_logpmf(k, n, p, loc=0):
    """The logarithm of the binomial probabilities."""
    return binomial_log_mass(as_array(k) - loc, n, p)


@defines("scipy.stats.binom.pmf")
def binom_pmf(k, n, p, loc=0):
    """The binomial probabilities."""
    return np.exp(binomial_log_mass(as_array(k) - loc, n, p))


@defines("scipy.stats.binom.cdf")
def binom_cdf(k, n, p, loc=0):
    """The probability of as many or fewer, under the binomial distribution."""
    return binomial_below(as_array(k) - loc, n, p)


@defines("scipy.stats.binom.sf")
def binom_sf(k, n, p, loc=0):
    """The probability of more under the binomial distribution."""
    return binomial_above(as_array(k) - loc, n, p)


@defines("scipy.stats.uniform.pdf")
def uniform_pdf(x, loc=0, scale=1):
    """The density of the uniform distribution."""
    return per(uniform_density(standard(x, loc, scale)), scale)


@defines("scipy.stats.uniform.cdf")
def uniform_cdf(x, loc=0, scale=1):
    """The probability of less under the uniform distribution."""
    return uniform_below(standard(x, loc, scale))


@defines("scipy.stats.uniform.sf")
def uniform_sf(x, loc=0, scale=1):
    """The probability of more under the uniform distribution."""
    return 1.0 - uniform_below(standard(x, loc, scale))


@defines("scipy.stats.uniform.ppf")
def uniform_ppf(q, loc=0, scale=1):
    """A quantile of the uniform distribution."""
    return placed(uniform_quantile(as_array(q)), loc, scale)
