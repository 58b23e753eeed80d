"""What packages of statistics do: lazy attributes, distances, filters, counts."""

import math

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain
from scipy import stats
from scipy.signal import lfilter
from scipy.spatial.distance import cdist, pdist, squareform

import s2sad

RANDOM = np.random.default_rng(0)
A, B = RANDOM.normal(size=(4, 3)), RANDOM.normal(size=(2, 3))
X = np.array([1.1, 2.2, 2.9])
METRICS = ("euclidean", "sqeuclidean", "cityblock", "chebyshev", "minkowski", "cosine")


class computed_once:
    """A descriptor that keeps what it computed in a dict of the object."""

    def __init__(self, function):
        self.function, self.__name__ = function, function.__name__

    def __get__(self, owner, class_=None):
        if owner is None:
            return self
        try:
            cache = owner._cache
        except AttributeError:
            cache = owner._cache = {}
        value = cache.get(self.__name__)
        if value is None:
            value = self.function(owner)
            cache[self.__name__] = value
        return value


class doubled:
    def __init__(self, function):
        self.function = function

    def __get__(self, owner, class_=None):
        return 2.0 * self.function(owner)


class Sample:
    def __init__(self, data):
        self.data = data

    @computed_once
    def mean(self):
        return np.mean(self.data)

    @computed_once
    def spread(self):
        return np.sqrt(np.mean((self.data - self.mean) ** 2))

    @doubled
    def energy(self):
        return np.sum(self.data**2)


def standardised(x):
    sample = Sample(x)
    return (x - sample.mean) / sample.spread + sample.mean * sample.energy


def along_axes(x):
    columns = np.apply_along_axis(lambda v: v**2 * np.sum(v), 0, x)
    rows = np.apply_along_axis(lambda v: (v[0] * v[1], v[2]), 1, x)
    few = np.apply_along_axis(lambda v: [v[0] * v[1], v[2]], 0, x[0])
    return columns * np.sum(rows**2) * np.sum(few * few.shape[0])


def over_axes(x):
    """Axes that stay, and each has its turn; a function may leave them itself."""
    both = np.apply_over_axes(np.median, x, [1, 0])
    sums = np.apply_over_axes(lambda v, k: np.sum(v**2, axis=k, keepdims=True), x, -1)
    return both * sums * np.apply_over_axes(np.cumsum, x, (0, 1)) * x + (
        np.apply_over_axes(np.max, x[0], 0)
    )


def of_pairs(x):
    """Distances of points with themselves are 0, and stay so."""
    square = squareform(pdist(x))
    return square * np.sum(squareform(square**2)) + cdist(x, x)


def by_metrics(x, y):
    total = 0.0
    for metric in METRICS:
        total += np.sum(cdist(x, y, metric) ** 2) * pdist(x, metric)
    return total * np.sum(cdist(x, y, "minkowski", p=1.5))


def filtered(b, a, x):
    rows = lfilter([1.0, 0.3], a, x, axis=0)
    return rows * lfilter(b, [2.0], x) + lfilter(b[0], a, x[0])


def of_known_rank(x):
    kind = np.common_type(x, np.array(1))
    return x.astype(kind) * np.linalg.matrix_rank(x) * np.linalg.matrix_rank(x, rtol=2)


def wrapped(*args, **kwargs):
    """An axis that goes through keyword arguments is known there as well."""
    out = kwargs.pop("out", None)
    data = np.nanmean(*args, **kwargs)
    return data if out is None else out


def by_keywords(x):
    return wrapped(x, axis=0) * x + wrapped(x**2, axis=1)[:, None]


CASES = {
    "by_keywords": (by_keywords, A),
    "standardised": (standardised, X),
    "along_axes": (along_axes, A),
    "over_axes": (over_axes, A),
    "of_pairs": (of_pairs, A),
    "by_metrics": (by_metrics, A, B),
    "filtered": (filtered, X, np.array([2.0, -0.3]), A),
    "of_known_rank": (of_known_rank, A),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_derivatives(case):
    check_plain(*case, second=case[0] in (standardised, filtered))


def together(x):
    distances = np.sum(cdist(x, 0.5 * x[:2]))
    return distances * standardised(lfilter(x[0], [2.0, -0.3], x[:, 0]))


def test_numba():
    check_compiled(together, A)


def quantiles(q, mu, n, p):
    return (
        stats.poisson.ppf(q, mu) + stats.poisson.isf(q, mu, 2),
        stats.binom.ppf(q, n, p) + stats.binom.isf(q, n, p, 1),
    )


def test_quantiles_of_counts_are_those_of_scipy():
    for q in (0.0, 0.01, 0.5, 0.99, 1.0):
        for mu, n, p in ((0.1, 0, 0.3), (7.3, 10, 0.99), (200.0, 500, 0.0)):
            at = q, mu, n, p
            got, dots = s2sad.jvp(quantiles, at, (1.0, 1.0, None, 1.0), jit=False)
            assert got == quantiles(*at)
            assert all(dot == 0.0 or np.isinf(value) for dot, value in zip(dots, got))


class Bare:
    pass


def of_what_is_missing(x):
    made = Bare()
    try:
        scale = made.scale
    except AttributeError:
        scale = 2.0
    return x * scale


def of_what_may_be_missing(x):
    made = Bare()
    if x > 1.0:
        made.scale = 3.0
    try:
        scale = made.scale
    except AttributeError:
        scale = 2.0
    return x * scale


def test_an_attribute_that_is_missing_is_caught_where_that_is_known():
    assert s2sad.grad(of_what_is_missing, jit=False)(0.7) == 2.0
    with pytest.raises(s2sad.S2SADError, match="on one path"):
        s2sad.grad(of_what_may_be_missing, jit=False)(0.7)


def logarithms_of_chances(hits, tries, chance):
    """Of as many hits in as many tries, which are counts but need not be."""
    found = np.empty(len(hits))
    for i in range(len(hits)):
        missed = math.lgamma(hits[i] + 1.0) + math.lgamma(tries[i] - hits[i] + 1.0)
        found[i] = math.lgamma(tries[i] + 1.0) - missed
        found[i] += hits[i] * np.log(chance) + (tries[i] - hits[i]) * np.log1p(-chance)
    return found


def ratio_of_gammas(x, y):
    return math.gamma(x - y) / math.gamma(x * y)


def test_gammas_of_two_numbers_owe_both_what_one_call_says():
    hits, tries = np.array([0.0, 1.0, 3.0]), np.array([2.0, 3.0, 7.0])
    check_plain(logarithms_of_chances, hits, tries, 0.3)
    check_plain(ratio_of_gammas, 3.1, 1.4)
    check_compiled(ratio_of_gammas, 3.1, 1.4)
