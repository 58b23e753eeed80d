"""Distributions of squares that scipy.stats has: the chi-square one and Fisher's."""

from s2sad.known.definitions import defines
from s2sad.library import standard_distributions
from s2sad.library.standardised import define
from s2sad.library.stats_distributions import CONTINUOUS

gamma_cdf = CONTINUOUS["gamma_cdf"]
gamma_isf = CONTINUOUS["gamma_isf"]
gamma_logpdf = CONTINUOUS["gamma_logpdf"]
gamma_pdf = CONTINUOUS["gamma_pdf"]
gamma_ppf = CONTINUOUS["gamma_ppf"]
gamma_sf = CONTINUOUS["gamma_sf"]

define(
    __name__,
    (standard_distributions,),
    {
        "f": (
            "Fisher's distribution",
            "dfn, dfd",
            {
                "pdf": "fisher_density(dfn, dfd, z)",
                "cdf": "fisher_below(dfn, dfd, z)",
                "sf": "fisher_above(dfn, dfd, z)",
                "ppf": "fisher_quantile(dfn, dfd, q)",
                "isf": "fisher_quantile_above(dfn, dfd, q)",
            },
        ),
    },
)


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
