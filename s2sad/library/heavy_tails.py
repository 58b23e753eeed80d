"""Distributions that scipy.stats has for times and extremes, of a place and a scale."""

import numpy as np

from s2sad.known.definitions import defines
from s2sad.library.axes import as_array
from s2sad.library.special_quantiles import gammainccinv
from s2sad.library.standard_tails import (
    cauchy_below,
    cauchy_density,
    cauchy_quantile,
    exponential_of,
    fatigue_above,
    fatigue_below,
    fatigue_log_density,
    fatigue_quantile,
    gumbel_above,
    gumbel_below,
    gumbel_log_density,
    gumbel_quantile,
    inverse_gamma_above,
    inverse_gamma_below,
    inverse_gamma_log_density,
    laplace_below,
    laplace_density,
    laplace_quantile,
    reciprocal_wald_above,
    reciprocal_wald_below,
    reciprocal_wald_log_density,
    wald_above,
    wald_below,
    wald_log_density,
    weibull_above,
    weibull_below,
    weibull_log_density,
    weibull_quantile,
)
from s2sad.library.stats_distributions import log_per, per, placed, standard


@defines("scipy.stats.cauchy.pdf")
def cauchy_pdf(x, loc=0, scale=1):
    """The density of the Cauchy distribution."""
    return per(cauchy_density(standard(x, loc, scale)), scale)


@defines("scipy.stats.cauchy.logpdf")
def cauchy_logpdf(x, loc=0, scale=1):
    """The logarithm of the density of the Cauchy distribution."""
    return log_per(np.log(cauchy_density(standard(x, loc, scale))), scale)


@defines("scipy.stats.cauchy.cdf")
def cauchy_cdf(x, loc=0, scale=1):
    """The probability of less under the Cauchy distribution."""
    return cauchy_below(standard(x, loc, scale))


@defines("scipy.stats.cauchy.sf")
def cauchy_sf(x, loc=0, scale=1):
    """The probability of more under the Cauchy distribution."""
    return cauchy_below(-standard(x, loc, scale))


@defines("scipy.stats.cauchy.ppf")
def cauchy_ppf(q, loc=0, scale=1):
    """A quantile of the Cauchy distribution."""
    return placed(cauchy_quantile(as_array(q)), loc, scale)


@defines("scipy.stats.cauchy.isf")
def cauchy_isf(q, loc=0, scale=1):
    """A quantile, counted from above, of the Cauchy distribution."""
    return placed(-cauchy_quantile(as_array(q)), loc, scale)


@defines("scipy.stats.weibull_min.pdf")
def weibull_min_pdf(x, c, loc=0, scale=1):
    """The density of a Weibull distribution."""
    return per(exponential_of(weibull_log_density(c, standard(x, loc, scale))), scale)


@defines("scipy.stats.weibull_min.logpdf")
def weibull_min_logpdf(x, c, loc=0, scale=1):
    """The logarithm of the density of a Weibull distribution."""
    return log_per(weibull_log_density(c, standard(x, loc, scale)), scale)


@defines("scipy.stats.weibull_min.cdf")
def weibull_min_cdf(x, c, loc=0, scale=1):
    """The probability of less under a Weibull distribution."""
    return weibull_below(c, standard(x, loc, scale))


@defines("scipy.stats.weibull_min.sf")
def weibull_min_sf(x, c, loc=0, scale=1):
    """The probability of more under a Weibull distribution."""
    return weibull_above(c, standard(x, loc, scale))


@defines("scipy.stats.weibull_min.ppf")
def weibull_min_ppf(q, c, loc=0, scale=1):
    """A quantile of a Weibull distribution."""
    return placed(weibull_quantile(c, as_array(q)), loc, scale)


@defines("scipy.stats.invgamma.pdf")
def invgamma_pdf(x, a, loc=0, scale=1):
    """The density of the inverse of a gamma variable."""
    return per(
        exponential_of(inverse_gamma_log_density(a, standard(x, loc, scale))), scale
    )


@defines("scipy.stats.invgamma.logpdf")
def invgamma_logpdf(x, a, loc=0, scale=1):
    """The logarithm of the density of the inverse of a gamma variable."""
    return log_per(inverse_gamma_log_density(a, standard(x, loc, scale)), scale)


@defines("scipy.stats.invgamma.cdf")
def invgamma_cdf(x, a, loc=0, scale=1):
    """The probability of less under the inverse of a gamma variable."""
    return inverse_gamma_below(a, standard(x, loc, scale))


@defines("scipy.stats.invgamma.sf")
def invgamma_sf(x, a, loc=0, scale=1):
    """The probability of more under the inverse of a gamma variable."""
    return inverse_gamma_above(a, standard(x, loc, scale))


@defines("scipy.stats.invgamma.ppf")
def invgamma_ppf(q, a, loc=0, scale=1):
    """A quantile of the inverse of a gamma variable."""
    return placed(1.0 / gammainccinv(a, as_array(q)), loc, scale)


@defines("scipy.stats.invgauss.pdf")
def invgauss_pdf(x, mu, loc=0, scale=1):
    """The density of an inverse Gaussian distribution."""
    return per(exponential_of(wald_log_density(mu, standard(x, loc, scale))), scale)


