"""Every program, differentiated in every mode, in plain Python and once in Numba."""

import copy
import functools
import types
import warnings

import numba
import numpy as np
import pytest
from numba.core.errors import NumbaError
from programs_under_test import (
    FOLDER,
    NAMES,
    assert_close,
    assert_same,
    assert_unwritten,
    assert_value,
    differences,
    dot,
    is_float,
    leaves,
    mapped,
    parts,
    program,
    quiet,
    random_like,
    vector,
)

import s2sad

COMPILED = 1e-12
SINGLE_COMPILED = 1e-6

# A third derivative is written of a program with at most so many lines in its file.
CHEAP = 17

all_programs = pytest.mark.parametrize("name", NAMES)
returning = [name for name in NAMES if not program(name).writes]
writing = [name for name in NAMES if program(name).writes]
cheap = [
    name
    for name in NAMES
    if program(name).is_smooth
    and (FOLDER / f"{name}.py").read_text().count("\n") <= CHEAP
]


def fresh(function):
    """A function that is called with copies of its arguments, and prints nothing."""
    return lambda *arguments: quiet(function, *copy.deepcopy(arguments))


def call_twice(function, arguments):
    """The result of a call, which writes nothing and is the same the second time."""
    before = copy.deepcopy(arguments)
    first = copy.deepcopy(quiet(function, *arguments))
    assert_unwritten(arguments, before)
    second = quiet(function, *arguments)
    assert_same(second, first, "the second call")
    return first


# --- first order ----------------------------------------------------------------------


@pytest.mark.parametrize("name", returning)
def test_jvp(name):
    made = program(name)
    v = made.direction()

    def jvp(*arguments):
        return s2sad.jvp(made.function, arguments, v, jit=False)

    before = copy.deepcopy(v)
    value, tangent = call_twice(jvp, made.arguments())
    assert_unwritten(v, before)
    assert_value(made, value, made.result)
    if made.is_smooth:
        expected = differences(made.run, made.example, v)
        assert_close(tangent, expected, made.difference(), "the tangent")


@pytest.mark.parametrize("name", returning)
def test_vjp(name):
    made = program(name)
    seed = random_like(made.result, f"{name} seed")
    value, pullback = quiet(
        functools.partial(s2sad.vjp, made.function, jit=False), *made.arguments()
    )
    assert_value(made, value, made.run(*made.example)[0])
    before = copy.deepcopy(seed)
    bars = call_twice(pullback, (seed,))
    assert_unwritten(seed, before)
    assert_kinds(bars, made.floats(made.example))
    v = made.direction()
    tangent = quiet(s2sad.jvp, made.function, made.arguments(), v, False)[1]
    expected = dot(seed, tangent)
    assert_close(dot(bars, made.floats(v)), expected, made.agreement(), "vjp and jvp")


def assert_kinds(bars, floats):
    """An adjoint has the shape and dtype of its argument."""
    for bar, x in zip(leaves(bars), leaves(floats), strict=True):
        assert np.shape(bar) == np.shape(x)
        if isinstance(x, np.ndarray):
            assert bar.dtype == x.dtype


@all_programs
def test_gradient(name):
    made = program(name)
    value, gradient = call_twice(made.value_and_gradient, made.arguments())
    assert_value(made, value, quiet(made.scalar, *made.numpy_arguments()))
    alone = call_twice(made.gradient, made.arguments())
    assert_close(alone, gradient, 1e-13, "grad and value_and_grad")
    v = made.direction()
    tangent = quiet(s2sad.jvp, made.scalar, made.arguments(), v, False)[1]
    slope = dot(gradient, made.floats(v))
    assert_close(slope, tangent, made.agreement(), "grad and jvp")
    if made.is_smooth:
        for number in range(2):
            v = made.direction(number)
            expected = differences(fresh(made.scalar), made.example, v)
            slope = dot(gradient, made.floats(v))
            assert_close(slope, expected, made.difference(), "grad")


# --- programs that write their arguments ----------------------------------------------


@pytest.mark.parametrize("name", writing)
def test_tangent_of_writing(name):
    made = program(name)
    tangent = s2sad.tangent(made.function, jit=False)
    arguments, v = made.arguments(), made.direction()
    got = quiet(tangent, *arguments, *leaves(v))
    results = parts(got) if parts(got) is not None else leaves([got])
    count = len(leaves(made.result))
    numbers = made.written_numbers
    outputs = [results[:count], *(arguments[n] for n in numbers)]
    assert_value(made, outputs, made.run(*made.numpy_arguments()), "the outputs")
    dots = [results[count:], *(v[n] for n in numbers)]
    expected = differences(made.run, made.example, made.direction())
    assert_close(dots, expected, made.difference(), "the tangents")


@pytest.mark.parametrize("name", writing)
def test_adjoint_of_writing(name):
    made = program(name)
    outputs = made.run(*made.example)
    seeds = random_like(outputs, f"{name} seed")
    shadows = shadows_of(made, seeds)
    adjoint = s2sad.adjoint(made.function, jit=False)
    scalars = quiet(adjoint, *made.arguments(), *leaves(seeds[0]), *shadows)
    bars = joined(made, scalars, shadows)
    v = made.direction()
    expected = np.dot(vector(seeds), differences(made.run, made.example, v))
    assert_close(dot(bars, made.floats(v)), expected, made.difference(), "the adjoint")


