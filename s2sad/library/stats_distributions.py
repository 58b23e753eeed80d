"""Continuous distributions that scipy.stats has, of a place and a scale.

Each is that of the standardised argument.
"""

import math

import numpy as np

from s2sad.known.definitions import defines, elementwise
from s2sad.library.axes import as_array, is_known
from s2sad.library.special_distributions import stdtr, student_density
from s2sad.library.special_error import log_ndtr, ndtr, ndtri
from s2sad.library.special_logistic import expit, log_expit, logit
from s2sad.library.special_quantiles import (
    betaincinv,
    gammainccinv,
    gammaincinv,
    stdtrit,
)
from s2sad.library.standard_distributions import (
    beta_above,
    beta_below,
    beta_log_density,
    beta_probability_density,
    exponential_above,
    exponential_below,
    exponential_density,
    exponential_log_density,
    exponential_quantile,
    gamma_above,
    gamma_below,
    gamma_log_density,
    gamma_probability_density,
    log_normal_above,
    log_normal_below,
    log_normal_density,
    log_normal_log_density,
    log_normal_quantile,
    logistic_density,
    normal_density,
    normal_log_density,
    student_log_density,
)

# Arguments


@elementwise
def moved(x, loc, scale):
    """The argument of the standard distribution."""
    return (x - loc) / scale if scale > 0.0 else math.nan


def standard(x, loc, scale):
    """The same, which is the argument itself of the distribution at 0 of scale 1."""
    x = as_array(x)
    if is_known(loc) and is_known(scale) and loc == 0 and scale == 1:
        return x
    else:
        return moved(x, loc, scale)


def per(density, scale):
    """A density of the standard distribution as that of one of a scale."""
    if is_known(scale) and scale == 1:
        return density
    else:
        return density / scale


def log_per(log_density, scale):
    """The same, which is the density itself where the scale is 1."""
    if is_known(scale) and scale == 1:
        return log_density
    else:
        return log_density - np.log(scale)


@elementwise
def spread(quantile, loc, scale):
    """A quantile of the standard distribution as that of one of a place and scale."""
    return loc + scale * quantile if scale > 0.0 else math.nan


def placed(quantile, loc, scale):
    """The same, which is the quantile itself at 0 of scale 1."""
    if is_known(loc) and is_known(scale) and loc == 0 and scale == 1:
        return quantile
    else:
        return spread(quantile, loc, scale)


# Distributions


@defines("scipy.stats.norm.pdf")
def norm_pdf(x, loc=0, scale=1):
    """The density of the normal distribution."""
    return per(normal_density(standard(x, loc, scale)), scale)


@defines("scipy.stats.norm.logpdf")
def norm_logpdf(x, loc=0, scale=1):
    """The logarithm of the density of the normal distribution."""
    return log_per(normal_log_density(standard(x, loc, scale)), scale)


@defines("scipy.stats.norm.cdf")
def norm_cdf(x, loc=0, scale=1):
    """The probability of less under the normal distribution."""
    return ndtr(standard(x, loc, scale))


@defines("scipy.stats.norm.logcdf")
def norm_logcdf(x, loc=0, scale=1):
    """The logarithm of the probability of less under the normal distribution."""
    return log_ndtr(standard(x, loc, scale))


@defines("scipy.stats.norm.sf")
def norm_sf(x, loc=0, scale=1):
    """The probability of more under the normal distribution."""
    return ndtr(-standard(x, loc, scale))


@defines("scipy.stats.norm.logsf")
def norm_logsf(x, loc=0, scale=1):
    """The logarithm of the probability of more under the normal distribution."""
    return log_ndtr(-standard(x, loc, scale))


@defines("scipy.stats.norm.ppf")
def norm_ppf(q, loc=0, scale=1):
    """A quantile of the normal distribution."""
    return placed(ndtri(as_array(q)), loc, scale)


@defines("scipy.stats.norm.isf")
def norm_isf(q, loc=0, scale=1):
    """A quantile of the normal distribution, counted from above."""
    return placed(-ndtri(as_array(q)), loc, scale)


@defines("scipy.stats.t.pdf")
def t_pdf(x, df, loc=0, scale=1):
    """The density of Student's distribution."""
    return per(student_density(df, standard(x, loc, scale)), scale)


@defines("scipy.stats.t.logpdf")
def t_logpdf(x, df, loc=0, scale=1):
    """The logarithm of the density of Student's distribution."""
    return log_per(student_log_density(df, standard(x, loc, scale)), scale)


@defines("scipy.stats.t.cdf")
def t_cdf(x, df, loc=0, scale=1):
    """The probability of less under Student's distribution."""
    return stdtr(df, standard(x, loc, scale))


@defines("scipy.stats.t.sf")
def t_sf(x, df, loc=0, scale=1):
    """The probability of more under Student's distribution."""
    return stdtr(df, -standard(x, loc, scale))


@defines("scipy.stats.t.ppf")
def t_ppf(q, df, loc=0, scale=1):
    """A quantile of Student's distribution."""
    return placed(stdtrit(df, as_array(q)), loc, scale)


@defines("scipy.stats.t.isf")
def t_isf(q, df, loc=0, scale=1):
    """A quantile of Student's distribution, counted from above."""
    return placed(-stdtrit(df, as_array(q)), loc, scale)


@defines("scipy.stats.gamma.pdf")
def gamma_pdf(x, a, loc=0, scale=1):
    """The density of a gamma distribution."""
    return per(gamma_probability_density(a, standard(x, loc, scale)), scale)


