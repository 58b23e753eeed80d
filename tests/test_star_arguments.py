"""Functions of `*args` and `**kwargs`: at the top, in helpers, forwarded.

Each argument counts for argnums, as in JAX; those of `**kwargs` go by their names.
"""

import functools

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.0, 2.0])


def product(*args):
    result = 1.0
    for value in args:
        result = result * value
    return result


def weighted(x, *more, scale=1.0, **named):
    total = x * x * scale
    for k, value in enumerate(more):
        total += (k + 1) * value * x
    for key, value in named.items():
        total += value * x**3 if key == "cubic" else value
    return total + named.get("shift", 0.0) * len(more)


def forwards(x, y):
    return weighted(x, y, *(x, 2.0), scale=y, cubic=y, other=x)


def forwards_all(*args, **kwargs):
    return weighted(*args, **kwargs) * args[0]


def calls_forwarding(x, y):
    return forwards_all(x, y, cubic=x, scale=y)


def merges(x):
    first = {"cubic": x}
    return weighted(x, **{**first, "shift": x * x}, **dict(scale=2.0))


def only(x, /, y, *, z=2.0):
    return x * y * z


def calls_only(x):
    return only(x, y=x) + only(x, x, z=x)


def named_like_an_outer_one(x):
    a = [x, 2.0]
    k, p = x * x, 3.0

    def h(*a):
        return sum(v * v for v in a)

    def g(y, *, k=2.0, **p):
        return y * k * p["a"] + len(p)

    return h(*a, *a) * a[0] + g(x, a=x) * k * p


@pytest.mark.parametrize(
    "function, count",
    [
        (named_like_an_outer_one, 1),
        (forwards, 2),
        (calls_forwarding, 2),
        (merges, 1),
        (calls_only, 1),
    ],
)
def test_helpers_of_any_arguments(function, count):
    check_plain(function, *(1.3, 0.7)[:count])


def test_helpers_of_any_arguments_compiled():
    check_compiled(forwards, 1.3, 0.7)


@pytest.mark.parametrize("jit", [False, True])
def test_each_argument_counts(jit):
    by_all = s2sad.grad(product, argnums=(0, 1, 2), jit=jit)
    assert by_all(2.0, 3.0, 4.0) == (12.0, 8.0, 6.0)
    assert s2sad.grad(product, argnums=-1, jit=jit)(2.0, 3.0) == 2.0
    assert s2sad.grad(product, argnums=1, jit=jit)(2.0, 3.0, 4.0, 5.0) == 40.0


@pytest.mark.parametrize("jit", [False, True])
def test_the_names_of_a_call_are_those_of_this_call(jit):
    def either(x, **given):
        return x * given["a"] if "a" in given else x * given["b"] ** 2

    gradient = s2sad.grad(either, jit=jit)
    assert [gradient(1.0, a=3.0), gradient(1.0, b=3.0)] == [3.0, 9.0]

    def both(x, **given):
        return x * given["a"] ** 2 * given["b"]

    gradient = s2sad.grad(both, jit=jit)
    assert [gradient(1.0, a=3.0, b=4.0), gradient(1.0, b=4.0, a=3.0)] == [36.0, 36.0]


@pytest.mark.parametrize("jit", [False, True])
def test_named_ones_go_by_their_names(jit):
    gradient = s2sad.grad(weighted, argnums=("x", "cubic", "scale"), jit=jit)
    got = gradient(2.0, 3.0, cubic=5.0, scale=7.0)
    assert got == (28.0 + 3.0 + 60.0, 8.0, 4.0)
    assert s2sad.grad(weighted, argnums="more_1", jit=jit)(2.0, 3.0, 1.0) == 4.0


def test_arguments_of_any_structure():
    def f(*args, **kwargs):
        (a, b), c = args
        return np.sum(a * b) * c["k"] * kwargs["s"]

    gradient = s2sad.grad(f, argnums=(0, 1, "s"), jit=False)
    (a_bar, b_bar), c_bar, s_bar = gradient((X, 2.0 * X), {"k": 3.0}, s=0.5)
    np.testing.assert_allclose(a_bar, 3.0 * X)
    np.testing.assert_allclose(b_bar, 1.5 * X)
    assert c_bar == {"k": 5.0}
    assert s_bar == 30.0


