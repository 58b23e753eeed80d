"""0 * inf: a side that a mask or a branch did not choose gives no nan."""

import numpy as np
import pytest
from scipy.special import ndtr

import s2sad

X = np.array([2.0, 0.0, -1.0, 4.0])


def chosen(x):
    return np.sum(np.where(x > 0.0, np.log(x), 0.0))


def chosen_both_ways(x):
    return np.sum(np.where(x <= 0.0, -x, np.sqrt(x)))


def masked(x):
    total = 0.0
    positive = x[x > 0.0]
    for k in range(len(positive)):
        total += np.log(positive[k])
    return total


def written(x):
    y = np.zeros_like(x)
    y[x > 0.0] = np.log(x[x > 0.0])
    return np.sum(y)


def branched(x):
    total = 0.0
    for k in range(len(x)):
        if x[k] > 0.0:
            total += np.log(x[k])
    return total


def ternary(x):
    total = 0.0
    for k in range(len(x)):
        total += np.log(x[k]) if x[k] > 0.0 else 0.0
    return total


def divided_where(x):
    quotient = np.zeros_like(x)
    np.divide(1.0, x, out=quotient, where=x > 0.0)
    return np.sum(quotient)


def missing(x):
    """What is measured is nan where x is not 2, and so are its residuals."""
    seen = np.where(x == 2.0, x, np.nan)
    z = (seen - 1.0) / x
    return np.sum(np.where(np.isnan(z), 0.5, z) ** 2)


def left_out(x):
    total = 0.0
    for k in range(len(x)):
        z = (1.0 if x[k] == 2.0 else np.nan) / x[k]
        if np.isnan(z):
            continue
        total += z**2
    return total


def replaced(x):
    total = 0.0
    for k in range(len(x)):
        z = (1.0 if x[k] == 2.0 else np.nan) / x[k]
        if np.isnan(z):
            z = 0.5
        total += z**2
    return total


def chosen_step_by_step(x):
    """As arrays that may not be written are filled: each mask over what was before."""
    quotient = -2.0 / x
    result = np.nan * x
    result = np.where((x > 0.0) & (x <= 1.0), 0.0, result)
    result = np.where(x > 1.0, quotient, result)
    result = np.where(x <= 0.0, 3.0 * x, result)
    return np.sum(result)


def overwritten(x):
    """Where a mask is true another number takes the place of what was worked out."""
    inverse = 1.0 / x
    inverse[x <= 0.0] = 0.0
    return np.sum(inverse)


def overwritten_in_a_matrix(x):
    whole = x[:, None] * np.ones(2)
    table = 1.0 / whole
    table[whole <= 0.0] = 0.0
    return 0.5 * np.sum(table)


def not_finite(x):
    inverse = np.log(x)
    inverse[~np.isfinite(inverse)] = 0.0
    return np.sum(inverse)


def filled_in(x):
    result = np.nan * x
    result[x > 0.0] = np.log(x[x > 0.0])
    result[x <= 0.0] = 0.0
    return np.sum(result)


def numbers_for_nan(x):
    return np.sum(np.nan_to_num(np.log(x), neginf=0.0))


class Backend:
    """Functions of arrays, as packages wrap them to choose among several."""

    nan = np.nan

    def where(self, condition, first, second):
        return np.where(condition, first, second)

    def log(self, x):
        return np.log(x)


B = Backend()


def adjusted(x, scale):
    result = B.nan * x
    result = B.where((x > 0.0) & (scale <= 0.0), 0.0, result)
    result = B.where((x > 0.0) & (scale > 0.0), B.log(x) * scale, result)
    result = B.where(x <= 0.0, 0.0, result)
    return result


def chosen_by_wrappers(x):
    return sum(adjusted(x[k], 1.0) for k in range(len(x)))