@defines("scipy.stats.gamma.logpdf")
def gamma_logpdf(x, a, loc=0, scale=1):
    """The logarithm of the density of a gamma distribution."""
    return log_per(gamma_log_density(a, standard(x, loc, scale)), scale)


@defines("scipy.stats.gamma.cdf")
def gamma_cdf(x, a, loc=0, scale=1):
    """The probability of less under a gamma distribution."""
    return gamma_below(a, standard(x, loc, scale))


@defines("scipy.stats.gamma.sf")
def gamma_sf(x, a, loc=0, scale=1):
    """The probability of more under a gamma distribution."""
    return gamma_above(a, standard(x, loc, scale))


@defines("scipy.stats.gamma.ppf")
def gamma_ppf(q, a, loc=0, scale=1):
    """A quantile of a gamma distribution."""
    return placed(gammaincinv(a, as_array(q)), loc, scale)


@defines("scipy.stats.gamma.isf")
def gamma_isf(q, a, loc=0, scale=1):
    """A quantile of a gamma distribution, counted from above."""
    return placed(gammainccinv(a, as_array(q)), loc, scale)


@defines("scipy.stats.beta.pdf")
def beta_pdf(x, a, b, loc=0, scale=1):
    """The density of a beta distribution."""
    return per(beta_probability_density(a, b, standard(x, loc, scale)), scale)


@defines("scipy.stats.beta.logpdf")
def beta_logpdf(x, a, b, loc=0, scale=1):
    """The logarithm of the density of a beta distribution."""
    return log_per(beta_log_density(a, b, standard(x, loc, scale)), scale)


@defines("scipy.stats.beta.cdf")
def beta_cdf(x, a, b, loc=0, scale=1):
    """The probability of less under a beta distribution."""
    return beta_below(a, b, standard(x, loc, scale))


@defines("scipy.stats.beta.sf")
def beta_sf(x, a, b, loc=0, scale=1):
    """The probability of more under a beta distribution."""
    return beta_above(a, b, standard(x, loc, scale))


@defines("scipy.stats.beta.ppf")
def beta_ppf(q, a, b, loc=0, scale=1):
    """A quantile of a beta distribution."""
    return placed(betaincinv(a, b, as_array(q)), loc, scale)


@defines("scipy.stats.expon.pdf")
def expon_pdf(x, loc=0, scale=1):
    """The density of the exponential distribution."""
    return per(exponential_density(standard(x, loc, scale)), scale)


@defines("scipy.stats.expon.logpdf")
def expon_logpdf(x, loc=0, scale=1):
    """The logarithm of the density of the exponential distribution."""
    return log_per(exponential_log_density(standard(x, loc, scale)), scale)


@defines("scipy.stats.expon.cdf")
def expon_cdf(x, loc=0, scale=1):
    """The probability of less under the exponential distribution."""
    return exponential_below(standard(x, loc, scale))


@defines("scipy.stats.expon.sf")
def expon_sf(x, loc=0, scale=1):
    """The probability of more under the exponential distribution."""
    return exponential_above(standard(x, loc, scale))


@defines("scipy.stats.expon.ppf")
def expon_ppf(q, loc=0, scale=1):
    """A quantile of the exponential distribution."""
    return placed(exponential_quantile(as_array(q)), loc, scale)


@defines("scipy.stats.lognorm.pdf")
def lognorm_pdf(x, s, loc=0, scale=1):
    """The density of the log-normal distribution."""
    return per(log_normal_density(s, standard(x, loc, scale)), scale)


@defines("scipy.stats.lognorm.logpdf")
def lognorm_logpdf(x, s, loc=0, scale=1):
    """The logarithm of the density of the log-normal distribution."""
    return log_per(log_normal_log_density(s, standard(x, loc, scale)), scale)


@defines("scipy.stats.lognorm.cdf")
def lognorm_cdf(x, s, loc=0, scale=1):
    """The probability of less under the log-normal distribution."""
    return log_normal_below(s, standard(x, loc, scale))


@defines("scipy.stats.lognorm.sf")
def lognorm_sf(x, s, loc=0, scale=1):
    """The probability of more under the log-normal distribution."""
    return log_normal_above(s, standard(x, loc, scale))


@defines("scipy.stats.lognorm.ppf")
def lognorm_ppf(q, s, loc=0, scale=1):
    """A quantile of the log-normal distribution."""
    return placed(log_normal_quantile(s, as_array(q)), loc, scale)


@defines("scipy.stats.logistic.pdf")
def logistic_pdf(x, loc=0, scale=1):
    """The density of the logistic distribution."""
    return per(logistic_density(standard(x, loc, scale)), scale)


@defines("scipy.stats.logistic.cdf")
def logistic_cdf(x, loc=0, scale=1):
    """The probability of less under the logistic distribution."""
    return expit(standard(x, loc, scale))


@defines("scipy.stats.logistic.logcdf")
def logistic_logcdf(x, loc=0, scale=1):
    """The logarithm of the probability of less under the logistic distribution."""
    return log_expit(standard(x, loc, scale))


@defines("scipy.stats.logistic.sf")
def logistic_sf(x, loc=0, scale=1):
    """The probability of more under the logistic distribution."""
    return expit(-standard(x, loc, scale))


@defines("scipy.stats.logistic.ppf")
def logistic_ppf(q, loc=0, scale=1):
    """A quantile of the logistic distribution."""
    return placed(logit(as_array(q)), loc, scale)