def test_other_modes():
    value, dot = s2sad.jvp(product, (2.0, 3.0, 4.0), (1.0, None, 1.0), jit=False)
    assert (value, dot) == (24.0, 18.0)
    value, pull = s2sad.vjp(product, 2.0, 3.0, jit=False)
    assert (value, pull(1.0)) == (6.0, (3.0, 2.0))
    hessian = s2sad.hessian(product, argnums=1, jit=False)
    assert hessian(2.0, 3.0) == 0.0
    twice = s2sad.grad(s2sad.grad(product, jit=False), argnums=1, jit=False)
    assert twice(2.0, 3.0, 4.0) == 4.0
    rows = s2sad.vmap(s2sad.grad(product, jit=False), jit=False)(X, X, X)
    np.testing.assert_allclose(rows, X * X)
    assert s2sad.hvp(product, (2.0, 3.0), (0.0, 1.0), jit=False) == 1.0


def test_the_text_names_them():
    text = s2sad.source(s2sad.grad(product), 2.0, 3.0)
    assert "def product_grad(args_0, args_1):" in text
    assert s2sad.source(s2sad.grad(weighted), 2.0, 3.0, cubic=1.0).startswith(
        "def weighted_grad(x, more_0, scale, named_cubic):"
    )


def test_a_module_of_types():
    text = s2sad.generate((weighted, "grad", "f8, f8, f8, cubic=f8"))
    names = {}
    exec(text, names)
    assert names["weighted_grad"](2.0, 1.0, 1.0, 1.0, 3.0) == 4.0 + 3.0 + 36.0


def annotated(x: float, *more: float, **named: float):
    return x * x + sum(more)


def test_annotations_of_any_arguments():
    assert s2sad.source(s2sad.grad(annotated)).startswith("def annotated_grad(x):")


def test_inside_other_functions():
    def f(x, y):
        return s2sad.grad(product, argnums=1)(x, y, x) * s2sad.grad(weighted)(
            x, y, cubic=x
        )

    check_plain(f, 1.3, 0.7)


def test_a_lambda_of_any_arguments():
    def f(x):
        g = lambda *args, **named: args[0] * args[-1] * named["k"]  # noqa: E731
        return g(x, 2.0, x, k=x) + s2sad.grad(g)(x, 3.0, k=x)

    check_plain(f, 1.3)


# --- partials -------------------------------------------------------------------------


def area(width, height, unit=1.0):
    return width * height**2 * unit


def spread(x, y, *more):
    return x * y * sum(more)


class Model:
    def __init__(self):
        self.scale = 2.0

    def cost(self, weights, x):
        self.scale += 1.0
        return np.sum(weights * x * x) * self.scale


PARTIALS = {
    "by place": (functools.partial(area, 2.0), (3.0,), 12.0),
    "by name": (functools.partial(area, height=3.0), (2.0,), 9.0),
    "of a partial": (
        functools.partial(functools.partial(area, 2.0), unit=5.0),
        (3.0,),
        60.0,
    ),
    "default by name": (functools.partial(area, unit=3.0), (2.0, 1.0), 3.0),
    "of any arguments": (functools.partial(spread, 2.0), (3.0, 4.0, 5.0), 18.0),
}


@pytest.mark.parametrize("jit", [False, True])
@pytest.mark.parametrize("name", PARTIALS)
def test_a_partial(name, jit):
    function, arguments, slope = PARTIALS[name]
    assert s2sad.grad(function, jit=jit)(*arguments) == slope


def test_what_a_partial_holds_is_read_at_each_call():
    weights, model = np.array([1.0, 2.0]), Model()
    gradient = s2sad.grad(functools.partial(model.cost, weights), jit=False)
    np.testing.assert_allclose(gradient(X), 2.0 * weights * X * 3.0)
    weights[0] = 5.0
    np.testing.assert_allclose(gradient(X), 2.0 * weights * X * 4.0)
    assert model.scale == 4.0


def test_a_name_that_a_partial_holds_may_be_given():
    gradient = s2sad.grad(functools.partial(area, unit=3.0), argnums="unit", jit=False)
    assert gradient(2.0, 3.0) == 18.0
    assert gradient(2.0, 3.0, unit=1.0) == 18.0


