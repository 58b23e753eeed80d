"""Structures as arguments, results and seeds: taken apart, put together again."""

import collections
import dataclasses
import linecache
import pickle
import typing

import numpy as np
import pytest
from derivative_checks import check_plain
from test_api import assert_equal

import s2sad
from s2sad import adjoint, grad, hessian, jacfwd, jacobian, jacrev, jvp, tangent, vjp

A = np.array([1.0, 2.0, 3.0])


@dataclasses.dataclass
class Computed:
    value: float
    double: float = dataclasses.field(init=False)

    def __post_init__(self):
        self.double = 2.0 * self.value


@dataclasses.dataclass(frozen=True)
class Positive:
    value: float

    def __post_init__(self):
        if self.value <= 0.0:
            raise ValueError(f"{self.value} is not positive")


@dataclasses.dataclass(slots=True)
class Slots:
    value: float
    count: int = 2


class Pair(typing.NamedTuple):
    first: float
    second: float = 2.0


class OwnList(list):
    """A list of the user's."""


class OwnTuple(tuple):
    """A tuple of the user's."""


class OwnDict(dict):
    """A dict of the user's."""


# --- arguments ------------------------------------------------------------------------

ARGUMENTS = {
    "fields that are computed": (
        lambda p: p.value * p.double,
        Computed(3.0),
        {"value": 6.0, "double": 3.0},
    ),
    "fields that are validated": (
        lambda p: -(p.value**2),
        Positive(3.0),
        {"value": -6.0},
    ),
    "slots": (lambda p: p.value**p.count, Slots(3.0), {"value": 6.0, "count": None}),
    "own list": (lambda p: p[0] * p[1], OwnList([2.0, 3.0]), {0: 3.0, 1: 2.0}),
    "own tuple": (lambda p: p[0] * p[1], OwnTuple([2.0, 3.0]), {0: 3.0, 1: 2.0}),
    "own dict": (lambda p: p["a"] ** 2, OwnDict(a=3.0), {"a": 6.0}),
    "ordered dict": (
        lambda p: p["b"] ** 2 * p["a"],
        collections.OrderedDict(b=3.0, a=1.0),
        {"b": 6.0, "a": 9.0},
    ),
    "keys that are no names": (
        lambda p: p["a b-c"] ** 2 * p["a_b_c"] * p["class"],
        {"a b-c": 2.0, "a_b_c": 3.0, "class": 1.0},
        {"a b-c": 12.0, "a_b_c": 4.0, "class": 12.0},
    ),
    "integers": (lambda p: p[0] ** p[1], (2.0, 3), {0: 12.0, 1: None}),
}


def parts(value):
    """{key: part} of a structure, as a test sees it."""
    if dataclasses.is_dataclass(value):
        names = [field.name for field in dataclasses.fields(value)]
        return {name: getattr(value, name) for name in names}
    return dict(value) if isinstance(value, dict) else dict(enumerate(value))


@pytest.mark.parametrize("name", ARGUMENTS)
def test_the_gradient_has_the_structure_of_the_argument(name):
    function, at, expected = ARGUMENTS[name]
    got = grad(function, jit=False)(at)
    assert type(got) is type(at)
    assert parts(got) == expected


def test_names_of_parts_do_not_collide():
    def product(p, p_a):
        return p["a"] ** 2 * p_a

    got = grad(product, argnums=(0, 1), jit=False)({"a": 2.0}, 3.0)
    assert got == ({"a": 12.0}, 4.0)


def test_a_gradient_with_integers_is_differentiated_again():
    def power(p):
        return p[0] ** p[1]

    slope = grad(power, jit=False)
    along = jvp(slope, ((2.0, 3),), ((1.0, None),), jit=False)
    assert along == ((12.0, None), (12.0, None))
    assert vjp(slope, (2.0, 3), jit=False)[1]((1.0, None)) == ((12.0, None),)
    assert hessian(power, jit=False)((2.0, 3)) == ((12.0, None), None)


