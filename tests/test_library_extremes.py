"""Extremes, and the truth of some and of all: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

RANDOM = np.random.default_rng(0)
X = np.array([1.5, -2.0, 0.5, 3.0])
A = RANDOM.normal(size=(3, 4))
B = RANDOM.normal(size=(2, 3, 4))
C = RANDOM.normal(size=(2, 3, 2, 2))

CASES = {
    "max": (lambda x: np.max(x), X),
    "max of a matrix": (lambda x: np.max(x), A),
    "max of columns": (lambda x: np.max(x, axis=0), A),
    "max of rows, kept": (lambda x: x - x.max(-1, keepdims=True), A),
    "max of an axis of 3": (lambda x: np.amax(x, axis=1), B),
    "max of two axes": (lambda x: np.max(x, axis=(0, 2)), B),
    "max of all of 4": (lambda x: np.max(x, keepdims=True), C),
    "max from a number": (lambda x: np.max(x, axis=0, initial=0.1), A),
    "max from a number of none": (lambda x: np.max(x, initial=0.1), np.zeros(0)),
    "max where": (lambda x: np.max(x, axis=1, initial=-9.0, where=x < 0.5), A),
    "maximum.reduce": (lambda x: np.maximum.reduce(x), A),
    "min": (lambda x: np.amin(x), X),
    "min of a matrix": (lambda x: x.min(), A),
    "min of columns": (lambda x: np.min(x, axis=0), A),
    "min from a number": (lambda x: np.min(x, axis=0, initial=0.1), A),
    "minimum.reduce": (lambda x: np.minimum.reduce(x, 1), A),
    "ptp": (lambda x: np.ptp(x), X),
    "ptp of rows": (lambda x: np.ptp(x, axis=1, keepdims=True), A),
    "argmax": (lambda x: x[np.argmax(x)], X),
    "argmax of a matrix": (lambda x: x[np.argmax(x) // 4, np.argmax(x) % 4], A),
    "argmax of columns": (lambda x: x[x.argmax(axis=0), 1], A),
    "argmax of rows": (lambda x: x[:, 0] * np.argmax(x, 1), A),
    "argmin, kept": (lambda x: x * np.argmin(x, axis=1, keepdims=True), A),
    "argmin of an axis of 3": (lambda x: np.sum(x, 1) * np.argmin(x, axis=1), B),
    "any": (lambda x: x * 2.0 if np.any(x > 2.0) else x, X),
    "any of rows": (lambda x: np.where(np.any(x > 1.0, axis=1), x[:, 0], x[:, 1]), A),
    "all": (lambda x: x * 2.0 if (x > -5.0).all() else x, X),
    "all of columns": (
        lambda x: np.where(np.all(x > -1.0, axis=0, keepdims=True), x, 2.0 * x),
        A,
    ),
    "any of two axes": (
        lambda x: np.where(np.any(x > 1.8, axis=(0, 1)), x[0, 0], x[0, 1]),
        B,
    ),
    "count_nonzero": (lambda x: x * np.count_nonzero(x > 0.0), A),
    "counts of what is not 0, and places": (
        lambda x: x * np.count_nonzero(x) * np.any(x) + np.searchsorted(x, 1.0),
        np.array([0.2, 0.5, 2.0]),
    ),
    "count_nonzero of rows": (lambda x: x[:, 0] * np.count_nonzero(x > 0.0, axis=1), A),
}

COMPILED = ["max of columns", "max from a number", "argmax of columns", "any"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])
