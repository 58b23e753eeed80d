"""What packages do around their formulas: arguments made arrays, axes, tables."""

import copy
import functools

import numpy as np
import pytest
import scipy.linalg
import scipy.stats
from derivative_checks import check_compiled, check_plain
from numpy.polynomial.chebyshev import chebval
from scipy.integrate import simpson

import s2sad

X = np.array([1.1, 2.2, 2.9])
A = np.array([[0.5, -1.0, 2.0], [1.5, 0.3, -0.7]])
AXIS = -1
WEIGHTS = [0.1, -0.3, 1.0]
RANGES = ([1.0, 2.0, 4.0], [3.0, 4.0, 9.0])


class Registry(dict):
    """A table with entries that are found by a method of its own."""

    def __init__(self):
        super().__init__()
        self["square"] = lambda x: x**2
        self.active = "square"

    def __getitem__(self, key):
        try:
            return super().__getitem__(key)
        except KeyError:
            raise ValueError(key) from None

    def get(self, key):
        return self[key]

    @property
    def chosen(self):
        return self[self.active]


REGISTRY = Registry()


def by_registry(x):
    return np.sum(REGISTRY.chosen(x) + REGISTRY.get("square")(x) + len(REGISTRY))


def of_one_axis(x):
    y = np.array(x, ndmin=1)
    y[0] = y[-1] ** 2
    return np.sum(y**2) * y.size


def of_three_axes(x):
    return np.array(x, ndmin=3, copy=None) ** 2


def copied(x):
    y = np.array(x)
    y[0] = y[1] * y[2]
    return y**2


def without_axes(x):
    y = np.asarray(x)
    columns = y[..., None] - y[None, None]
    return y.size * y[()] * y[...] * y.T * (1.0 + columns[0, 0])


def infinite_elsewhere(x):
    lower = np.where(x < 0.0, float("-inf"), x**2)
    return np.where(x < 0.0, float("inf"), lower + (float("nan") if x is None else 0.0))


def moved(x, axis):
    """An axis from the end is counted from the start, under the same name."""
    axis = axis if axis >= 0 else x.ndim + axis
    shape = x.shape[:axis] + (1,) + x.shape[axis + 1 :]
    return np.moveaxis(x, axis, 0)[1] * len(shape) * shape[axis]


def around(x):
    return moved(x, -1) ** 2


def by_a_captured_axis(x):
    sizes = x.shape[: x.ndim + AXIS]
    return np.sum(x**2) * sizes[0]


def weighted(x):
    return np.sum(np.asarray(WEIGHTS) * x**2) + np.mean(RANGES[0]) * np.max(x)


def of_tables(x):
    return np.dot(np.array(RANGES, dtype=float), x) * np.asarray(RANGES[1][:2])


def masked(x):
    kept = x[np.logical_and(np.greater(x, 1.0), ~np.equal(x, 2.3))]
    return np.sum(kept**2) + np.sum(np.where(np.logical_not(x > 2.0), x, 0.0) ** 3)


def accumulated(x):
    total = np.maximum.accumulate(x) * np.arange(3.0) + np.minimum.accumulate(-x) ** 2
    return total + np.add.accumulate(x) * np.multiply.accumulate(x)


def accumulated_rows(x):
    return np.fmax.accumulate(x) * np.fmin.accumulate(x, axis=1)


def broadcast(x):
    rows, columns, one = np.broadcast_arrays(x[:, None], x[None], x[0])
    first, second = np.broadcast_arrays(x[1], 2.0)
    return rows * columns**2 * one + first * second


def along_an_axis(x):
    rows = np.apply_along_axis(lambda v: np.sum(v**2) * v[0], -1, x)
    return np.sum(rows) * np.apply_along_axis(np.prod, 0, x)


def without_source(x):
    if x[0] > 100.0:
        return scipy.stats.skewnorm.pdf(x[0], 1.0)
    return x[0] ** 2


def type_of_an_argument(x, y=None):
    """How a function may tell a number from an array, that without axes too."""
    if isinstance(x, np.ndarray):
        return 2.0 * x
    return 3.0 * x if np.isscalar(x) else 5.0 * x


def types_of_numbers(x):
    y, z = map(np.asarray, (x, 2.0 * x))
    total = type_of_an_argument(y) * type_of_an_argument(x) + type_of_an_argument(z * z)
    x = np.array(x, float)
    return total + type_of_an_argument(x) * type_of_an_argument(x[()]) * x.copy()


def of_another_kind(x):
    return np.asarray(x, dtype=int) * x + np.array(x, int) + np.asarray(x, float) ** 2


def called_by_keywords(function, *args, **kwargs):
    factor = kwargs.pop("factor", 2.0)
    kwargs["scale"] = 3.0
    return function(*args, **kwargs) * factor


