"""Masks, index arrays and new axes, read and written: as NumPy has them."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

RANDOM = np.random.default_rng(7)
X = RANDOM.normal(size=6)
A = RANDOM.normal(size=(3, 4))
T = RANDOM.normal(size=(4, 3)).T
C = RANDOM.normal(size=(3, 4, 2))
D = RANDOM.normal(size=(3, 3, 3))
I = np.array([2, 0, 2])  # noqa: E741
J = np.array([1, -1, 1])
IJ = np.array([[0, 2], [1, -3]])
NONE = np.zeros(0)
ROWS = np.array([True, False, True])
COLUMNS = np.array([True, False, True, True])
INDEX = {"I": I, "J": J}


def assigned(x, e):
    x = x * 1.0
    x[x > 0.0] = e
    return x


def assigned_values(x):
    x = x * 1.0
    mask = x > 0.0
    x[mask] = x[::-1][mask] ** 2
    return x


def augmented(x):
    x = x * 1.0
    x[x > 0.0] += x[0] * 2.0
    x[x < 0.5] *= x[x < 0.5]
    return x


def written_at_pairs(a):
    a = a * 1.0
    a[I, J] = a[0, 1:] * 3.0
    a[I, J] += a[0, 0]
    a[IJ, 1] -= a[1, 0] * a[:2, :2]
    return a


def written_first_axis_last(c):
    c = c * 1.0
    c[0, :, J - J] = c[1, 0, 0] * c[:, 1, 1].reshape(3, 1)
    return c


def written_rank_two(x):
    x = x * 1.0
    x[IJ] = x[:2] * x[1]
    return x


def written_row_of_mask(a):
    a = a * 1.0
    a[ROWS] = a[1] ** 2
    a[:, COLUMNS] += a[:, 1:] * a[0, 0]
    return a


def written_two_axes(a):
    a = a * 1.0
    a[a > 0.2] = a[0, 0] * a[1, 1]
    a[a < 0.0] *= 2.0 * a[0, 1]
    return a


def limited(x):
    y = x * 2.0
    y[y > 0.3] = np.tanh(y[y > 0.3])
    y[y < 0.0] *= 0.1
    y[y < 0.0] += y[y < 0.0] ** 2
    return y


def limited_from_elsewhere(x):
    y = x * 2.0
    high = y > -1.0
    values = y[high]
    y[high] = values[::-1]
    y[high] = y[::-1][: len(values)] * x[0]
    return y


def places_that_were_changed(x):
    y = x * 2.0
    places = np.flatnonzero(y > -1.0)
    places[0] = places[1]
    y[places] = np.sin(y[places]) * y[places[::-1]]
    y[places - 1] = y[places] * 2.0
    return y


def shifted(x):
    x = x * 1.0
    x[1:] -= x[:-1]
    x[:-1] *= x[1:]
    return x


def added_to_its_transpose(a):
    a = a * 1.0
    a += a.T
    a[0] = a[::-1, 0]
    a[::-1] = a
    return a


def from_its_transpose(a):
    a = a * 1.0
    a[:] = a.T
    a -= np.swapaxes(a[::-1], 0, 1)
    a[0] = a[0][::-1]
    a.T[1] = a[0, 0] * a[0]
    return a


def through_names(a):
    y = np.zeros(9)
    y[:] = a[0, 1]
    rows = y.reshape(3, 3)
    rows += a
    y[1:] += rows.reshape(-1)[:-1]
    rows[0] = y[::3]
    return y


def minus_its_transpose(a):
    t = a * 2.0
    t -= t.T.copy()
    return t


READS = {
    "mask": (lambda x: x[x > 0.0] ** 2, X),
    "mask, summed": (lambda x: x[x > 0.0].sum(), X),
    "mask of nothing": (lambda x: x[x > 100.0] * 2.0, X),
    "mask of no elements": (lambda x: x[x > 0.0] * 2.0, NONE),
    "mask of rows": (lambda a: a[ROWS] ** 2, A),
    "mask of columns": (lambda a: a[:, COLUMNS] ** 2, A),
    "mask and slice": (lambda a: a[ROWS, 1:] ** 2, A),
    "mask and number": (lambda a: a[ROWS, 1] ** 2, A),
    "two masks": (lambda a: a[ROWS, COLUMNS[::-1][:3]] ** 2, A[:, :3]),
    "mask of two axes": (lambda a: a[a > 0.0] ** 2, A),
    "mask of two axes, transposed": (lambda a: a[a > 0.0] ** 2, T),
    "mask of two axes of three": (lambda c: c[c[:, :, 0] > 0.0] ** 2, C),
    "mask of the last two axes": (lambda c: c[:, c[0] > 0.0] ** 2, C),
    "mask of three axes": (lambda c: c[c > 0.0] ** 2, C),
    "inverted mask": (lambda x: x[~(x > 0.0)] ** 2, X),
    "joint mask": (lambda x: x[(x > -1.0) & (x < 0.5)] ** 2, X),
    "pairs": (lambda a: a[I, J] ** 2, A),
    "pairs, transposed": (lambda a: a[I, J] ** 2, T),
    "pairs of two axes": (lambda a: a[IJ, IJ] ** 2, A),
    "spread pairs": (lambda a: a[IJ, I[:2]] ** 2, A),
    "triples": (lambda c: c[I, J, I - I] ** 2, C),
    "pairs and slice": (lambda c: c[I, J, :] ** 2, C),
    "pairs and part": (lambda c: c[I, J, ::-1] ** 2, C),
    "pairs after slice": (lambda d: d[:, I, I] ** 2, D),
    "pairs around slice": (lambda d: d[I, :, J] ** 2, D),
    "pairs around part": (lambda d: d[I, 1:, J] ** 2, D),
    "number, slice, array": (lambda d: d[0, :, I] ** 2, D),
    "number and array": (lambda d: d[:, 0, I] ** 2, D),
    "new axis and array": (lambda d: d[None, I] ** 2, D),
    "array, new axis, number": (lambda d: d[I, None, 0] ** 2, D),
    "number, new axis, array": (lambda d: d[0, None, I] ** 2, D),
    "array of two axes": (lambda x: x[IJ] ** 2, X),
    "array of two axes of rows": (lambda a: a[IJ] ** 2, A),
    "array of two axes of columns": (lambda a: a[:, IJ] ** 2, A),
    "array of a row": (lambda a: a[I][:, J] ** 2, A),
    "list": (lambda x: x[[0, 2, 2]] ** 2, X),
    "lists": (lambda a: a[[0, 2], [1, 1]] ** 2, A),
    "list of truths": (lambda a: a[[True, False, True]] ** 2, A),
    "a new axis": (lambda x: x[:, np.newaxis] * x[None], X),
    "an ellipsis": (lambda c: c[..., 0] * c[0, ..., 1], C),
    "an ellipsis and a new axis": (lambda c: c[..., None, 1] ** 2, C),
    "an ellipsis and an array": (lambda c: c[..., I - I] ** 2, C),
    "an ellipsis and a mask": (lambda a: a[..., COLUMNS] ** 2, A),
}

WRITES = {
    "number at a mask": (assigned, X, 2.0),
    "number at a mask of two axes": (assigned, A, 2.0),
    "number at a mask of nothing": (assigned, NONE, 2.0),
    "values at a mask": (assigned_values, X),
    "added at a mask": (augmented, X),
    "added at a mask of two axes": (augmented, A[:1].copy()[0]),
    "pairs": (written_at_pairs, A),
    "pairs, transposed": (written_at_pairs, T.copy()[:, [0, 1, 2, 0]]),
    "axes in another order": (written_first_axis_last, D),
    "two axes of indices": (written_rank_two, X),
    "rows of a mask": (written_row_of_mask, A),
    "masks of two axes": (written_two_axes, A),
    "read and written at masks": (limited, X),
    "read elsewhere, written at a mask": (limited_from_elsewhere, X),
    "places that were changed": (places_that_were_changed, X),
    "overlapping parts": (shifted, X),
    "overlapping transposes": (added_to_its_transpose, D[0]),
    "a copy of its transpose": (minus_its_transpose, D[0]),
    "overlapping rows": (from_its_transpose, D[0]),
    "overlapping names": (through_names, D[0]),
}


@pytest.mark.parametrize("case", READS.values(), ids=READS)
def test_reads_are_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("case", WRITES.values(), ids=WRITES)
def test_writes_are_right_in_every_mode(case):
    check_plain(*case)


COMPILED = (
    *("mask and slice", "mask of two axes", "mask of three axes", "pairs of two axes"),
    *("pairs around part", "number, slice, array", "new axis and array", "lists"),
    *(
        "read and written at masks",
        "values at a mask",
        "pairs, transposed",
        "masks of two axes",
    ),
    *("overlapping parts", "overlapping transposes", "overlapping rows"),
)


@pytest.mark.parametrize("word", COMPILED)
def test_it_compiles(word):
    check_compiled(*{**READS, **WRITES}[word])
