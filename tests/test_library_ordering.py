"""Sorted arrays and places in them: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_plain

RANDOM = np.random.default_rng(0)
X = np.array([1.5, -2.0, 0.5, 3.0])
A = RANDOM.normal(size=(3, 4))
B = RANDOM.normal(size=(2, 3, 4))
C = RANDOM.normal(size=(2, 3, 2, 2))
W = np.array([1.0, 2.0, 3.0, 4.0])
COUNTED = np.array([0, 2, 1, 2])


def sorted_in_place(x):
    y = x * x
    y.sort()
    return y


def columns_sorted_in_place(x):
    y = x * x
    y.sort(axis=0)
    return y


def interpolated(x, at):
    place = np.searchsorted(x, at)
    return (at - x[place - 1]) / (x[place] - x[place - 1])


CASES = {
    "sort": (lambda x: np.sort(x), X),
    "sort of none": (lambda x: np.sort(x), np.zeros(0)),
    "sort of rows": (lambda x: np.sort(x), A),
    "sort of columns": (lambda x: np.sort(x, axis=0), A),
    "sort of all": (lambda x: np.sort(x, axis=None), A),
    "sort of an axis of 3": (lambda x: np.sort(x, axis=1), B),
    "sort of the first of 3": (lambda x: np.sort(x, axis=0, kind="stable"), B),
    "sort of the last of 4": (lambda x: np.sort(x, -1), C),
    "sort of an axis of 4": (lambda x: np.sort(x, axis=1), C),
    "sort as a method": (sorted_in_place, X),
    "sort of columns as a method": (columns_sorted_in_place, A),
    "argsort": (lambda x, w: x[np.argsort(x)] * w, X, W),
    "argsort of rows": (lambda x: x[0, np.argsort(x)[0]], A),
    "argsort of columns": (lambda x: x[np.argsort(x, axis=0)[:, 1], 1], A),
    "argsort as a method": (lambda x: x[x.argsort()[::-1]], X),
    "partition": (lambda x: np.partition(x, 1)[1] * np.partition(x, 2)[2], X),
    "argpartition": (lambda x: x[np.argpartition(x, 1)[1]], X),
    "searchsorted": (interpolated, np.array([0.0, 1.0, 2.5]), 1.7),
    "searchsorted, several": (
        lambda x, at: x[np.searchsorted(x, at, side="right") - 1] * at,
        np.array([0.0, 1.0, 2.5]),
        np.array([0.2, 1.7]),
    ),
    "digitize": (
        lambda x, bins: bins[np.digitize(x, bins) - 1] * x,
        np.array([0.2, 1.7]),
        np.array([0.0, 1.0, 2.5]),
    ),
    "bincount": (lambda x, w: np.bincount(x, weights=w), COUNTED, W),
    "bincount with more": (lambda x, w: np.bincount(x, w, 5), COUNTED, W),
    "bincount of numbers": (lambda x, w: np.bincount(x) * w[:3], COUNTED, W),
    "unique": (lambda x: np.unique(x), X),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)
