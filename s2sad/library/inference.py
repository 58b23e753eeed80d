"""Correlations, straight lines and t-tests of scipy.stats, of vectors."""

import math
from collections import namedtuple

import numpy as np

from s2sad.known.definitions import defines, refused
from s2sad.library.axes import as_array, converted, real
from s2sad.library.special_distributions import stdtr
from s2sad.library.special_incomplete import betainc

Significance = namedtuple("Significance", "statistic pvalue")
Line = namedtuple("Line", "slope intercept rvalue pvalue stderr")


def as_vector(a):
    """A vector of floats."""
    a = as_array(a)
    if a.ndim != 1:
        refused("samples that are no vectors are not supported", "a loop over them")
    return converted(a, real(a))


def refuse_options(nan_policy, method=None):
    """Refuse what leaves out elements, and what draws samples."""
    if nan_policy != "propagate" or method is not None:
        refused("nan_policy= and method= are not supported", "the elements themselves")


def chance(below, above, alternative):
    """How likely as much or more is, on one side or on both."""
    if alternative == "less":
        return below
    elif alternative == "greater":
        return above
    else:
        return 2.0 * min(below, above)


def correlation(x, y):
    """The correlation of two vectors."""
    if len(x) != len(y):
        raise ValueError("x and y must have the same length")
    if len(x) < 2:
        raise ValueError("x and y must have length at least 2")
    dx, dy = x - np.mean(x), y - np.mean(y)
    r = np.dot(dx, dy) / (np.linalg.norm(dx) * np.linalg.norm(dy))
    return min(max(r, -1.0), 1.0)


@defines("scipy.stats.pearsonr")
def pearsonr(x, y, *, alternative="two-sided", method=None, axis=0):
    """The correlation of two samples, and how likely as much is by chance."""
    refuse_options("propagate", method)
    r = correlation(as_vector(x), as_vector(y))
    half = 0.5 * len(as_array(x)) - 1.0
    if half == 0.0:
        return Significance(r, 1.0)
    below = betainc(half, half, 0.5 * (1.0 + r))
    above = betainc(half, half, 0.5 * (1.0 - r))
    return Significance(r, chance(below, above, alternative))


@defines("scipy.stats.linregress")
def linregress(x, y, alternative="two-sided", *, nan_policy="propagate"):
    """The straight line through points, by least squares."""
    refuse_options(nan_policy)
    x, y = as_vector(x), as_vector(y)
    dx, dy = x - np.mean(x), y - np.mean(y)
    xx, xy, yy = np.dot(dx, dx), np.dot(dx, dy), np.dot(dy, dy)
    slope = xy / xx
    r = correlation(x, y)
    free = len(x) - 2.0
    t = r * math.sqrt(free / ((1.0 - r + 1e-20) * (1.0 + r + 1e-20)))
    p = chance(stdtr(free, t), stdtr(free, -t), alternative)
    error = np.sqrt((1.0 - r * r) * yy / xx / free)
    return Line(slope, np.mean(y) - slope * np.mean(x), r, p, error)


def tested(t, free, alternative):
    """A statistic and how likely as much is, by Student's distribution."""
    return Significance(t, chance(stdtr(free, t), stdtr(free, -t), alternative))


@defines("scipy.stats.ttest_1samp")
def ttest_1samp(a, popmean, axis=0, nan_policy="propagate", alternative="two-sided"):
    """Whether the mean of a sample is a number."""
    refuse_options(nan_policy)
    a = as_vector(a)
    error = np.std(a, ddof=1) / math.sqrt(len(a))
    return tested((np.mean(a) - popmean) / error, len(a) - 1.0, alternative)


@defines("scipy.stats.ttest_rel")
def ttest_rel(a, b, axis=0, nan_policy="propagate", alternative="two-sided"):
    """Whether the means of pairs are the same."""
    a, b = as_vector(a), as_vector(b)
    return ttest_1samp(a - b, 0.0, axis, nan_policy, alternative)


@defines("scipy.stats.ttest_ind")
def ttest_ind(
    a,
    b,
    *,
    axis=0,
    equal_var=True,
    nan_policy="propagate",
    alternative="two-sided",
    trim=0,
    method=None,
):
    """Whether the means of two samples are the same."""
    refuse_options(nan_policy, method)
    if trim != 0:
        refused("trim= is not supported", "the sorted elements without some")
    a, b = as_vector(a), as_vector(b)
    n, m = len(a) * 1.0, len(b) * 1.0
    if equal_var:
        free = n + m - 2.0
        pooled = ((n - 1.0) * np.var(a, ddof=1) + (m - 1.0) * np.var(b, ddof=1)) / free
        square = pooled * (1.0 / n + 1.0 / m)
    else:
        u, v = np.var(a, ddof=1) / n, np.var(b, ddof=1) / m
        free = (u + v) ** 2 / (u**2 / (n - 1.0) + v**2 / (m - 1.0))
        square = u + v
    return tested((np.mean(a) - np.mean(b)) / np.sqrt(square), free, alternative)


@defines("scipy.stats.false_discovery_control")
def false_discovery_control(ps, *, axis=0, method="bh"):
    """Chances, adjusted so that few of those that are small are so by chance."""
    p = as_vector(ps)
    factor = 1.0
    if method == "by":
        factor = np.sum(1.0 / np.arange(1, len(p) + 1))
    order = np.argsort(p, kind="mergesort")
    adjusted = np.empty(len(p))
    least = 1.0
    for k in range(len(p) - 1, -1, -1):
        if not 0.0 <= p[order[k]] <= 1.0:
            raise ValueError("`ps` must include only numbers between 0 and 1.")
        least = min(least, p[order[k]] * (len(p) / (k + 1.0) * factor))
        adjusted[order[k]] = least
    return adjusted
