"""Quantiles of discrete distributions: whole numbers, which have the derivative 0."""

import math

import numpy as np

from s2sad.known.definitions import defines, elementwise
from s2sad.library.axes import as_array
from s2sad.library.discrete import binomial_below, poisson_below


@elementwise
def poisson_quantile(q, mu):
    """The least count with a probability of as many or fewer of q or more."""
    if not (mu >= 0.0 and 0.0 <= q <= 1.0):
        return math.nan
    if q == 0.0 or q == 1.0:
        return -1.0 if q == 0.0 else math.inf
    low, high = -1.0, 1.0
    while poisson_below(high, mu) < q:
        low, high = high, 2.0 * high + 1.0
    while high - low > 1.0:
        middle = np.floor(0.5 * (low + high))
        if poisson_below(middle, mu) < q:
            low = middle
        else:
            high = middle
    return high


@elementwise
def binomial_quantile(q, n, p):
    """The least count with a probability of as many or fewer of q or more."""
    if not (0.0 <= p <= 1.0 and n >= 0.0 and 0.0 <= q <= 1.0) or n != math.floor(n):
        return math.nan
    if q == 0.0 or q == 1.0:
        return -1.0 if q == 0.0 else float(n)
    low, high = -1.0, float(n)
    while high - low > 1.0:
        middle = np.floor(0.5 * (low + high))
        if binomial_below(middle, n, p) < q:
            low = middle
        else:
            high = middle
    return high


@defines("scipy.stats.poisson.ppf")
def poisson_ppf(q, mu, loc=0):
    """A quantile of Poisson's distribution."""
    return poisson_quantile(as_array(q), mu) + loc


@defines("scipy.stats.poisson.isf")
def poisson_isf(q, mu, loc=0):
    """A quantile of Poisson's distribution, counted from above."""
    return poisson_quantile(1.0 - as_array(q), mu) + loc


@defines("scipy.stats.binom.ppf")
def binom_ppf(q, n, p, loc=0):
    """A quantile of the binomial distribution."""
    return binomial_quantile(as_array(q), n, p) + loc


@defines("scipy.stats.binom.isf")
def binom_isf(q, n, p, loc=0):
    """A quantile of the binomial distribution, counted from above."""
    return binomial_quantile(1.0 - as_array(q), n, p) + loc
