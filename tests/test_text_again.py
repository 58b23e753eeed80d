"""Text of derivatives given back by a person: SciPy's functions in it are those still.

The text stands alone, so `binom` is written out in it: at integers its lines are a
product of constants, of which nothing could be differentiated.
"""

import importlib.util

import numpy as np
import pytest
import scipy.linalg
import scipy.special
from numpy.testing import assert_allclose

import s2sad


def logarithms(a, b):
    return scipy.special.betaln(a, b) + np.log(scipy.special.binom(b, a))


def with_a_constant(a):
    return np.log(scipy.special.binom(a, 3.0))


def of_bessel(x):
    return scipy.special.jv(2, x) ** 2


def shares(x):
    return np.sum(scipy.special.softmax(x) ** 2) + np.linalg.norm(x)


def solved(A):
    return np.sum(np.linalg.inv(A)[0] ** 2) + np.log(np.linalg.det(A))


SQUARE = np.array([[4.0, 1.0, 0.5], [1.0, 3.0, 0.2], [0.5, 0.2, 2.0]])
CALLS = [
    (logarithms, (4.0, 15.0)),
    (logarithms, (4.5, 15.25)),
    (with_a_constant, (15.0,)),
    (of_bessel, (0.0,)),
    (of_bessel, (30.0,)),
    (shares, (np.array([0.3, -1.0, 2.0]),)),
    (solved, (SQUARE,)),
]


@pytest.fixture
def module(tmp_path):
    """Makes a module of a text."""

    def made(text):
        path = tmp_path / "derivatives.py"
        path.write_text(text)
        spec = importlib.util.spec_from_file_location("derivatives", path)
        found = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(found)
        return found

    return made


@pytest.mark.parametrize(("function", "arguments"), CALLS)
def test_text_of_a_gradient_has_the_derivatives_of_the_gradient(
    module, function, arguments
):
    gradient = s2sad.grad(function, jit=False)
    text = s2sad.source(gradient, *arguments)
    again = vars(module(text))[f"{function.__name__}_grad"]
    found = s2sad.jacfwd(again, jit=False)(*arguments)
    assert_allclose(found, s2sad.hessian(function, jit=False)(*arguments), rtol=1e-13)


def test_a_function_of_a_text_is_differentiated_itself(module):
    text = s2sad.source(s2sad.tangent(logarithms, jit=False), 4.0, 15.0)
    again = module(text).binom
    assert "scipy.special.binom(n, k)." in again.__doc__
    expected = s2sad.grad(lambda n, k: scipy.special.binom(n, k), 1, jit=False)
    assert s2sad.grad(again, 1)(15.0, 4.0) == pytest.approx(
        expected(15.0, 4.0), rel=1e-14
    )


CHANGES = [
    ("result = 1.0 / ((n + 1.0) * ", "result = 3.0 / ((n + 1.0) * "),
    ("w = 1.0 / (x * x)", "w = 2.0 / (x * x)"),
]


@pytest.mark.parametrize("change", CHANGES, ids=["itself", "what it calls"])
def test_of_what_a_person_changed_the_lines_count(module, change):
    value = s2sad.value_and_grad(with_a_constant, jit=False)
    text = s2sad.source(value, 45.5)
    assert change[0] in text
    again = module(text.replace(*change)).binom
    step = 1e-5
    slope = (again(45.5 + step) - again(45.5 - step)) / (2.0 * step)
    found = s2sad.grad(again, jit=False)(45.5)
    assert found == pytest.approx(slope, rel=1e-6)
    assert "binom_adjoint" not in s2sad.source(s2sad.grad(again, jit=False), 45.5)


def half(x):
    """Half of it: scipy.special.expit(x)."""
    return 0.5 * x


def test_words_alone_are_not_believed():
    assert s2sad.grad(half, jit=False)(3.0) == 0.5