@defines("scipy.stats.invgauss.logpdf")
def invgauss_logpdf(x, mu, loc=0, scale=1):
    """The logarithm of the density of an inverse Gaussian distribution."""
    return log_per(wald_log_density(mu, standard(x, loc, scale)), scale)


@defines("scipy.stats.invgauss.cdf")
def invgauss_cdf(x, mu, loc=0, scale=1):
    """The probability of less under an inverse Gaussian distribution."""
    return wald_below(mu, standard(x, loc, scale))


@defines("scipy.stats.recipinvgauss.pdf")
def recipinvgauss_pdf(x, mu, loc=0, scale=1):
    """The density of the inverse of an inverse Gaussian variable."""
    return per(
        exponential_of(reciprocal_wald_log_density(mu, standard(x, loc, scale))), scale
    )


@defines("scipy.stats.recipinvgauss.logpdf")
def recipinvgauss_logpdf(x, mu, loc=0, scale=1):
    """The logarithm of the density of the inverse of an inverse Gaussian variable."""
    return log_per(reciprocal_wald_log_density(mu, standard(x, loc, scale)), scale)


@defines("scipy.stats.recipinvgauss.cdf")
def recipinvgauss_cdf(x, mu, loc=0, scale=1):
    """The probability of less under the inverse of an inverse Gaussian variable."""
    return reciprocal_wald_below(mu, standard(x, loc, scale))


@defines("scipy.stats.fatiguelife.pdf")
def fatiguelife_pdf(x, c, loc=0, scale=1):
    """The density of a Birnbaum-Saunders distribution."""
    return per(exponential_of(fatigue_log_density(c, standard(x, loc, scale))), scale)


@defines("scipy.stats.fatiguelife.logpdf")
def fatiguelife_logpdf(x, c, loc=0, scale=1):
    """The logarithm of the density of a Birnbaum-Saunders distribution."""
    return log_per(fatigue_log_density(c, standard(x, loc, scale)), scale)


@defines("scipy.stats.fatiguelife.cdf")
def fatiguelife_cdf(x, c, loc=0, scale=1):
    """The probability of less under a Birnbaum-Saunders distribution."""
    return fatigue_below(c, standard(x, loc, scale))


@defines("scipy.stats.fatiguelife.ppf")
def fatiguelife_ppf(q, c, loc=0, scale=1):
    """A quantile of a Birnbaum-Saunders distribution."""
    return placed(fatigue_quantile(c, as_array(q)), loc, scale)


@defines("scipy.stats.gumbel_r.pdf")
def gumbel_r_pdf(x, loc=0, scale=1):
    """The density of the Gumbel distribution of maxima."""
    return per(exponential_of(gumbel_log_density(standard(x, loc, scale))), scale)


@defines("scipy.stats.gumbel_r.logpdf")
def gumbel_r_logpdf(x, loc=0, scale=1):
    """The logarithm of the density of the Gumbel distribution of maxima."""
    return log_per(gumbel_log_density(standard(x, loc, scale)), scale)


@defines("scipy.stats.gumbel_r.cdf")
def gumbel_r_cdf(x, loc=0, scale=1):
    """The probability of less under the Gumbel distribution of maxima."""
    return gumbel_below(standard(x, loc, scale))


@defines("scipy.stats.gumbel_r.ppf")
def gumbel_r_ppf(q, loc=0, scale=1):
    """A quantile of the Gumbel distribution of maxima."""
    return placed(gumbel_quantile(as_array(q)), loc, scale)


@defines("scipy.stats.laplace.pdf")
def laplace_pdf(x, loc=0, scale=1):
    """The density of the Laplace distribution."""
    return per(laplace_density(standard(x, loc, scale)), scale)


@defines("scipy.stats.laplace.cdf")
def laplace_cdf(x, loc=0, scale=1):
    """The probability of less under the Laplace distribution."""
    return laplace_below(standard(x, loc, scale))


@defines("scipy.stats.laplace.sf")
def laplace_sf(x, loc=0, scale=1):
    """The probability of more under the Laplace distribution."""
    return laplace_below(-standard(x, loc, scale))


@defines("scipy.stats.laplace.ppf")
def laplace_ppf(q, loc=0, scale=1):
    """A quantile of the Laplace distribution."""
    return placed(laplace_quantile(as_array(q)), loc, scale)


@defines("scipy.stats.invgauss.sf")
def invgauss_sf(x, mu, loc=0, scale=1):
    """The probability of more under an inverse Gaussian distribution."""
    return wald_above(mu, standard(x, loc, scale))


@defines("scipy.stats.recipinvgauss.sf")
def recipinvgauss_sf(x, mu, loc=0, scale=1):
    """The probability of more under the inverse of an inverse Gaussian variable."""
    return reciprocal_wald_above(mu, standard(x, loc, scale))


@defines("scipy.stats.fatiguelife.sf")
def fatiguelife_sf(x, c, loc=0, scale=1):
    """The probability of more under a Birnbaum-Saunders distribution."""
    return fatigue_above(c, standard(x, loc, scale))


@defines("scipy.stats.gumbel_r.sf")
def gumbel_r_sf(x, loc=0, scale=1):
    """The probability of more under the Gumbel distribution of maxima."""
    return gumbel_above(standard(x, loc, scale))
