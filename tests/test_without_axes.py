"""Numbers as packages take them: made arrays without axes, indexed, masked, written."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad


def by_masks(x):
    """As code for arrays does, which takes numbers as well."""
    x = np.asarray(x)
    size = np.hypot(x, 1.0)
    out = np.empty_like(size)
    is_large = size > 1.2
    out[is_large] = np.arctan(size[is_large] * 2.0)
    out[is_large] += size[is_large] ** 2 * np.sin(out[is_large])
    out[~is_large] = x[~is_large] ** 2
    out[is_large & (size > 100.0)] = 7.0
    return np.sin(out) + out.sum() * np.zeros_like(x, dtype=int)


def of_masked_vectors(x):
    kept = np.sin(x)[np.isfinite(x)] ** 2
    y = np.zeros_like(x)
    y[np.isfinite(x)] = kept
    return y[()] * len(kept) + np.sum(np.square(x)[np.isnan(x)])


def written_whole(x):
    a = np.asarray(x)
    a[()] = a**3
    a[...] *= 2.0
    return a


def made_alike(x):
    ones, twos = np.ones_like(x), np.full_like(x, 2.0)
    return (np.zeros_like(x) + x) * ones * twos + np.sum(np.ones_like([1.0, 2.0])) * x


def by_type_errors(x):
    """What code asks by trying: is it an array?"""
    try:
        x[x < 0.0] = 0.0
    except TypeError:
        if x < 0.0:
            x = x**2
    return x * np.abs(x)


def by_index_errors(x):
    y = np.sin(x)
    try:
        return y[0]
    except (IndexError, TypeError):
        return y**3


def by_reading(x):
    try:
        return x[0]
    except TypeError:
        return x**2


def whole_of_an_array(x):
    y = x * 2.0
    y[()] = x**2
    return y[()] * x[()]


def kind_of_argument(x):
    return x * 3.0 if isinstance(x, np.ndarray) else x


NUMBERS = (by_masks, of_masked_vectors, written_whole, made_alike)
NUMBERS += (by_type_errors, by_index_errors, by_reading)


@pytest.mark.parametrize("function", NUMBERS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("x", [0.4, 2.3, -1.7])
def test_numbers_are_arrays_without_axes(function, x):
    check_plain(function, x)


def test_numba_compiles_what_masks_became():
    check_compiled(by_masks, 2.3)
    check_plain(whole_of_an_array, np.array([1.0, 2.0]))


def test_an_argument_may_be_an_array_without_axes():
    slope = s2sad.grad(kind_of_argument, jit=False)
    assert slope(np.array(2.0)) == 3.0
    assert slope(2.0) == 1.0


def two_names(x):
    y = np.zeros_like(x)
    z = y
    y[x > 0.0] = x
    return y + z


def of_the_caller(x):
    x = np.asarray(x)
    x[x > 0.0] = 1.0
    return x


def of_a_helper(x):
    return np.sum(of_the_caller(x)) + of_the_caller(np.asarray(x))


def not_known(x):
    y = x if x > 1.0 else np.asarray(x)
    try:
        y[y > 0.0] = 1.0
    except TypeError:
        y = x**2
    return y


def too_many(x):
    y = np.zeros_like(x)
    y[x > 0.0] = np.array([1.0, 2.0]) * x
    return y


@pytest.mark.parametrize(
    "function, x",
    [(two_names, 2.0), (of_the_caller, np.array(2.0)), (not_known, 2.0)],
)
def test_what_another_name_would_see_is_refused(function, x):
    with pytest.raises(s2sad.S2SADError):
        s2sad.grad(function, jit=False)(x)


def test_several_elements_have_no_place_in_one():
    with pytest.raises(ValueError, match="several elements"):
        s2sad.grad(too_many, jit=False)(2.0)
    with pytest.raises(ValueError):
        too_many(2.0)
