"""Distributions of squares that scipy.stats has: the chi-square one and Fisher's."""

from s2sad.known.definitions import defines
from s2sad.library.axes import as_array
from s2sad.library.standard_distributions import (
    fisher_above,
    fisher_below,
    fisher_density,
    fisher_quantile,
    fisher_quantile_above,
)
from s2sad.library.stats_distributions import (
    gamma_cdf,
    gamma_isf,
    gamma_logpdf,
    gamma_pdf,
    gamma_ppf,
    gamma_sf,
    per,
    placed,
    standard,
)


@defines("scipy.stats.f.pdf")
def f_pdf(x, dfn, dfd, loc=0, scale=1):
    """The density of Fisher's distribution."""
    return per(fisher_density(dfn, dfd, standard(x, loc, scale)), scale)


@defines("scipy.stats.f.cdf")
def f_cdf(x, dfn, dfd, loc=0, scale=1):
    """The probability of less under Fisher's distribution."""
    return fisher_below(dfn, dfd, standard(x, loc, scale))


@defines("scipy.stats.f.sf")
def f_sf(x, dfn, dfd, loc=0, scale=1):
    """The probability of more under Fisher's distribution."""
    return fisher_above(dfn, dfd, standard(x, loc, scale))


@defines("scipy.stats.f.ppf")
def f_ppf(q, dfn, dfd, loc=0, scale=1):
    """A quantile of Fisher's distribution."""
    return placed(fisher_quantile(dfn, dfd, as_array(q)), loc, scale)


@defines("scipy.stats.f.isf")
def f_isf(q, dfn, dfd, loc=0, scale=1):
    """A quantile of Fisher's distribution, counted from above."""
    return placed(fisher_quantile_above(dfn, dfd, as_array(q)), loc, scale)


@defines("scipy.stats.chi2.pdf")
def chi2_pdf(x, df, loc=0, scale=1):
    """The density of the chi-square distribution."""
    return gamma_pdf(x, df / 2.0, loc, 2.0 * scale)


@defines("scipy.stats.chi2.logpdf")
def chi2_logpdf(x, df, loc=0, scale=1):
    """The logarithm of the density of the chi-square distribution."""
    return gamma_logpdf(x, df / 2.0, loc, 2.0 * scale)


@defines("scipy.stats.chi2.cdf")
def chi2_cdf(x, df, loc=0, scale=1):
    """The probability of less under the chi-square distribution."""
    return gamma_cdf(x, df / 2.0, loc, 2.0 * scale)


@defines("scipy.stats.chi2.sf")
def chi2_sf(x, df, loc=0, scale=1):
    """The probability of more under the chi-square distribution."""
    return gamma_sf(x, df / 2.0, loc, 2.0 * scale)


@defines("scipy.stats.chi2.ppf")
def chi2_ppf(q, df, loc=0, scale=1):
    """A quantile of the chi-square distribution."""
    return gamma_ppf(q, df / 2.0, loc, 2.0 * scale)


@defines("scipy.stats.chi2.isf")
def chi2_isf(q, df, loc=0, scale=1):
    """A quantile of the chi-square distribution, counted from above."""
    return gamma_isf(q, df / 2.0, loc, 2.0 * scale)
