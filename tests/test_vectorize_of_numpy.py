"""np.vectorize: a function of numbers as one of arrays."""

import math

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.2, 0.7, 1.9])


def bent(v, weight):
    if v > 1.0:
        return math.sin(v) * weight
    return v * v * weight


bent_of_arrays = np.vectorize(bent)


@np.vectorize
def fading(v):
    return math.exp(-v) * v


def of_the_module(x):
    return bent_of_arrays(x, 2.0)


def decorated(x):
    return fading(x) + fading(x[0])


def of_a_lambda(x):
    f = np.vectorize(lambda a, b: a * b + x[0])
    return f(x, x[1])


def spread(x):
    return np.vectorize(bent, otypes=[float])(np.array([x, x * x]), x)


def of_two_results(x):
    sines, others = np.vectorize(lambda a: (math.sin(a), math.cos(a) * x[0]))(x)
    return sines * others


def told_its_type(x):
    return np.vectorize(lambda a: 0 if a < 1.0 else a * a, otypes=[float])(x)


class Model:
    def __init__(self, slope):
        self.slope = slope

    def one(self, v):
        return self.slope * v if v > 1.0 else v * v * self.slope

    def all(self, x):
        return np.vectorize(self.one)(x)


def of_a_method(x):
    return Model(x[0]).all(x)


PROGRAMS = [
    of_the_module,
    decorated,
    of_a_lambda,
    spread,
    of_two_results,
    told_its_type,
    of_a_method,
]


@pytest.mark.parametrize("program", PROGRAMS)
def test_it_is_what_numpy_does(program):
    check_plain(program, X)


@pytest.mark.parametrize("program", [of_the_module, of_two_results])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)


@pytest.mark.parametrize(
    "function, said",
    [
        (np.vectorize(lambda a: 0 if a < 1.0 else a * a), "otypes=[float]"),
        (np.vectorize(bent, excluded=["weight"]), "excluded="),
    ],
)
def test_it_refuses(function, said):
    with pytest.raises(s2sad.RefusalError) as error:
        s2sad.grad(lambda x: np.sum(function(x)))(X)
    assert said in str(error.value)