def scaled(x, scale=1.0, more=0.0):
    return np.sum(x**2) * scale + more


def of_keywords(x):
    given = {"more": x[1]}
    total = called_by_keywords(scaled, x, **given) * len(given)
    return total + called_by_keywords(scaled, x, factor=x[0])


def into_what_is_given(x, out=None):
    if len(x) < 1:
        return x.copy()
    is_new = out is None
    if is_new:
        out = np.empty(x.shape, dtype="float64")
    out[:] = x**2
    return out


def of_flat_elements(x):
    a, b, c, *_ = x.flat
    return a * b**2 + sum(v**3 for v in x.T.flat) * x.flat[3] * c


def in_brackets(x):
    rows = np.r_[x[0], 0:2, x, -1:1:3j] ** 2 * np.arange(9.0)
    columns = np.c_[x, 2.0 * x, np.outer(x, x)]
    return np.sum(rows) + np.sum(columns**3) + np.r_[columns, columns][4, 1]


def blocks(x, count):
    same = scipy.linalg.block_diag(*[[[x[0], x[1]], [x[1], 1.0]]] * count)
    return same @ np.arange(1.0, 1.0 + 2.0 * count) + np.sum(
        scipy.linalg.block_diag(x, 3.0, np.outer(x, x)) ** 2
    )


def changes_of_sign(x):
    return np.sum(np.diff(x > 1.5)) * x**2


def turned(x):
    """Matrices in a list whose length is known when it runs, multiplied in turn."""
    steps = []
    for k in range(3):
        if x[k] > 1.5:
            steps.append(np.array([[np.cos(x[k]), 1.0], [x[k], 2.0]]))
    return functools.reduce(np.dot, steps[::-1])


def folded(x):
    total = functools.reduce(lambda total, v: total * v + 1.0, x, 2.0)
    return total * functools.reduce(np.add, [x, 2.0 * x, x**2])[1]


def of_copies(x):
    y, pair = copy.copy(x), copy.deepcopy([x, x[0]])
    y[0] = x[1] ** 2
    pair[0][1] = 3.0 * x[2]
    y.setflags(write=False)
    return np.sum(y * pair[0]) * pair[1] + x[0] * copy.copy(x[1])


def of_a_pair(x):
    return np.sin(x), 2.0 * x


def by_trying(x):
    """What a helper gives is known to be numbers, or arrays."""
    e, n = of_a_pair(x)
    try:
        e[np.abs(e) < 0.1] = 0.0
    except TypeError:
        e = 0.0 if abs(e) < 0.1 else e
    return e * n


def of_one_angle(x):
    """Arrays as long as what may be one number lose the axis in the end."""
    angles = np.atleast_1d(x)
    first, both = np.zeros(len(angles)), np.empty((2, angles.size))
    for k in range(len(angles)):
        first[k] = angles[k] ** 2
        both[:, k] = np.sin(angles[k]), np.cos(angles[k])
    return first.squeeze() * np.squeeze(both)


def weighed(v, weight, power=1.0):
    return np.sum(v**2) * weight**power


def with_more_arguments(x):
    columns = np.apply_along_axis(weighed, 0, x, x[0, 1], power=2.0)
    return np.sum(columns) * np.apply_along_axis(weighed, -1, x[0], weight=x[1, 1])


