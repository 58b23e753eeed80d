"""Variances, covariances, quantiles: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

RANDOM = np.random.default_rng(0)
X = np.array([1.5, -2.0, 0.5, 3.0])
A = RANDOM.normal(size=(3, 4))
B = RANDOM.normal(size=(2, 3, 4))
C = RANDOM.normal(size=(2, 3, 2, 2))

METHODS = ("lower", "higher", "midpoint", "nearest", "hazen", "weibull")
METHODS += ("median_unbiased", "normal_unbiased", "interpolated_inverted_cdf")


def of_methods(x, q):
    return np.array([np.quantile(x, q, method=method) for method in METHODS])


CASES = {
    "var": (lambda x: np.var(x), X),
    "var of a sample": (lambda x: np.var(x, ddof=1), X),
    "var of a matrix": (lambda x: x.var(), A),
    "var of columns": (lambda x: np.var(x, axis=0), A),
    "var of rows, kept": (lambda x: x / np.var(x, axis=-1, keepdims=True), A),
    "var of an axis of 3": (lambda x: np.var(x, 1, ddof=1), B),
    "var of two axes": (lambda x: np.var(x, axis=(0, 2), keepdims=True), B),
    "var of an axis of 4": (lambda x: np.var(x, axis=1), C),
    "std": (lambda x: np.std(x), X),
    "std of rows": (lambda x: (x - x.mean(1, keepdims=True)) / x.std(1)[:, None], A),
    "std of two axes": (lambda x: np.std(x, axis=(0, 1), ddof=1), B),
    "cov": (lambda x: np.cov(x), A),
    "cov of columns": (lambda x: np.cov(x, rowvar=False, bias=True), A),
    "cov of one": (lambda x: np.cov(x), X),
    "cov of two": (lambda x, y: np.cov(x, y), X, X[::-1] ** 2),
    "corrcoef of two": (lambda x, y: np.corrcoef(x, y), X, X[::-1] ** 2),
    "corrcoef": (lambda x: np.corrcoef(x), A),
    "median of an odd number": (lambda x: np.median(x), X[:3]),
    "median of an even number": (lambda x: np.median(x), X),
    "median of a matrix": (lambda x: np.median(x), A),
    "median of columns": (lambda x: np.median(x, axis=0), A),
    "median of rows, kept": (lambda x: x - np.median(x, axis=1, keepdims=True), A),
    "percentile": (lambda x: np.percentile(x, 30), X),
    "percentile of an axis of 3": (lambda x: np.percentile(x, 75.0, axis=1), B),
    "percentiles": (lambda x: np.percentile(x, [0, 25, 100]), X),
    "quantile": (lambda x, q: np.quantile(x, q), X, 0.4),
    "quantile of one": (lambda x: np.quantile(x, 0.4), X[:1]),
    "quantiles": (lambda x, q: np.quantile(x, q), X, np.array([0.1, 0.9])),
    "quantiles of rows": (
        lambda x, q: np.quantile(x, q, axis=1, keepdims=True),
        A,
        np.array([0.13, 0.52, 0.83]),
    ),
    "median of two axes": (lambda x: np.median(x, axis=(0, 2), keepdims=True), B),
    "quantiles by methods": (of_methods, X, 0.37),
    "quantile of columns": (lambda x, q: np.quantile(x, q, axis=0), A, 0.4),
}

COMPILED = ["var", "var of columns", "median of columns", "quantile"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])