def shadows_of(made, seeds):
    """The shadow of each float array: the adjoint of what is written, else zeros."""
    written = dict(zip(made.written_numbers, seeds[1:], strict=True))
    return [
        copy.deepcopy(written[n]) if n in written else np.zeros_like(value)
        for n, value in enumerate(made.example)
        if isinstance(value, np.ndarray) and is_float(value)
    ]


def joined(made, scalars, shadows):
    """The adjoints of the float arguments in order, scalars and shadows."""
    scalars = iter(leaves([] if scalars is None else [scalars]))
    shadows = iter(shadows)
    return [
        next(shadows) if isinstance(leaf, np.ndarray) else next(scalars)
        for leaf in leaves(made.example)
    ]


# --- second order ---------------------------------------------------------------------


@functools.cache
def forward_over_reverse(name):
    made = program(name)
    v = made.direction()

    def product(*arguments):
        return s2sad.jvp(made.gradient, arguments, v, jit=False)

    return call_twice(product, made.arguments())


@all_programs
def test_forward_over_reverse(name):
    made = program(name)
    value, product = forward_over_reverse(name)
    assert_same(value, quiet(made.gradient, *made.arguments()), "the gradient")
    if made.is_smooth:
        expected = differences(fresh(made.gradient), made.example, made.direction())
        assert_close(product, expected, made.difference(), "forward over reverse")


@all_programs
def test_reverse_over_reverse(name):
    made = program(name)
    seed = made.floats(made.direction())
    _, pullback = quiet(
        functools.partial(s2sad.vjp, made.gradient, jit=False), *made.arguments()
    )
    product = call_twice(pullback, (seed,))
    expected = forward_over_reverse(name)[1]
    assert_close(product, expected, made.agreement(), "reverse over reverse")


@all_programs
def test_reverse_over_forward(name):
    made = program(name)
    gradient = s2sad.grad(made.slope, argnums=made.argnums, jit=False)
    along = made.floats(made.direction())
    product = call_twice(gradient, (*made.arguments(), *along))
    expected = forward_over_reverse(name)[1]
    assert_close(product, expected, made.agreement(), "reverse over forward")


# --- third order ----------------------------------------------------------------------


@pytest.mark.parametrize("name", cheap)
def test_third_order(name):
    made = program(name)
    v = made.direction()
    along = made.floats(v)
    gradient = s2sad.grad(made.curvature, argnums=made.argnums, jit=False)
    reverse = call_twice(gradient, (*made.arguments(), *along))

    def product(*arguments):
        return s2sad.jvp(made.gradient, arguments, v, jit=False)[1]

    expected = differences(fresh(product), made.example, v)
    assert_close(reverse, expected, made.difference(), "reverse over forward twice")
    arguments = (*made.arguments(), *along)
    directions = (*v, *mapped(np.zeros_like, along))
    forward = quiet(s2sad.jvp, made.hessian_product, arguments, directions, False)[1]
    assert_close(forward, reverse, made.agreement(), "forward over the product")


# --- Numba ----------------------------------------------------------------------------


@all_programs
def test_numba(name):
    made = program(name)
    compiled = s2sad.value_and_grad(made.scalar, argnums=made.argnums)
    expected = quiet(made.value_and_gradient, *made.arguments())
    got = call_twice(compiled, made.arguments())
    tolerance = SINGLE_COMPILED if made.is_single else COMPILED
    assert_close(got, expected, tolerance, "compiled and plain")
    primal = compiled_value(made)
    if primal is not None:
        assert_value(made, got[0], primal, "the compiled value")


@pytest.mark.parametrize("name", cheap[::8])
def test_numba_of_the_second_order(name):
    made = program(name)
    along = made.floats(made.direction())
    compiled = call_twice(made.hessian_product, (*made.arguments(), *along))
    tolerance = SINGLE_COMPILED if made.is_single else COMPILED
    expected = forward_over_reverse(name)[1]
    assert_close(compiled, expected, tolerance, "compiled and plain")


def compiled_value(made):
    """The value of the scalar as Numba compiles it by itself; None where it can't."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return quiet(jitted(made.scalar, {}), *made.arguments())
        # IndexError: a keyword-only default; NotImplementedError: a def inside that
        # calls itself.
        except (NumbaError, IndexError, NotImplementedError):
            return None


def jitted(function, known):
    """A function compiled with all the functions of the modules it reads."""
    old = function.__globals__
    if id(old) not in known:
        # Numba links a recursive function only if its module can be imported.
        new = known[id(old)] = {**old, "__name__": __name__}
        for name, value in old.items():
            if isinstance(value, types.FunctionType):
                new[name] = jitted(value, known)
    return njit_with(function, known[id(old)])


def njit_with(function, names):
    """numba.njit of a function that finds its globals in `names`."""
    parts_ = (function.__code__, names, function.__name__)
    copied = types.FunctionType(*parts_, function.__defaults__, function.__closure__)
    copied.__kwdefaults__ = function.__kwdefaults__
    return numba.njit(error_model="numpy")(copied)
