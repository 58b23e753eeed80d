"""Functions that Numba compiled: what its decorators say belongs to the function."""

import ctypes
import math
from typing import Any

import numba
import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain
from numba.core.types import WrapperAddressProtocol
from numba.extending import get_cython_function_address

import s2sad

X = np.array([0.7, 1.3, 2.6])


@numba.vectorize
def saturated(v, a):
    return a - pow(2.0, -v)


@numba.vectorize(["float64(float64)"])
def damped(v):
    return v * math.exp(-v)


@numba.njit("int64(int64)")
def twice(n):
    return n * 2


@numba.njit("float64(int64, float64)")
def steps(n, x):
    return n * x


@numba.njit(["float32(float32)"])
def third(x):
    return x / 3


@numba.njit(["float32(float32)", "float64(float64)"])
def squared(x):
    return x * x


@numba.njit(locals={"k": numba.int64, "total": numba.float32})
def truncating(x):
    total = 0.0
    for i in range(len(x)):
        k = x[i] * 2.0
        total += x[i] * k
    return total


def everything(x):
    grid = saturated(x, x[0]) + saturated(x[1], x)
    return np.sum(grid) + damped(x)[1] + steps(x[2], x[0]) + twice(x[2])


def test_ufuncs_are_differentiated_themselves():
    check_plain(saturated, 0.7, 1.5)
    check_plain(damped, X)
    check_plain(saturated, X, 1.5)
    check_plain(everything, X)
    check_compiled(everything, X)


def test_arrays_become_what_a_signature_says():
    given = X.astype(np.float32)
    value, pull = s2sad.vjp(damped, given, jit=False)
    assert np.asarray(value).dtype == np.float64
    np.testing.assert_array_equal(value, damped(given))
    (bar,) = pull(np.ones(3))
    np.testing.assert_allclose(bar, (1.0 - X) * np.exp(-X), rtol=1e-6)
    with pytest.raises(s2sad.RefusalError, match="compiled for other types"):
        s2sad.jacfwd(squared, jit=False)(X)


def test_numbers_become_what_a_signature_says():
    assert s2sad.jvp(twice, (2.7,), (1.0,), jit=False) == (4, 0.0)
    value, gradient = s2sad.value_and_grad(steps, argnums=(0, 1), jit=False)(2.7, 1.5)
    assert (value, *gradient) == (3.0, 0.0, 2.0) and value == steps(2.7, 1.5)
    value, slope = s2sad.value_and_grad(third, jit=False)(1.0)
    assert value == third(1.0) and slope == pytest.approx(1 / 3)
    assert s2sad.grad(squared, jit=False)(1.5) == 3.0


@pytest.mark.parametrize("jit", [False, True])
def test_variables_have_the_types_that_compiling_was_told(jit):
    value, gradient = s2sad.value_and_grad(truncating, jit=jit)(X)
    assert value == truncating(X)
    np.testing.assert_array_equal(gradient, [1.0, 2.0, 5.0])
    assert s2sad.grad(truncating.py_func, jit=False)(X) == pytest.approx(4 * X)


# Pointers to functions of SciPy


def _address(word):
    pytest.importorskip("scipy.special.cython_special")
    return get_cython_function_address("scipy.special.cython_special", word)


class Pointer(WrapperAddressProtocol):
    """A function by its address, as compiled code takes it."""

    def __init__(self, word, signature):
        self.address, self.types = _address(word), signature

    def __wrapper_address__(self):
        return self.address

    def signature(self):
        return self.types


def test_pointers_to_functions_of_scipy():
    unary: Any = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double)
    erfcx = unary(_address("__pyx_fuse_1erfcx"))
    digamma = unary(_address("__pyx_fuse_1psi"))
    number = numba.float64
    gammainc: Any = Pointer("gammainc", number(number, number))
    sine = unary(ctypes.cast(ctypes.CDLL(None).sin, ctypes.c_void_p).value)

    def f(x):
        return erfcx(x[0]) * gammainc(2.0, x[1]) + digamma(x[2])

    def g(x):
        return special.erfcx(x[0]) * special.gammainc(2.0, x[1]) + special.digamma(x[2])

    special = pytest.importorskip("scipy.special")
    got, expected = (s2sad.value_and_grad(one, jit=False)(X) for one in (f, g))
    assert got[0] == expected[0]
    np.testing.assert_array_equal(got[1], expected[1])
    assert s2sad.grad(f)(X) == pytest.approx(expected[1])
    single = s2sad.vjp(lambda x: erfcx(x), np.float32(0.7), jit=False)[0]
    assert single == pytest.approx(special.erfcx(float(np.float32(0.7))), rel=1e-14)
    with pytest.raises(s2sad.RefusalError, match="is called"):
        s2sad.grad(lambda x: sine(x), jit=False)(0.3)