def of_several(x):
    """What several have a part in, on the way to what is chosen."""
    d = x**0.6
    e = -x - d * x
    q, s = 12.0 * e, 27.0 * d**2
    chosen = np.sqrt(s + np.sqrt(s**2 - 4.0 * q**3)) + d
    return np.sum(np.where(x.real > 0.0, chosen, 0.0))


def slope_of_several(x):
    """The complex step (Squire and Trapp, 1998)."""
    return np.imag(of_several(np.array([x + 1e-30j]))) / 1e-30


LOG = np.array([0.5, 0.0, 0.0, 0.25])
CASES = {
    chosen: LOG,
    chosen_both_ways: np.array([0.5 / np.sqrt(2.0), -1.0, -1.0, 0.25]),
    masked: LOG,
    written: LOG,
    branched: LOG,
    ternary: LOG,
    missing: np.array([0.25, 0.0, 0.0, 0.0]),
    left_out: np.array([-0.25, 0.0, 0.0, 0.0]),
    replaced: np.array([-0.25, 0.0, 0.0, 0.0]),
    chosen_step_by_step: np.array([0.5, 3.0, 3.0, 0.125]),
    overwritten: np.array([-0.25, 0.0, 0.0, -0.0625]),
    overwritten_in_a_matrix: np.array([-0.25, 0.0, 0.0, -0.0625]),
    not_finite: LOG,
    filled_in: LOG,
    numbers_for_nan: LOG,
    chosen_by_wrappers: LOG,
    divided_where: np.array([-0.25, 0.0, 0.0, -0.0625]),
    of_several: np.array([slope_of_several(2.0), 0.0, 0.0, slope_of_several(4.0)]),
}


@pytest.mark.parametrize("function", CASES, ids=lambda f: f.__name__)
def test_what_was_not_chosen_takes_nothing(function):
    expected = CASES[function]
    with np.errstate(all="ignore"):
        got = s2sad.grad(function, jit=False)(X)
        forward = s2sad.jacfwd(function, jit=False)(X)
        second = s2sad.hessian(function, jit=False)(X)
    np.testing.assert_allclose(got, expected, rtol=1e-14)
    np.testing.assert_allclose(forward, expected, rtol=1e-14)
    assert np.all(np.isfinite(second))
    assert not np.any(second[1:3])


def test_functions_that_only_pass_on_are_written_out():
    text = s2sad.source(s2sad.grad(chosen_by_wrappers, jit=False), X)
    assert "def where" not in text and "def log" not in text
    assert "np.log" not in text.split("def adjusted_adjoint")[1]


def test_of_whole_arrays_both_sides_are_differentiated():
    """As they stand, 0 * inf is nan: `style="arrays"` keeps what NumPy would do."""
    with np.errstate(all="ignore"):
        got = s2sad.grad(chosen, jit=False, style="arrays")(X)
    assert np.isnan(got[1])
    assert got[0] == 0.5


def cut(edges):
    """Minus the logarithm of the chances of classes between edges."""

    def loss(x):
        lower = edges[:-1] - x[0] * np.exp(x[1])
        upper = edges[1:] - x[0] * np.exp(x[1])
        return -np.sum(np.log(ndtr(upper) - ndtr(lower)))

    return loss


@pytest.mark.parametrize("order", (1, 2, 3))
def test_chances_are_flat_at_infinity(order):
    """Edges at infinity count as edges far away, in derivatives of every order."""
    x = np.array([0.3, -0.2])
    found = []
    for far in (np.inf, 60.0):
        derivative = cut(np.array([-far, -0.5, 0.8, far]))
        for _ in range(order):
            derivative = s2sad.jacfwd(derivative, jit=False)
        found.append(derivative(x))
        reverse = cut(np.array([-far, -0.5, 0.8, far]))
        for _ in range(order - 1):
            reverse = s2sad.jacfwd(reverse, jit=False)
        found.append(s2sad.jacrev(reverse, jit=False)(x))
    for other in found[1:]:
        np.testing.assert_allclose(found[0], other, rtol=1e-12)