@pytest.mark.parametrize("word", ["self", "function", "args", "_divide", "found"])
def test_any_name_of_a_parameter(word):
    names = {}
    text = f"def inverse({word}):\n    return 1.0 / {word}\n"
    file = f"<inverse {word}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    exec(compile(text, file, "exec"), names)
    slope = grad(names["inverse"], jit=False)
    assert slope(**{word: 2.0}) == -0.25
    assert "inverse_grad" in s2sad.source(slope, **{word: 2.0})


# --- the same argument twice ----------------------------------------------------------


def product(x, y):
    return x * x * y


@pytest.mark.parametrize("argnums", [(0, 0), (0, "x"), ("x", -2)], ids=str)
def test_an_argument_twice(argnums):
    assert grad(product, argnums, jit=False)(2.0, 3.0) == (12.0, 12.0)
    got = s2sad.value_and_grad(product, argnums, jit=False)(2.0, 3.0)
    assert got == (12.0, (12.0, 12.0))
    assert jacrev(product, argnums, jit=False)(2.0, 3.0) == (12.0, 12.0)
    got = hessian(product, argnums, jit=False)(2.0, 3.0)
    assert got == ((6.0, 6.0), (6.0, 6.0))


def test_an_argument_twice_with_aux():
    both = grad(lambda x, y: (x * y, (x, y)), (1, 1, 0), has_aux=True, jit=False)
    assert both(2.0, 3.0) == ((2.0, 2.0, 3.0), (2.0, 3.0))


@pytest.mark.parametrize("transform", [grad, jacfwd, jacrev])
def test_an_array_twice_is_two_arrays(transform):
    def scaled(x, y):
        return np.sum(x * x) * y

    first, second, third = transform(scaled, (0, 0, 1), jit=False)(A, 3.0)
    assert_equal((first, second, third), (6.0 * A, 6.0 * A, 14.0))
    assert not np.shares_memory(first, second)


NUMBERS = {
    "number of NumPy": (np.int64(1), 12.0),
    "range": (range(2), (9.0, 12.0)),
    "numbers of NumPy": ([np.int64(0), np.int32(1)], (9.0, 12.0)),
}


@pytest.mark.parametrize("name", NUMBERS)
def test_numbers_of_arguments(name):
    argnums, expected = NUMBERS[name]
    assert grad(lambda x, y: x * y**2, argnums, jit=False)(2.0, 3.0) == expected
    assert s2sad.nth_derivative(lambda x: x**3, np.int64(2), jit=False)(2.0) == 12.0


# --- results and seeds ----------------------------------------------------------------

# name: (function, at, seed, adjoint)
PULLED = {
    "length before": (lambda x: (len(x), np.sum(x * x)), A, (0, 1.0), 2.0 * A),
    "length with None": (lambda x: (len(x), np.sum(x)), A, (None, 1.0), A * 0.0 + 1.0),
    "flag before": (lambda x: (x > 1.0, x * x), 2.0, (False, 1.0), 4.0),
    "constant before": (lambda x: (3.0, x * x), 2.0, (5.0, 1.0), 4.0),
    "None before": (lambda x: (None, x * x), 2.0, (None, 1.0), 4.0),
    "string before": (lambda x: ("s", x * x), 2.0, (None, 1.0), 4.0),
    "keys in another order": (
        lambda x: {"a": x, "b": x * x},
        3.0,
        {"b": 1.0, "a": 0.0},
        6.0,
    ),
    "list": (lambda x: [x, [x * x]], 3.0, [0.0, [1.0]], 6.0),
}


@pytest.mark.parametrize("name", PULLED)
def test_each_result_has_its_seed(name):
    function, at, seed, expected = PULLED[name]
    _, pullback = vjp(function, at, jit=False)
    assert_equal(pullback(seed), (expected,))


def test_a_structured_value_with_aux():
    def function(x):
        return (x, x * x), x * x * x

    value, pullback, aux = vjp(function, 2.0, has_aux=True, jit=False)
    assert (value, aux) == ((2.0, 4.0), 8.0)
    assert pullback((1.0, 1.0)) == (5.0,)


def test_tangents_by_key():
    def function(p):
        return p["a"] * p["b"] ** 2

    got = jvp(function, ({"a": 1.0, "b": 2.0},), ({"b": 0.0, "a": 1.0},), jit=False)
    assert got == (4.0, 4.0)


