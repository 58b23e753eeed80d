"""Quantiles of distributions with a noncentrality, and the noncentralities themselves.

Each is where a distribution function has a value: a root between two places.
"""

import math

from s2sad.known.definitions import defines, elementwise
from s2sad.library.noncentral import chndtr, fisher_below, student_below
from s2sad.library.roots import polished
from s2sad.library.standardised import placed


def quantile(below, p):
    """The positive number below which a probability lies."""
    if not 0.0 <= p <= 1.0:
        return math.nan
    if p == 0.0 or p == 1.0:
        return 0.0 if p == 0.0 else math.inf
    high = 1.0
    while below(high) < p and high < 1e300:
        high *= 2.0
    return polished(lambda x: below(x) - p, 0.0, high)


def noncentrality(below, p):
    """How large a noncentrality is that leaves a probability, 0 where none is so small.

    The larger it is, the less is below.
    """
    if not 0.0 < p <= 1.0:
        return math.nan
    if below(0.0) <= p:
        return 0.0
    high = 1.0
    while below(high) > p and high < 1e5:
        high *= 2.0
    return polished(lambda nc: below(nc) - p, 0.0, high)


@defines("scipy.special.ncfdtri")
@elementwise
def ncfdtri(dfn, dfd, nc, p):
    """The quantile of Fisher's noncentral distribution."""
    if not (dfn > 0.0 and dfd > 0.0 and nc >= 0.0):
        return math.nan
    return quantile(lambda x: fisher_below(x, dfn, dfd, nc), p)


@defines("scipy.special.ncfdtrinc")
@elementwise
def ncfdtrinc(dfn, dfd, p, f):
    """The noncentrality of Fisher's distribution that leaves a probability below."""
    if not (dfn > 0.0 and dfd > 0.0 and f >= 0.0):
        return math.nan
    return noncentrality(lambda nc: fisher_below(f, dfn, dfd, nc), p)


@defines("scipy.special.chndtrix")
@elementwise
def chndtrix(p, df, nc):
    """The quantile of the noncentral chi-square distribution."""
    if not (df > 0.0 and nc >= 0.0):
        return math.nan
    return quantile(lambda x: chndtr(x, df, nc), p)


@defines("scipy.special.chndtrinc")
@elementwise
def chndtrinc(x, df, p):
    """The noncentrality of the chi-square distribution that leaves a probability."""
    if not (df > 0.0 and x >= 0.0):
        return math.nan
    return noncentrality(lambda nc: chndtr(x, df, nc), p)


@defines("scipy.special.nctdtrit")
@elementwise
def nctdtrit(df, nc, p):
    """The quantile of Student's noncentral distribution."""
    if not (df > 0.0 and nc == nc and 0.0 <= p <= 1.0):
        return math.nan
    if p == 0.0 or p == 1.0:
        return math.copysign(math.inf, p - 0.5)
    low = -1.0
    high = 1.0
    while student_below(low, df, nc) > p and low > -1e150:
        low *= 2.0
    while student_below(high, df, nc) < p and high < 1e150:
        high *= 2.0
    return polished(lambda t: student_below(t, df, nc) - p, low, high)


@defines("scipy.stats.ncx2.ppf")
def ncx2_ppf(q, df, nc, loc=0, scale=1):
    """The quantile of the noncentral chi-square distribution."""
    return placed(chndtrix(q, df, nc), loc, scale)


@defines("scipy.stats.ncf.ppf")
def ncf_ppf(q, dfn, dfd, nc, loc=0, scale=1):
    """The quantile of Fisher's noncentral distribution."""
    return placed(ncfdtri(dfn, dfd, nc, q), loc, scale)


@defines("scipy.stats.nct.ppf")
def nct_ppf(q, df, nc, loc=0, scale=1):
    """The quantile of Student's noncentral distribution."""
    return placed(nctdtrit(df, nc, q), loc, scale)
