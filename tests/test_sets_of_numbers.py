"""Sets of numbers that are known only when a function runs."""

import numpy as np
import pytest

import s2sad

X = np.array([0.1, 0.2, 0.3])
SETS = ([1.0, 2.0, 3.0], [1.0, 1.0, 1.0], [3.0, 2.0, 2.0], [0.0, 1.0, 1.0])


def asked(x, y):
    """Which holds which, how many are in one, which is the least."""
    all_, others = set(y), set(v.item() for v in y[1:])
    if all_ <= {0, 1} and all_ != {1}:
        return x[2] ** 2
    if all_ == others:
        return x[0] * len(others)
    if others <= all_ and 3.0 in others:
        return x[1] * len(all_) + sorted(all_)[0] * x[0]
    return x[1] * sum(sorted(others))


@pytest.mark.parametrize("jit", (False, True))
def test_they_decide_what_runs(jit):
    slope = s2sad.value_and_grad(asked, jit=jit)
    for y in map(np.array, SETS):
        value, gradient = slope(X, y)
        np.testing.assert_allclose(value, asked(X, y))
        ahead = np.array([asked(X + step, y) for step in 1e-6 * np.eye(3)])
        np.testing.assert_allclose(gradient, (ahead - value) / 1e-6, atol=1e-5)


def written(x):
    """A set has what was in the array when it was made."""
    y = x.copy()
    found = set(y)
    y[0] = 9.0
    return x[0] * (3.0 if 9.0 in found else 4.0)


def test_it_is_a_copy():
    assert s2sad.grad(written, jit=False)(X)[0] == 4.0


REFUSED = {
    "a set is returned": lambda x: (x[0], set(x)),
    "a set is used as a number": lambda x: x[0] if set(x[:0]) else x[1],
    "list is not supported": lambda x: list(set(x))[0],
    "add.* of a set": lambda x: set(x).add(3.0),
}


@pytest.mark.parametrize("what", REFUSED)
def test_in_which_order_it_is_gone_through_is_not_known(what):
    with pytest.raises(s2sad.S2SADError, match=what):
        s2sad.jvp(REFUSED[what], (X,), (X,), jit=False)


def ordered(x):
    """In which order arrays lie in memory changes no number."""
    y = np.array(x[::-1], order="C", dtype=np.float64, copy=True)
    y[0] *= 2.0
    return np.sum(y * np.asarray(x, order="C"))


def test_order_of_memory():
    got = s2sad.grad(ordered, jit=False)(X)
    np.testing.assert_allclose(got, [0.9, 0.4, 0.3])
    got = s2sad.grad(lambda x: np.sum(np.array([x, x], order="F")), jit=False)(X)
    np.testing.assert_allclose(got, [2.0, 2.0, 2.0])