CASES = {
    case[0].__name__: case
    for case in (
        (by_registry, X),
        (of_one_axis, X),
        (of_three_axes, X),
        (copied, X),
        (without_axes, 1.3),
        (infinite_elsewhere, 0.7),
        (around, A),
        (by_a_captured_axis, A),
        (weighted, X),
        (of_tables, X),
        (masked, X),
        (of_keywords, X),
        (into_what_is_given, X),
        (types_of_numbers, 1.3),
        (of_another_kind, 2.7),
        (accumulated, X),
        (accumulated_rows, A),
        (broadcast, X),
        (along_an_axis, A),
        (without_source, X),
        (of_flat_elements, A),
        (in_brackets, X),
        (blocks, X, 2),
        (changes_of_sign, X),
        (turned, X),
        (folded, X),
        (of_copies, X),
        (by_trying, 0.7),
        (of_one_angle, 0.7),
        (with_more_arguments, A),
    )
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_right_in_every_mode(name):
    check_plain(*CASES[name], second=False)


def all_at_once(x, y):
    total = np.sum(copied(x)) + infinite_elsewhere(y)
    return total + of_one_axis(y) + weighted(x)


def test_it_compiles():
    check_compiled(all_at_once, X, 0.7)


def test_a_table_is_read_at_each_call():
    gradient = s2sad.grad(weighted, jit=False)
    before = gradient(X)
    WEIGHTS[0] = 7.0
    changed = gradient(X)
    WEIGHTS[0] = 0.1
    np.testing.assert_allclose(changed - before, [2.0 * 6.9 * X[0], 0.0, 0.0])


def truths(x):
    first = np.less(x, 2.0), np.not_equal(x, 2.2), np.signbit(x), np.isneginf(x)
    return *first, np.logical_or(x > 1.0, x < 0.0), np.logical_xor(x > 2, x > 1), x**2


def test_what_is_true_or_false_is_no_float():
    value, _ = s2sad.jvp(truths, (X,), (X,), jit=False)
    for got, expected in zip(value, truths(X)):
        assert got.dtype == expected.dtype
        np.testing.assert_array_equal(got, expected)


def along(x, axis, shape=(2, 3)):
    axis = axis if axis >= 0 else x.ndim + axis
    return np.sum(np.cumsum(x**2, axis=axis) * np.ones(shape), axis=axis) ** 2


def test_an_integer_that_must_be_known_may_be_an_argument():
    jacobian = s2sad.jacobian(along, jit=False)
    columns = s2sad.jacobian(lambda x: along(x, 0), jit=False)(A)
    rows = s2sad.jacobian(lambda x: along(x, 1), jit=False)(A)
    for axis, expected in ((0, columns), (1, rows), (-1, rows), (0, columns)):
        np.testing.assert_allclose(jacobian(A, axis), expected, rtol=1e-12)


def squares(x, axis):
    return np.sum(np.sum(x, axis=axis) ** 2)


def of_rows(x):
    return np.sum(s2sad.grad(squares, jit=False)(x, 1) ** 3)


def test_compiled_derivatives_are_written_for_each_axis():
    gradient = s2sad.grad(squares)
    for axis in (0, 1, 0):
        expected = np.broadcast_to(2.0 * np.sum(A, axis=axis, keepdims=True), A.shape)
        np.testing.assert_allclose(gradient(A, axis), expected)


def test_it_may_be_an_argument_of_a_derivative_inside():
    check_plain(of_rows, A, second=False)


@pytest.mark.parametrize("axis", [2, 0.0])
def test_an_axis_that_is_not_there_is_refused(axis):
    with pytest.raises(s2sad.RefusalError):
        s2sad.jacobian(along, jit=False)(A, axis)


def summed(x):
    return np.sum(np.sum(x, axis=5)) + np.sum(np.expand_dims(x, 7))


def failing(x):
    step, is_tried = 0, False
    try:
        step, is_tried = 1, True
        if x[0] > 0.0:
            raise ValueError("positive")
        step = 0
        is_tried = False
    except ValueError:
        if step == 1:
            return x[0] * 10.0
    return x[0] * (3.0 if is_tried else 4.0)


def failing_flag(x):
    is_tried = False
    try:
        is_tried = True
        if x[0] > 0.0:
            raise ValueError("positive")
        is_tried = False
    except ValueError:
        pass
    return x[0] * (3.0 if is_tried else 4.0)


@pytest.mark.parametrize("function", [failing, failing_flag])
def test_what_was_known_in_a_body_that_failed_is_not_what_is_known_after_it(function):
    for x in (X, -X):
        value, _ = s2sad.value_and_grad(function, jit=False)(x)
        assert value == function(x)


def named_while_failing(x):
    mode = "after"
    try:
        mode = "before"
        if x[0] > 0.0:
            raise ValueError("positive")
        mode = "after"
    except ValueError:
        pass
    return x[0] * (3.0 if mode == "before" else 4.0)


def cut_somewhere(x):
    return np.sum(x) * len(x.shape[: int(x[0])])


def of_words(x):
    return np.sum(np.asarray(["a", "b"]) * x)


@pytest.mark.parametrize(
    "function", [cut_somewhere, of_words, summed, named_while_failing]
)
def test_what_is_not_known_is_refused(function):
    with pytest.raises(s2sad.RefusalError):
        s2sad.grad(function, jit=False)(X)


def first_if_one(*values):
    """A name that becomes a number where it is known that it does."""
    squares = np.zeros(len(values))
    for i in range(len(values)):
        squares[i] = values[i] ** 2
    if len(values) == 1:
        squares = squares[0]
    return np.sum(squares * 3.0)


def mask_and_axis(x, by="rows"):
    if x.ndim == 1:
        return x > 0.0, 0
    if by == "rows":
        return (x > 0.0).any(axis=1), 0
    return (x > 0.0).any(axis=0), 1


def axis_of_a_helper(x):
    mask, axis = mask_and_axis(x, by="columns")
    return np.sum(x.compress(mask, axis=axis) ** 2)


def powered(x, method):
    return x**2 if method == "bh" else x


def applied(x, function):
    return np.sum(function(x))


def part_of_a_word(x, method="FDR_BH"):
    method = method.lower()
    return applied(x, lambda y: powered(y, method=method[-2:]))


def message_of_a_call(x):
    if len(x) > 100:
        raise ValueError("too long: " + str.upper("x") + " ".join(["a", "b"]))
    return np.sum(x * x)


def into_arrays(x):
    out = np.empty_like(x)
    np.add(x, 1.0, out=out)
    out.cumprod(axis=0, out=out)
    sums = np.empty(x.shape[1])
    np.sum(out, axis=0, out=sums)
    return np.cumsum(sums, out=None) * np.mean(x, dtype=np.float64)


def in_its_shape(x):
    return np.exp(np.array(x).flatten()).reshape(np.shape(x))


def methods_with_another_order(x):
    y = x.copy()
    y.partition(1)
    return y[1] * np.sum(np.array([2.0, 3.0, 4.0]).compress(x > 2.0) * x[0])


def counted_by_floats(x):
    edges = x[0] + x[1] * np.arange(np.ceil(x[2]) + 1.0)
    return edges * np.arange(x[0], x[2], x[1])[0]


def asked_of_kinds(x):
    squares = np.zeros(np.shape(x), "d")
    squares[:] = x * x
    if isinstance(x, int | float) or np.isdtype(x.dtype, "integral"):
        return x
    if None in x.shape or issubclass(type(x), tuple):
        return x
    return squares + np.sum(np.stack([x] * len(x)), axis=0)


def of_numbers(x):
    """Classes of numbers that are given none, and numbers where arrays are usual."""
    nothing = np.float64() + np.int64() + np.argsort(x[0])[0]
    total = functools.reduce(lambda a, b: a * b + 1.0, [x[0], x[1], x[2]], 2.0)
    return x * (nothing + total) + np.sum(np.outer(x[0], x))


def integrated(x):
    """Simpson's rule, variances of some, and Chebyshev's polynomials."""
    some = np.var(x, where=x > 1.5, ddof=1) * np.std(x, where=x > 1.0)
    whole = simpson(x[:2], dx=0.3) + simpson(x, x=np.cumsum(x))
    return some * whole * chebval(x, [1.0, 2.0, 3.0, x[0]]) + chebval(x[1], x)


def shape_among_some(x, sigma):
    sigma = np.asarray(sigma)
    if sigma.shape not in [(), (1,), (x.size,)]:
        raise ValueError("sigma has another shape")
    if x.shape in ((2, 2), (len(x) + 1,)):
        return x
    return x * sigma


def places_in_a_list(x):
    places = list(range(1, len(x)))
    total = 0.0
    for place in places:
        total += x[place] * place
    places.append(0)
    count = np.asanyarray(len(places)).astype(float)
    return total * count * np.sum(x[places[1:]])


DONE = {
    "shape_among_some": (shape_among_some, X, X**2),
    "shape_of_a_number": (shape_among_some, X, 0.7),
    "places_in_a_list": (places_in_a_list, X),
    "of_numbers": (of_numbers, X),
    "integrated": (integrated, np.array([1.1, 2.2, 2.9, 1.7])),
    "asked_of_kinds": (asked_of_kinds, X),
    "first_if_one": (first_if_one, 1.5),
    "axis_of_a_helper": (axis_of_a_helper, A),
    "part_of_a_word": (part_of_a_word, X),
    "message_of_a_call": (message_of_a_call, X),
    "into_arrays": (into_arrays, A),
    "in_its_shape": (in_its_shape, 0.7),
    "methods_with_another_order": (methods_with_another_order, X[[2, 0, 1]]),
    "counted_by_floats": (counted_by_floats, X * [1.0, 0.2, 1.0]),
}


@pytest.mark.parametrize("case", DONE.values(), ids=DONE)
def test_what_was_refused_is_right(case):
    check_plain(*case, second=False)


def by_truths(x):
    """Products and sums of truth values choose elements: they are no numbers."""
    within = np.less(x, 2.5) * np.greater(x, 1.0)
    either = (x > 2.5) + (x > 2.0)
    either += x < 1.2
    met = np.dot(x > 1.0, within) * np.einsum("i,i", either, within)
    some = np.outer(either, within) @ either
    return np.sum(x[within] ** 2) * x**either * met + x * (some + either) * np.sum(some)


def test_sums_and_products_of_truth_values_are_truth_values():
    check_plain(by_truths, X, second=False)
    check_compiled(by_truths, X)
    for function in (lambda x: x * -(x > 2.0), lambda x: x * ((x > 2.0) - (x > 1.0))):
        with pytest.raises(s2sad.RefusalError, match="truth values"):
            s2sad.vjp(function, X)
    with pytest.raises(s2sad.RefusalError, match="NumPy's or Python's"):
        s2sad.grad(lambda x: x[0] * ((x[1] > 2.0) + (x[2] > 2.0)))(X)