HALF = functools.partial(area, 0.5)


def calls_partials(x):
    made = functools.partial(area, x, unit=x)
    return HALF(x) + made(x) + made(height=2.0) + applied(made, x)


def applied(function, x):
    return function(x) * x


def test_partials_inside():
    check_plain(calls_partials, 1.3)


# --- what is refused ------------------------------------------------------------------


def test_wrong_arguments():
    with pytest.raises(s2sad.UsageError, match="out of range"):
        s2sad.grad(product, argnums=2, jit=False)(2.0, 3.0)
    with pytest.raises(s2sad.UsageError, match="missing"):
        s2sad.grad(weighted, jit=False)(scale=2.0)
    with pytest.raises(s2sad.UsageError, match="fills"):
        s2sad.grad(functools.partial(product, 2.0), jit=False)(2.0)


def given_twice(x):
    named = {"scale": x}
    return weighted(x, scale=2.0, **named)


def given_by_place_and_name(x):
    return weighted(x, x=2.0)


def spreads_an_array(x):
    return weighted(x[0], **x)


@pytest.mark.parametrize(
    "function, x, what",
    [
        (given_twice, 1.0, "scale is given twice"),
        (given_by_place_and_name, 1.0, "weighted is given its argument x twice"),
        (spreads_an_array, X, "is spread over keyword arguments"),
    ],
)
def test_calls_that_are_refused(function, x, what):
    with pytest.raises(s2sad.RefusalError, match=what):
        s2sad.grad(function, jit=False)(x)


# an array that is spread over arguments


def model(x, a, b, c):
    return a * np.exp(-b * x) + c


def horner(x, *coefs):
    s = np.zeros_like(x)
    for c in coefs:
        s = s * x + c
    return s * len(coefs)


def first_and_rest(scale, *more, power=2):
    return scale * sum(v**power for v in more)


class Line:
    def __init__(self, shift):
        self.shift = shift

    def at(self, x, slope, level):
        return slope * x + level + self.shift


def fitted(p, x, y):
    return np.sum((model(x, *p) - y) ** 2)


def fitted_by_a_polynomial(p, x, y):
    return np.sum((horner(x, *p[1:]) - y) ** 2) * p[0]


def of_an_own_function(p, x, y):
    def line(x, a, b=1.0):
        return a * x + b * p[2]

    curve = functools.partial(model, c=p[0])
    rest = line(x, *p[:1], b=p[1]) + curve(x, *np.sin(p[1:]))
    return np.sum((lambda u, v, w: u * v - w)(*p) * rest) + np.sum(y)


def of_what_was_appended(p, x, y):
    made = []
    for k in range(len(p)):
        made.append(p[k] * x[k])
    return model(*made, y[0]) * first_and_rest(*made) + first_and_rest(y[1], *p)


def of_methods_and_libraries(p, x, y):
    u = Line(p[0]).at(*x[:1], *(p[1], y[0])) * np.hypot(*p[:2])
    for row in np.outer(x, p):
        u = u + np.arctan2(*row[:2])
    return u


SPREAD = [
    fitted,
    fitted_by_a_polynomial,
    of_an_own_function,
    of_what_was_appended,
    of_methods_and_libraries,
]
POINTS = np.array([0.3, 0.4, 0.5]), np.array([0.1, 0.7, 1.2]), np.array([0.2, 0.6, 0.9])


@pytest.mark.parametrize("function", SPREAD, ids=lambda f: f.__name__)
def test_an_array_is_spread_over_arguments(function):
    check_plain(function, *POINTS)


def test_an_array_is_spread_over_arguments_compiled():
    check_compiled(fitted, *POINTS)
    check_compiled(fitted_by_a_polynomial, *POINTS)


@pytest.mark.parametrize("jit", [False, True])
def test_an_array_of_another_length_is_not_spread(jit):
    with pytest.raises(ValueError, match="p is unpacked into 3 names"):
        s2sad.grad(fitted, jit=jit)(X, *POINTS[1:])


def test_how_many_elements_are_spread_must_be_clear():
    def scaled(x, by=2.0):
        return x * by

    def unclear(p):
        return scaled(*p)

    with pytest.raises(s2sad.RefusalError, match="an array is spread over arguments"):
        s2sad.grad(unclear, jit=False)(X)