CONSTANTS = {
    "nothing": (lambda x: (x * x, ()), ()),
    "None": (lambda x: (x * x, None), None),
    "string": (lambda x: (x * x, "s"), "s"),
    "both": (
        lambda x: (x * x, {"a": None, "b": (x, "t")}),
        {"a": None, "b": (3.0, "t")},
    ),
}


@pytest.mark.parametrize("name", CONSTANTS)
def test_constants_in_results(name):
    function, aux = CONSTANTS[name]
    assert grad(function, has_aux=True, jit=False)(3.0) == (6.0, aux)
    got = s2sad.value_and_grad(function, has_aux=True, jit=False)(3.0)
    assert got == ((9.0, aux), 6.0)
    assert vjp(function, 3.0, has_aux=True, jit=False)[2] == aux
    assert hessian(function, has_aux=True, jit=False)(3.0)[0] == 2.0


def test_tangents_of_constants():
    got = jvp(lambda x: (None, x, 3), (2.0,), (1.0,), jit=False)
    assert got == ((None, 2.0, 3), (None, 1.0, 0.0))


def test_defaults_of_a_structure_made_inside():
    got = jvp(lambda x: Pair(x * x), (2.0,), (1.0,), jit=False)
    assert got == (Pair(4.0, 2.0), Pair(4.0, 0.0))


# --- what a pullback keeps ------------------------------------------------------------

TABLE = np.ones(3)


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
def test_a_pullback_keeps_structures(jit):
    def squares(p):
        return np.sum(p["a"][0] ** 2) * p["b"]

    x, given = A.copy(), {}
    given.update(a=[x], b=2.0)
    _, pullback = vjp(squares, given, jit=jit)
    x[:] = 100.0
    given["a"][0], given["b"] = 7.0, 9.0
    (bar,) = pullback(1.0)
    assert_equal(bar["a"][0], 4.0 * A)
    assert_equal(bar["b"], 14.0)


def test_a_pullback_keeps_what_was_captured():
    _, pullback = vjp(lambda x: np.sum(TABLE * x), A, jit=False)
    TABLE[:] = 100.0
    got = pullback(1.0)
    TABLE[:] = 1.0
    assert_equal(got, (np.ones(3),))


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
def test_the_value_is_as_derivatives_have_it(jit):
    value, pullback = vjp(lambda x: 1.0 / x, 0.0, jit=jit)
    assert (value, pullback(1.0)) == (np.inf, (-np.inf,))


def test_a_value_is_no_view_of_the_argument():
    x = A.copy()
    value, _ = vjp(lambda x: x, x, jit=False)
    value[:] = 0.0
    assert_equal(x, A)


# --- Jacobians ------------------------------------------------------------------------


@pytest.mark.parametrize("transform", [jacfwd, jacrev, jacobian])
def test_a_jacobian_has_the_dtype_of_the_result(transform):
    single = A.astype(np.float32)
    got = transform(lambda x: x * x, jit=False)(single)
    assert got.dtype == np.float32
    assert_equal(got, np.diag(2.0 * single))
    assert transform(lambda x: x * x, jit=False)(A).dtype == np.float64


def test_a_hessian_has_the_dtype_of_the_result():
    got = hessian(lambda x: np.sum(x**3), jit=False)(A.astype(np.float32))
    assert got.dtype == np.float32


def counted(x):
    count = 0
    for value in x:
        if value > 0.0:
            count += 1
    return count, x * x, x > 0.0


@pytest.mark.parametrize("transform", [s2sad.jacfwd, s2sad.jacrev])
def test_a_jacobian_of_integers_and_flags_is_of_zeros(transform):
    x = np.array([0.3, -0.2])
    count, squares, flags = transform(counted, jit=False)(x)
    np.testing.assert_array_equal(count, np.zeros(2))
    np.testing.assert_array_equal(squares, np.diag(2.0 * x))
    np.testing.assert_array_equal(flags, np.zeros((2, 2)))
    assert count.dtype == flags.dtype == np.float64


@pytest.mark.parametrize("transform", [jacfwd, jacrev, jacobian])
def test_jacobians_with_aux(transform):
    def function(x):
        return x * x, (x[0], len(x))

    got = transform(function, has_aux=True, jit=False)(A)
    assert_equal(got, (np.diag(2.0 * A), (1.0, 3)))


