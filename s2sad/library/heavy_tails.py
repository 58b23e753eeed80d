"""Distributions that scipy.stats has for times and extremes, of a place and a scale."""

from s2sad.library import (
    special_quantiles,
    standard_tails,
)
from s2sad.library.standardised import define

define(
    __name__,
    (special_quantiles, standard_tails),
    {
        "cauchy": (
            "the Cauchy distribution",
            "",
            {
                "pdf": "cauchy_density(z)",
                "logpdf": "np.log(cauchy_density(z))",
                "cdf": "cauchy_below(z)",
                "sf": "cauchy_below(-z)",
                "ppf": "cauchy_quantile(q)",
                "isf": "-cauchy_quantile(q)",
            },
        ),
        "weibull_min": (
            "a Weibull distribution",
            "c",
            {
                "pdf": "exponential_of(weibull_log_density(c, z))",
                "logpdf": "weibull_log_density(c, z)",
                "cdf": "weibull_below(c, z)",
                "sf": "weibull_above(c, z)",
                "ppf": "weibull_quantile(c, q)",
            },
        ),
        "invgamma": (
            "the inverse of a gamma variable",
            "a",
            {
                "pdf": "exponential_of(inverse_gamma_log_density(a, z))",
                "logpdf": "inverse_gamma_log_density(a, z)",
                "cdf": "inverse_gamma_below(a, z)",
                "sf": "inverse_gamma_above(a, z)",
                "ppf": "1.0 / gammainccinv(a, q)",
            },
        ),
        "invgauss": (
            "an inverse Gaussian distribution",
            "mu",
            {
                "pdf": "exponential_of(wald_log_density(mu, z))",
                "logpdf": "wald_log_density(mu, z)",
                "cdf": "wald_below(mu, z)",
                "sf": "wald_above(mu, z)",
            },
        ),
        "recipinvgauss": (
            "the inverse of an inverse Gaussian variable",
            "mu",
            {
                "pdf": "exponential_of(reciprocal_wald_log_density(mu, z))",
                "logpdf": "reciprocal_wald_log_density(mu, z)",
                "cdf": "reciprocal_wald_below(mu, z)",
                "sf": "reciprocal_wald_above(mu, z)",
            },
        ),
        "fatiguelife": (
            "a Birnbaum-Saunders distribution",
            "c",
            {
                "pdf": "exponential_of(fatigue_log_density(c, z))",
                "logpdf": "fatigue_log_density(c, z)",
                "cdf": "fatigue_below(c, z)",
                "sf": "fatigue_above(c, z)",
                "ppf": "fatigue_quantile(c, q)",
            },
        ),
        "gumbel_r": (
            "the Gumbel distribution of maxima",
            "",
            {
                "pdf": "exponential_of(gumbel_log_density(z))",
                "logpdf": "gumbel_log_density(z)",
                "cdf": "gumbel_below(z)",
                "sf": "gumbel_above(z)",
                "ppf": "gumbel_quantile(q)",
            },
        ),
        "laplace": (
            "the Laplace distribution",
            "",
            {
                "pdf": "laplace_density(z)",
                "cdf": "laplace_below(z)",
                "sf": "laplace_below(-z)",
                "ppf": "laplace_quantile(q)",
            },
        ),
    },
)
