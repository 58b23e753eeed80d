"""Distributions that SciPy has: values as SciPy's, slopes as differences of them."""

import itertools

import numpy as np
import pytest
from derivative_checks import check_compiled
from scipy import special, stats

import s2sad


def of_special(df, other, x):
    """Distribution functions and quantiles of scipy.special, of chances too."""
    p = x / 9.0
    return (
        special.stdtr(df, x - 3.0),
        special.chdtr(df, x) * special.chdtrc(other, x),
        special.fdtr(df, other, x) * special.fdtrc(df, other, x),
        special.gdtr(0.7, df, x) * special.gdtrc(0.7, other, x),
        special.pdtr(2, x) * special.pdtrc(3, x),
        special.bdtr(2, 5, p) * special.bdtrc(3, 5, p),
        special.betaincc(df, other, p),
        special.gammaincinv(df, p),
        special.gammainccinv(df, p),
        special.betaincinv(df, other, p),
        special.stdtrit(df, p),
    )


def of_norm(x, loc, scale):
    p = x / 9.0
    return (
        stats.norm.pdf(x, loc, scale) * stats.norm.logpdf(x, loc=loc),
        stats.norm.cdf(x, loc) * stats.norm.sf(x) * stats.norm.logcdf(x),
        stats.norm.logsf(x) + stats.norm.ppf(p, scale=scale) * stats.norm.isf(p),
        stats.logistic.pdf(x) * stats.logistic.cdf(x, loc, scale),
        stats.logistic.logcdf(x) + stats.logistic.sf(x) + stats.logistic.ppf(p),
        stats.expon.pdf(x) * stats.expon.logpdf(x, loc, scale),
        stats.expon.cdf(x) * stats.expon.sf(x, loc, scale) * stats.expon.ppf(p),
        stats.lognorm.pdf(x, scale) * stats.lognorm.logpdf(x, scale),
        stats.lognorm.cdf(x, scale) * stats.lognorm.sf(x, scale, scale=loc),
        stats.lognorm.ppf(p, scale),
    )


def of_t(x, df):
    p = x / 9.0
    return (
        stats.t.pdf(x, df) * stats.t.logpdf(x, df, scale=2.0),
        stats.t.cdf(x, df) * stats.t.sf(x, df, 1.0),
        stats.t.ppf(p, df) + stats.t.isf(p, df),
    )


def of_gamma(x, a):
    p = x / 9.0
    return (
        stats.gamma.pdf(x, a) * stats.gamma.logpdf(x, a, scale=2.0),
        stats.gamma.cdf(x, a) * stats.gamma.sf(x, a, 0.1),
        stats.gamma.ppf(p, a) + stats.gamma.isf(p, a),
        stats.chi2.pdf(x, a) * stats.chi2.logpdf(x, a) * stats.chi2.cdf(x, a),
        stats.chi2.sf(x, a) * stats.chi2.ppf(p, a) * stats.chi2.isf(p, a),
    )


def of_beta(x, a, b):
    p = x / 9.0
    return (
        stats.beta.pdf(p, a, b) * stats.beta.logpdf(p, a, b),
        stats.beta.cdf(p, a, b) * stats.beta.sf(p, a, b) + stats.beta.ppf(p, a, b),
        stats.f.pdf(x, a, b) * stats.f.cdf(x, a, b),
        stats.f.sf(x, a, b) + stats.f.ppf(p, a, b),
    )