def test_a_hessian_with_aux():
    got = hessian(lambda x: (np.sum(x**3), {"x": x}), has_aux=True)(A)
    assert_equal(got, (np.diag(6.0 * A), {"x": A}))


def test_has_aux_is_the_third_argument():
    assert grad(lambda x: (x * x, x), 0, True, jit=False)(3.0) == (6.0, 3.0)


# --- tangents and adjoints ------------------------------------------------------------


def square(x):
    return x * x


def power(x, n=2):
    return x**n


def test_some_arguments_at_the_low_level():
    assert tangent(product, argnums=1, jit=False)(2.0, 3.0, 1.0) == (12.0, 4.0)
    assert adjoint(product, argnums=1, jit=False)(2.0, 3.0, 1.0) == 4.0
    got = adjoint(product, argnums=("y", "x"), jit=False)(2.0, 3.0, 1.0)
    assert sorted(got) == [4.0, 12.0]


def test_seeds_by_name():
    assert tangent(square, jit=False)(x=3.0, x_dot=1.0) == (9.0, 6.0)
    assert tangent(power, jit=False)(3.0, x_dot=1.0) == (9.0, 6.0)
    assert tangent(power, jit=False)(3.0, 3, 1.0) == (27.0, 27.0)


def test_lists_and_integers_as_seeds():
    x_bar = np.zeros(3)
    adjoint(square, jit=False)(A, [1, 1, 1], x_bar)
    assert_equal(x_bar, 2.0 * A)
    assert tangent(square, jit=False)(3.0, 1) == (9.0, 6.0)


def test_derivatives_of_tangents_and_adjoints():
    assert_equal(jacfwd(tangent(square))(2.0, 1.0), (4.0, 2.0))
    assert_equal(grad(adjoint(square))(2.0, 1.0), 2.0)
    assert_equal(grad(adjoint(square), argnums="result_bar")(2.0, 1.0), 4.0)
    assert_equal(jvp(tangent(square), (2.0, 1.0), (1.0, 0.0))[1], (4.0, 2.0))


def test_a_derivative_of_an_adjoint_that_captures():
    rate = 3.0
    slope = adjoint(lambda x: rate * x * x, jit=False)
    assert_equal(grad(slope, (0, 1), jit=False)(2.0, 1.0), (6.0, 12.0))


def test_a_pickle_of_a_tangent():
    again = pickle.loads(pickle.dumps(tangent(product, jit=False)))
    assert again(1.0, 2.0, 1.0, 1.0) == (2.0, 5.0)


# --- names ----------------------------------------------------------------------------


def test_what_derivatives_are_called():
    shown = [grad(square), hessian(square), jacfwd(grad(square), jit=False)]
    words = ["<grad of square>", "<hessian of square>", "<jacfwd of grad of square>"]
    assert list(map(repr, shown)) == words


# Several arrays at once


def points_and_weights(n, a, b):
    return np.linspace(a, b, n), b * np.ones(n)


def checked_points(n, a, b):
    if a < 1.0:
        return points_and_weights(n, a, b)
    raise ValueError("a is too large")


def by_place(x):
    pair = Pair(x, x * x)
    return pair[1] * pair[-2] + pair.first


@pytest.mark.parametrize("jit", [False, True], ids=["python", "numba"])
def test_arrays_of_a_helper_in_a_branch(jit):
    _, pull = s2sad.vjp(checked_points, 5, 0.3, 1.7, jit=jit)
    assert pull((np.ones(5), np.ones(5))) == pytest.approx((2.5, 7.5))


def test_fields_of_named_tuples_by_their_place():
    assert grad(by_place, jit=False)(2.0) == 13.0


class Found(typing.NamedTuple):
    value: float
    chance: float


def sought(x, side="both"):
    if x > 100.0:
        return Found(x, 1.0)
    return Found(np.sin(x), x if side == "less" else 2.0 * x)


def of_paths(x):
    found, (value, chance) = sought(x), sought(x, side="less")
    return found.value * found.chance + value * chance


def test_a_named_tuple_is_returned_on_two_paths():
    check_plain(of_paths, 1.5)
