"""Distribution functions with a noncentrality: sums of others that Poisson's weighs.

Johnson, Kotz and Balakrishnan, Continuous univariate distributions (1995), chapters
29 to 31. The sums begin at the largest weight, and go both ways.
"""

import math

from s2sad.known.definitions import defines, elementwise
from s2sad.library.special_error import ndtr
from s2sad.library.special_incomplete import (
    betainc,
    betaincc,
    gammainc,
    gammaincc,
)
from s2sad.library.standardised import standard


def weighed(h, value):
    """The sum of what a function gives for 0, 1, 2 ..., each with Poisson's weight."""
    middle = int(math.floor(h))
    weight = math.exp(-h)
    if middle > 0:
        weight = math.exp(middle * math.log(h) - h - math.lgamma(middle + 1.0))
    total = weight * value(middle)
    w = weight
    for k in range(middle, 0, -1):
        w *= k / h
        total += w * value(k - 1)
        if w <= 1e-18 * abs(total) or w < 1e-300:
            break
    for k in range(middle + 1, middle + 100000):
        weight *= h / k
        total += weight * value(k)
        if weight <= 1e-18 * abs(total) or weight < 1e-300:
            break
    return total


@defines("scipy.special.chndtr")
@elementwise
def chndtr(x, df, nc):
    """The noncentral chi-square distribution function."""
    if x != x or x < 0.0 or not df > 0.0 or not nc >= 0.0:
        return math.nan if x != x or not df > 0.0 or not nc >= 0.0 else 0.0
    return weighed(0.5 * nc, lambda k: gammainc(0.5 * df + k, 0.5 * x))


@elementwise
def chi2_above(x, df, nc):
    """One minus the noncentral chi-square distribution function."""
    if x != x or x < 0.0 or not df > 0.0 or not nc >= 0.0:
        return math.nan if x != x or not df > 0.0 or not nc >= 0.0 else 1.0
    return weighed(0.5 * nc, lambda k: gammaincc(0.5 * df + k, 0.5 * x))


@elementwise
def fisher_below(x, dfn, dfd, nc):
    """Fisher's noncentral distribution function."""
    if x != x or not dfn > 0.0 or not dfd > 0.0 or not nc >= 0.0:
        return math.nan
    if x <= 0.0:
        return 0.0
    y = dfn * x / (dfn * x + dfd)
    return weighed(0.5 * nc, lambda k: betainc(0.5 * dfn + k, 0.5 * dfd, y))


@elementwise
def fisher_above(x, dfn, dfd, nc):
    """One minus Fisher's noncentral distribution function."""
    if x != x or not dfn > 0.0 or not dfd > 0.0 or not nc >= 0.0:
        return math.nan
    if x <= 0.0:
        return 1.0
    y = dfn * x / (dfn * x + dfd)
    return weighed(0.5 * nc, lambda k: betaincc(0.5 * dfn + k, 0.5 * dfd, y))


@defines("scipy.special.ncfdtr")
@elementwise
def ncfdtr(dfn, dfd, nc, f):
    """Fisher's noncentral distribution function."""
    return fisher_below(f, dfn, dfd, nc)


def odd_part(nc, k):
    """What weighs the terms of even order, of Student's series."""
    ratio = math.exp(math.lgamma(k + 1.0) - math.lgamma(k + 1.5))
    return nc / math.sqrt(2.0) * ratio


def student_from_zero(t, df, nc):
    """How likely Student's noncentral t is between 0 and a positive number."""
    y = t * t / (t * t + df)
    return 0.5 * weighed(
        0.5 * nc * nc,
        lambda k: (
            betainc(k + 0.5, 0.5 * df, y)
            + odd_part(nc, k) * betainc(k + 1.0, 0.5 * df, y)
        ),
    )


def chi_part(w, t, df, nc):
    """A term of the integral: of exp(w) the chi distribution's, by the normal one's."""
    s = math.exp(w)
    scale = math.log(2.0) + 0.5 * df * math.log(0.5 * df) - math.lgamma(0.5 * df)
    return ndtr(nc - t * s) * math.exp(scale + df * (w - 0.5 * s * s))


def student_tail(t, df, nc):
    """How likely it is above a positive number where the noncentrality is negative.

    The series alternates there. The integral over the chi distribution, by the
    trapezoidal rule around where it is largest, has positive terms only.
    """
    b = -nc * t
    middle = math.log(2.0 * df / (b + math.sqrt(b * b + 4.0 * (t * t + df) * df)))
    step = min(0.125, 0.25 / math.sqrt(df))
    total = chi_part(middle, t, df, nc)
    for k in range(1, 1000000):
        term = chi_part(middle + k * step, t, df, nc)
        total += term
        if term <= 1e-18 * total:
            break
    for k in range(1, 1000000):
        term = chi_part(middle - k * step, t, df, nc)
        total += term
        if term <= 1e-18 * total:
            break
    return step * total


def student_beyond(t, df, nc):
    """How likely it is above a positive number."""
    if math.isinf(t):
        return 0.0
    if nc < 0.0 and t > 0.0:
        return student_tail(t, df, nc)
    y = t * t / (t * t + df)
    return 0.5 * weighed(
        0.5 * nc * nc,
        lambda k: (
            betaincc(k + 0.5, 0.5 * df, y)
            + odd_part(nc, k) * betaincc(k + 1.0, 0.5 * df, y)
        ),
    )


@elementwise
def student_below(t, df, nc):
    """Student's noncentral distribution function."""
    if t != t or not df > 0.0 or nc != nc:
        return math.nan
    if t < 0.0:
        return student_beyond(-t, df, -nc)
    return ndtr(-nc) + student_from_zero(t, df, nc)


@elementwise
def student_above(t, df, nc):
    """One minus Student's noncentral distribution function."""
    if t != t or not df > 0.0 or nc != nc:
        return math.nan
    if t < 0.0:
        return ndtr(nc) + student_from_zero(-t, df, -nc)
    return student_beyond(t, df, nc)


@defines("scipy.special.nctdtr")
@elementwise
def nctdtr(df, nc, t):
    """Student's noncentral distribution function."""
    return student_below(t, df, nc)


@defines("scipy.stats.ncx2.cdf")
def ncx2_cdf(x, df, nc, loc=0, scale=1):
    """The probability of less under the noncentral chi-square distribution."""
    return chndtr(standard(x, loc, scale), df, nc)


@defines("scipy.stats.ncx2.sf")
def ncx2_sf(x, df, nc, loc=0, scale=1):
    """The probability of more under the noncentral chi-square distribution."""
    return chi2_above(standard(x, loc, scale), df, nc)


@defines("scipy.stats.ncf.cdf")
def ncf_cdf(x, dfn, dfd, nc, loc=0, scale=1):
    """The probability of less under Fisher's noncentral distribution."""
    return fisher_below(standard(x, loc, scale), dfn, dfd, nc)


@defines("scipy.stats.ncf.sf")
def ncf_sf(x, dfn, dfd, nc, loc=0, scale=1):
    """The probability of more under Fisher's noncentral distribution."""
    return fisher_above(standard(x, loc, scale), dfn, dfd, nc)


@defines("scipy.stats.nct.cdf")
def nct_cdf(x, df, nc, loc=0, scale=1):
    """The probability of less under Student's noncentral distribution."""
    return student_below(standard(x, loc, scale), df, nc)


@defines("scipy.stats.nct.sf")
def nct_sf(x, df, nc, loc=0, scale=1):
    """The probability of more under Student's noncentral distribution."""
    return student_above(standard(x, loc, scale), df, nc)
