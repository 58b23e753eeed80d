"""Tests of counts and normality, ranks, rising numbers: SciPy's values, every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain
from scipy import optimize, special, stats

import s2sad
from s2sad.library import hypotheses

RANDOM = np.random.default_rng(0)
X, MATRIX = RANDOM.normal(size=15), RANDOM.normal(size=(12, 3))
COUNTS = np.array([16.0, 18.0, 16.0, 14.0, 12.0, 12.0])
WEIGHTS = RANDOM.uniform(0.5, 2.0, size=15)
TIES = np.array([3.0, 1.0, 2.0, 2.0, 5.0, 4.5])
SIDES = ("two-sided", "less", "greater")
GRID = np.array([0.05, 0.2, 0.5, 0.79, 0.8, 1.1, 2.0, 4.0, 9.0])
METHODS = ("average", "min", "max", "dense", "ordinal")


def successes(p):
    return np.array([stats.binomtest(5, 12, p, alternative=s).pvalue for s in SIDES])


def squares(x, y):
    alike, other = stats.chisquare(x), stats.chisquare(x, y, ddof=1, sum_check=False)
    return np.array([*alike, *other, *stats.chisquare(x, axis=None)])


def normality(x, rows):
    both = stats.normaltest(rows)
    tests = [stats.skewtest(x, alternative=s).pvalue for s in SIDES]
    tests += [stats.kurtosistest(x, alternative=s).pvalue for s in SIDES]
    return np.array([*tests, np.sum(both.pvalue), *both.statistic])


def distances(y):
    small, scaled = special.kolmogorov(0.3 * y), stats.kstwobign.cdf(y, 0.1, 2.0)
    return np.array([small, stats.kstwobign.sf(y), scaled])


def ranks(x, rows):
    found = [stats.rankdata(x, method=m) * x for m in METHODS]
    rows = stats.rankdata(rows, axis=0) * rows
    return np.sum(np.array(found), 0) * np.sum(rows, 1)[0]


def rising(y, w):
    falls = optimize.isotonic_regression(y, weights=w, increasing=False)
    rises = optimize.isotonic_regression(y)
    return np.concatenate((rises.x, falls.x, falls.weights))


CASES = {
    "successes": (successes, 0.31),
    "squares": (squares, COUNTS, COUNTS[::-1].copy() + 1.0),
    "normality": (normality, X, MATRIX),
    "distances": (distances, 1.3),
    "ranks": (ranks, X, MATRIX),
    "rising": (rising, X, WEIGHTS),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case, second=False, exact=1e-10)


def together(p, x, w):
    falls = optimize.isotonic_regression(x, weights=w, increasing=False)
    return stats.binomtest(5, 12, p).pvalue * np.sum(falls.x**2)


def test_it_compiles():
    check_compiled(together, 0.31, X, WEIGHTS, exact=1e-10)


@pytest.mark.parametrize("method", METHODS)
def test_equal_elements_have_the_rank_that_scipy_gives(method):
    got, dots = s2sad.jvp(
        lambda x: stats.rankdata(x, method=method) * 1.0, (TIES,), (TIES,), jit=False
    )
    np.testing.assert_array_equal(got, stats.rankdata(TIES, method=method))
    assert not np.any(dots)


def along(x, axis):
    """An axis that is asked for decides which text there is."""
    parts = [slice(None)] * x.ndim
    parts[axis] = slice(1, 3)
    shape = list(np.mean(x, axis).shape)
    shape.insert(axis, 1)
    means = np.mean(x, axis).reshape(shape)
    return np.sum(x[tuple(parts)] ** 2) + np.sum(means.T @ np.ones_like(means))


@pytest.mark.parametrize("axis", (0, 1))
def test_lists_are_changed_at_an_axis_that_is_an_argument(axis):
    check_plain(along, MATRIX, axis)


def test_kolmogorovs_distribution_has_scipys_values():
    found = [hypotheses.kolmogorov(y) for y in GRID]
    np.testing.assert_allclose(found, special.kolmogorov(GRID), rtol=1e-12)
