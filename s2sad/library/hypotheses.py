"""Tests of scipy.stats of counts and of normality, and Kolmogorov's distribution."""

import math
from collections import namedtuple

import numpy as np

from s2sad.known.definitions import defines, elementwise
from s2sad.library.axes import as_array, is_known
from s2sad.library.descriptive import as_sample, kurtosis, refuse_policy, skew
from s2sad.library.discrete import binomial_log_mass
from s2sad.library.inference import Significance
from s2sad.library.special_distributions import chdtrc
from s2sad.library.special_error import ndtr
from s2sad.library.standardised import standard

Successes = namedtuple("Successes", "k n alternative statistic pvalue")
Goodness = namedtuple("Goodness", "statistic pvalue")


@defines("scipy.stats.binomtest")
def binomtest(k, n, p=0.5, alternative="two-sided"):
    """How likely so many successes are, or fewer, or as unlikely numbers of them."""
    if not 0 <= k <= n:
        raise ValueError("k must not be greater than n, nor less than 0.")
    if not 0.0 <= p <= 1.0:
        raise ValueError("p must be in range [0,1]")
    own = math.exp(binomial_log_mass(k, n, p)) * (1.0 + 1e-7)
    total = 0.0
    for other in range(n + 1):
        mass = math.exp(binomial_log_mass(other, n, p))
        if alternative == "less":
            is_counted = other <= k
        elif alternative == "greater":
            is_counted = other >= k
        else:
            is_counted = mass <= own
        if is_counted:
            total += mass
    return Successes(k, n, alternative, k / n, min(total, 1.0))


@defines("scipy.stats.chisquare")
def chisquare(f_obs, f_exp=None, ddof=0, axis=0, *, sum_check=True):
    """Whether counts are as they were expected, by the squares of the differences."""
    observed = as_sample(f_obs)
    mean = np.mean(observed, axis, keepdims=True)
    expected = mean + np.zeros_like(observed) if f_exp is None else as_sample(f_exp)
    sums, others = np.sum(observed, axis), np.sum(expected, axis)
    apart = np.abs(sums - others) > 1.5e-8 * np.minimum(np.abs(sums), np.abs(others))
    if sum_check and np.any(apart):
        raise ValueError("the sums of the frequencies differ")
    statistic = np.sum((observed - expected) ** 2 / expected, axis)
    return Goodness(statistic, chdtrc(length(observed, axis) - 1.0 - ddof, statistic))


@elementwise
def leaning(g, n):
    """The skewness of a sample of some length as a normal number (D'Agostino)."""
    y = g * math.sqrt((n + 1.0) * (n + 3.0) / (6.0 * (n - 2.0)))
    b = 3.0 * (n * n + 27.0 * n - 70.0) * (n + 1.0) * (n + 3.0)
    b = b / ((n - 2.0) * (n + 5.0) * (n + 7.0) * (n + 9.0))
    square = math.sqrt(2.0 * (b - 1.0)) - 1.0
    alpha = math.sqrt(2.0 / (square - 1.0))
    y = y if y != 0.0 else 1.0
    delta = 1.0 / math.sqrt(0.5 * math.log(square))
    return delta * math.log(y / alpha + math.sqrt((y / alpha) ** 2 + 1.0))


@elementwise
def heaviness(b, n):
    """The kurtosis of a sample of some length as a normal number (Anscombe, Glynn)."""
    mean = 3.0 * (n - 1.0) / (n + 1.0)
    spread = 24.0 * n * (n - 2.0) * (n - 3.0)
    spread = spread / ((n + 1.0) ** 2 * (n + 3.0) * (n + 5.0))
    x = (b - mean) / math.sqrt(spread)
    third = 6.0 * (n * n - 5.0 * n + 2.0) / ((n + 7.0) * (n + 9.0))
    third = third * math.sqrt(6.0 * (n + 3.0) * (n + 5.0) / (n * (n - 2.0) * (n - 3.0)))
    a = 6.0 + 8.0 / third * (2.0 / third + math.sqrt(1.0 + 4.0 / (third * third)))
    root = 1.0 + x * math.sqrt(2.0 / (a - 4.0))
    cube = math.copysign(abs((1.0 - 2.0 / a) / root) ** (1.0 / 3.0), root)
    return (1.0 - 2.0 / (9.0 * a) - cube) / math.sqrt(2.0 / (9.0 * a))


def length(a, axis):
    """How many elements there are along an axis."""
    return a.size if is_known(axis) and axis is None else a.shape[axis]


def by_normal(z, alternative):
    """A normal number, and how likely as much is on one side or on both."""
    if alternative == "less":
        return Significance(z, ndtr(z))
    elif alternative == "greater":
        return Significance(z, ndtr(-z))
    else:
        return Significance(z, 2.0 * ndtr(-np.abs(z)))


@defines("scipy.stats.skewtest")
def skewtest(a, axis=0, nan_policy="propagate", alternative="two-sided"):
    """Whether a sample leans to one side more than a normal one does."""
    refuse_policy(nan_policy)
    a = as_sample(a)
    return by_normal(leaning(skew(a, axis), length(a, axis) * 1.0), alternative)


@defines("scipy.stats.kurtosistest")
def kurtosistest(a, axis=0, nan_policy="propagate", alternative="two-sided"):
    """Whether a sample has heavier tails than a normal one has."""
    refuse_policy(nan_policy)
    a = as_sample(a)
    heavy = kurtosis(a, axis, False)
    return by_normal(heaviness(heavy, length(a, axis) * 1.0), alternative)


@defines("scipy.stats.normaltest")
def normaltest(a, axis=0, nan_policy="propagate"):
    """Whether a sample is normal, by both."""
    s, _ = skewtest(a, axis, nan_policy)
    k, _ = kurtosistest(a, axis, nan_policy)
    return Significance(s * s + k * k, np.exp(-0.5 * (s * s + k * k)))


@defines("scipy.special.kolmogorov")
@elementwise
def kolmogorov(y):
    """How likely the largest distance of a sample is more, where there are many."""
    if not y > 0.0:
        return 1.0 if y <= 0.0 else math.nan
    if y < 0.8:  # Jacobi's other series
        total = 0.0
        for k in range(1, 20, 2):
            total += math.exp(-((k * math.pi / y) ** 2) / 8.0)
        return 1.0 - math.sqrt(2.0 * math.pi) / y * total
    total = 0.0
    for k in range(1, 20):
        total += (-1.0) ** (k - 1) * math.exp(-2.0 * (k * y) ** 2)
    return 2.0 * total


@defines("scipy.stats.kstwobign.sf")
def kstwobign_sf(x, loc=0, scale=1):
    """The probability of more under Kolmogorov's distribution."""
    return kolmogorov(standard(x, loc, scale))


@defines("scipy.stats.kstwobign.cdf")
def kstwobign_cdf(x, loc=0, scale=1):
    """The probability of less under Kolmogorov's distribution."""
    return 1.0 - kolmogorov(standard(as_array(x), loc, scale))
