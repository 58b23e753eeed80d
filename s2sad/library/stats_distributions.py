"""Continuous distributions that scipy.stats has, of a place and a scale."""

from s2sad.library import (
    special_distributions,
    special_error,
    special_logistic,
    special_quantiles,
    standard_distributions,
)
from s2sad.library.standardised import define

CONTINUOUS = define(
    __name__,
    (
        special_distributions,
        special_error,
        special_logistic,
        special_quantiles,
        standard_distributions,
    ),
    {
        "norm": (
            "the normal distribution",
            "",
            {
                "pdf": "normal_density(z)",
                "logpdf": "normal_log_density(z)",
                "cdf": "ndtr(z)",
                "logcdf": "log_ndtr(z)",
                "sf": "ndtr(-z)",
                "logsf": "log_ndtr(-z)",
                "ppf": "ndtri(q)",
                "isf": "-ndtri(q)",
            },
        ),
        "t": (
            "Student's distribution",
            "df",
            {
                "pdf": "student_density(df, z)",
                "logpdf": "student_log_density(df, z)",
                "cdf": "stdtr(df, z)",
                "sf": "stdtr(df, -z)",
                "ppf": "stdtrit(df, q)",
                "isf": "-stdtrit(df, q)",
            },
        ),
        "gamma": (
            "a gamma distribution",
            "a",
            {
                "pdf": "gamma_probability_density(a, z)",
                "logpdf": "gamma_log_density(a, z)",
                "cdf": "gamma_below(a, z)",
                "sf": "gamma_above(a, z)",
                "ppf": "gammaincinv(a, q)",
                "isf": "gammainccinv(a, q)",
            },
        ),
        "beta": (
            "a beta distribution",
            "a, b",
            {
                "pdf": "beta_probability_density(a, b, z)",
                "logpdf": "beta_log_density(a, b, z)",
                "cdf": "beta_below(a, b, z)",
                "sf": "beta_above(a, b, z)",
                "ppf": "betaincinv(a, b, q)",
            },
        ),
        "expon": (
            "the exponential distribution",
            "",
            {
                "pdf": "exponential_density(z)",
                "logpdf": "exponential_log_density(z)",
                "cdf": "exponential_below(z)",
                "sf": "exponential_above(z)",
                "ppf": "exponential_quantile(q)",
            },
        ),
        "lognorm": (
            "the log-normal distribution",
            "s",
            {
                "pdf": "log_normal_density(s, z)",
                "logpdf": "log_normal_log_density(s, z)",
                "cdf": "log_normal_below(s, z)",
                "sf": "log_normal_above(s, z)",
                "ppf": "log_normal_quantile(s, q)",
            },
        ),
        "logistic": (
            "the logistic distribution",
            "",
            {
                "pdf": "logistic_density(z)",
                "cdf": "expit(z)",
                "logcdf": "log_expit(z)",
                "sf": "expit(-z)",
                "ppf": "logit(q)",
            },
        ),
    },
)