def of_tails(x, a):
    p = x / 9.0
    return (
        stats.cauchy.pdf(x) * stats.cauchy.logpdf(x, a) * stats.cauchy.cdf(x, 0.1, a),
        stats.cauchy.sf(x) + stats.cauchy.ppf(p, a) * stats.cauchy.isf(p),
        stats.laplace.pdf(x, a) * stats.laplace.cdf(x, 4.0, a) + stats.laplace.sf(x),
        stats.laplace.ppf(p, a, scale=x),
        stats.gumbel_r.pdf(x, a) * stats.gumbel_r.logpdf(x) * stats.gumbel_r.cdf(x),
        stats.gumbel_r.ppf(p) * stats.weibull_min.ppf(p, a),
        stats.weibull_min.pdf(x, a) * stats.weibull_min.logpdf(x, a, scale=2.0),
        stats.weibull_min.cdf(x, a) * stats.weibull_min.sf(x, a, 0.1),
        stats.invgamma.pdf(x, a) * stats.invgamma.logpdf(x, a, scale=x + a),
        stats.invgamma.cdf(x, a) * stats.invgamma.sf(x, a) + stats.invgamma.ppf(p, a),
        stats.invgauss.pdf(x, a)
        * stats.invgauss.logpdf(x, a)
        * stats.invgauss.cdf(x, a),
        stats.recipinvgauss.pdf(x, a) * stats.recipinvgauss.cdf(x, 1.0 / a, scale=a),
        stats.fatiguelife.pdf(x, a) * stats.fatiguelife.logpdf(x, a, scale=a),
        stats.fatiguelife.cdf(x, a) * stats.fatiguelife.ppf(p, a),
        stats.fatiguelife.sf(x, a) * stats.gumbel_r.sf(x, a),
        stats.invgauss.sf(x, a) * stats.recipinvgauss.sf(x, a),
    )


PLACES = (0.4, 2.6, 5.3)
CASES = [
    (of_special, (0.7, 6.0), (1.3, 20.0), PLACES),
    (of_norm, PLACES, (0.1, 0.3), (0.8, 1.7)),
    (of_t, PLACES, (0.7, 5.0)),
    (of_gamma, PLACES, (0.7, 5.0)),
    (of_beta, PLACES, (0.7, 5.0), (1.3, 9.0)),
    (of_tails, PLACES, (0.7, 2.3)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0].__name__)
def test_values_are_those_of_scipy_and_slopes_those_of_differences(case):
    function, *ranges = case
    along = np.linspace(1.0, 0.3, len(ranges))
    for point in map(np.array, itertools.product(*ranges)):
        tangents = along * point
        got, dots = s2sad.jvp(function, tuple(point), tuple(tangents), jit=False)
        np.testing.assert_allclose(got, function(*point), rtol=1e-11)
        ahead, behind, far_ahead, far_behind = (
            np.array(function(*(point + step * tangents)))
            for step in (1e-4, -1e-4, 2e-4, -2e-4)
        )
        slopes = (8.0 * (ahead - behind) - (far_ahead - far_behind)) / 12e-4
        np.testing.assert_allclose(dots, slopes, rtol=2e-7, atol=1e-9)


def test_adjoints_are_tangents_transposed():
    point, tangents = (0.9, 1.3, 1.7), (0.4, -1.0, 0.3)
    _, dots = s2sad.jvp(of_norm, point, tangents, jit=False)
    value, pull = s2sad.vjp(of_norm, *point, jit=False)
    seeds = tuple(np.linspace(1.0, 2.0, len(value)))
    bars = pull(seeds)
    np.testing.assert_allclose(np.dot(seeds, dots), np.dot(bars, tangents), rtol=1e-10)


def of_arrays(x, mean):
    return stats.norm.logpdf(x, loc=mean) + stats.expon.cdf(x) * stats.norm.cdf(x)


def test_arrays_and_numbers_are_taken_together():
    check_compiled(of_arrays, np.array([0.3, 1.2, -0.4]), 0.2)


def outside(x, a, scale):
    return (
        stats.gamma.pdf(x, a) + stats.gamma.logpdf(x, a),
        stats.beta.pdf(x, a, 2.0) + stats.beta.cdf(x, 2.0, a),
        stats.f.pdf(x, a, 2.0),
        stats.lognorm.pdf(x, a),
        stats.t.pdf(x, a),
        stats.norm.pdf(x, 0.0, scale),
    )


def test_where_scipy_gives_nan_so_is_the_value():
    for point in ((0.5, -1.3, -0.5), (-0.5, 0.0, -1.0)):
        value, _ = s2sad.jvp(outside, point, (1.0, 1.0, 1.0), jit=False)
        np.testing.assert_array_equal(value, outside(*point))


def at_the_ends(x, p):
    return stats.f.cdf(x, 3.0, 4.0), stats.expon.ppf(p)


def test_ends_and_what_is_no_probability():
    for point in ((np.inf, -0.5), (np.inf, 1.0), (-np.inf, 1.5)):
        value, _ = s2sad.jvp(at_the_ends, point, (1.0, 1.0), jit=False)
        np.testing.assert_array_equal(value, at_the_ends(*point))
