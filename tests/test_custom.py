"""Derivatives that the user gives: rules, jvps and vjps; right, or refused in words.

The derivatives given here are not those of the functions, so that it shows which of
them was taken.
"""

# Rules are read and never run: x_bar and z_dot are their notation.
# ruff: noqa: F821, F841

import dataclasses
import functools
import math

import numba
import numpy as np
import pytest

import s2sad

A = np.array([1.0, 2.0, 3.0])
SCALE = 3.0
WEIGHTS = np.array([1.0, 10.0, 100.0])

modes = pytest.mark.parametrize("jit", [False, True])


def both_modes(function, at, jit):
    """The derivative of a function of a number: in reverse, and forward."""
    _, tangent = s2sad.jvp(function, (at,), (1.0,), jit=jit)
    return s2sad.grad(function, jit=jit)(at), tangent


# rules


def square(a):
    return a * a


@s2sad.rule
def square_rule(x):
    """Three times the tangent, whatever the function is."""
    z = square(x)
    z_dot = x_dot * 3.0
    x_bar += z_bar * 3.0


def weigh(a, b):
    return a * b * b


@s2sad.rule
def weigh_rule(b, a):
    z = weigh(b, a)
    z_dot = 10.0 * b_dot * a + 100.0 * b * a_dot
    b_bar += z_bar * 10.0 * a
    a_bar -= -z_bar * 100.0 * b


def scaled(x):
    return SCALE * x


@s2sad.rule
def scaled_rule(x):
    z = scaled(x)
    z_dot = 2.0 * SCALE * x_dot
    x_bar += 2.0 * SCALE * z_bar


def plain(x):
    return x


@s2sad.rule
def plain_rule(x):
    z = plain(x)
    z_dot = SCALE * x_dot
    x_bar += SCALE * z_bar


def weighted(x):
    return np.sum(x)


@s2sad.rule
def weighted_rule(x):
    z = weighted(x)
    z_dot = np.dot(WEIGHTS, x_dot)
    x_bar += WEIGHTS * z_bar


def softplus(x, w):
    return np.log(1.0 + np.exp(x * w))


@s2sad.rule
def softplus_rule(x, w):
    z = softplus(x, w)
    z_dot = (x_dot * w + x * w_dot) / (1.0 + np.exp(-x * w))
    x_bar += z_bar * w / (1.0 + np.exp(-x * w))
    w_bar += z_bar * x / (1.0 + np.exp(-x * w))


def power(x, y):
    return x**y


@s2sad.rule
def power_rule(x, y):
    z = power(x, y)
    z_dot = y * x ** (y - 1.0) * x_dot + z * np.log(x) * y_dot
    x_bar += z_bar * y * x ** (y - 1.0)
    y_bar += z_bar * z * np.log(x)


def rounded(x):
    return x * 1.0


@s2sad.rule
def rounded_rule(x):
    z = rounded(x)


@modes
def test_a_rule_is_taken_in_both_modes(jit):
    assert both_modes(square, 2.0, jit) == (3.0, 3.0)
    assert both_modes(lambda x: square(x) * x, 2.0, jit) == (10.0, 10.0)


@modes
def test_arguments_are_matched_by_their_place_in_the_pattern(jit):
    gradient = s2sad.grad(weigh, argnums=(0, 1), jit=jit)
    assert gradient(2.0, 3.0) == (30.0, 200.0)
    assert s2sad.jvp(weigh, (2.0, 3.0), (1.0, 0.5), jit=jit) == (18.0, 130.0)
    assert both_modes(lambda x: weigh(1.0, x), 2.0, jit) == (100.0, 100.0)


@modes
def test_what_function_and_rule_capture_is_read_at_the_call(jit, monkeypatch):
    gradient = s2sad.grad(scaled, jit=jit)
    other = s2sad.grad(lambda x: plain(x) * x, jit=jit)
    assert (gradient(1.0), other(2.0)) == (6.0, 8.0)
    assert both_modes(plain, 1.0, jit) == (3.0, 3.0)
    monkeypatch.setattr("test_custom.SCALE", 5.0)
    assert (gradient(1.0), other(2.0)) == (10.0, 12.0)


@modes
def test_a_rule_of_arrays(jit):
    np.testing.assert_array_equal(s2sad.grad(weighted, jit=jit)(A), WEIGHTS)
    assert s2sad.jvp(weighted, (A,), (A,), jit=jit) == (6.0, 321.0)


@modes
def test_the_adjoint_of_a_number_is_a_number(jit):
    slope = 1.0 / (1.0 + np.exp(-A * 2.0))
    by_w = s2sad.grad(lambda w: np.sum(softplus(A, w)), jit=jit)(2.0)
    assert by_w == pytest.approx(np.sum(A * slope))
    by_x = s2sad.grad(lambda x: np.sum(softplus(x, 2.0)), jit=jit)(A)
    np.testing.assert_allclose(by_x, 2.0 * slope)
    column = s2sad.jacfwd(lambda w: softplus(A, w), jit=jit)(2.0)
    np.testing.assert_allclose(column, A * slope)


def test_an_argument_is_summed_to_its_shape():
    row = np.ones((1, 3))
    both = np.arange(6.0).reshape(2, 3)
    gradient = s2sad.grad(lambda x: np.sum(softplus(x, both)), jit=False)(row)
    expected = np.sum(both / (1.0 + np.exp(-both)), axis=0, keepdims=True)
    np.testing.assert_allclose(gradient, expected)
    vector = s2sad.grad(lambda x: np.sum(softplus(both, x)), jit=False)(np.ones(3))
    np.testing.assert_allclose(vector, expected[0])


@modes
def test_the_term_of_an_argument_that_does_not_vary_is_left_out(jit):
    assert s2sad.jvp(lambda x: power(x, 2.0), (-3.0,), (1.0,), jit=jit) == (9.0, -6.0)
    assert both_modes(lambda x: power(x, 2), -3.0, jit) == (-6.0, -6.0)


@modes
def test_a_rule_without_lines_is_of_a_constant(jit):
    assert both_modes(rounded, 2.0, jit) == (0.0, 0.0)
    assert both_modes(lambda x: rounded(x) * x, 2.0, jit) == (2.0, 2.0)


def test_a_rule_may_stand_in_a_function():
    factor = 7.0

    def inner(x):
        return x * x

    @s2sad.rule
    def inner_rule(x):
        z = inner(x)
        z_dot = factor * x_dot
        x_bar += factor * z_bar

    assert s2sad.grad(inner, jit=False)(2.0) == 7.0
    factor = 8.0
    assert s2sad.grad(inner, jit=False)(2.0) == 8.0


def test_a_rule_is_exported():
    text = s2sad.generate((scaled, "grad", "f8"), (weigh, "jvp", "f8, f8"))
    found = {}
    exec(text, found)
    assert "s2sad" not in text.replace("by s2sad", "")
    assert found["scaled_grad"](1.0) == 6.0


# rules that are none


def two(x, w):
    return x * w


def with_line(text, head="def wrong(x, w):", pattern="z = two(x, w)"):
    """Declare a rule with these lines."""
    body = "\n".join(f"    {line}" for line in [pattern, *text.split("\n")] if line)
    file = f"<rule {abs(hash(head + body))}>"
    text = f"{head}\n{body}\n"
    import linecache

    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    found = {"two": two, "np": np}
    exec(compile(text, file, "exec"), found)
    s2sad.rule(found["wrong"])


DOT = "z_dot = x_dot * w + x * w_dot"


def test_lines_of_a_rule_share_what_one_names():
    def quotient(x, y):
        return x / y

    @s2sad.rule
    def quotient_rule(x, y):
        z = quotient(x, y)
        z_dot = (x_dot - z * y_dot) / y
        w = z_bar / y
        x_bar += w
        y_bar -= w * z

    x, y = np.array([1.0, 2.0]), np.array([3.0, 0.5])
    gradient = s2sad.grad(lambda x, y: np.sum(quotient(x, y)), (0, 1), jit=False)
    np.testing.assert_allclose(gradient(x, y), (1.0 / y, -x / y**2))
    text = s2sad.source(gradient, x, y)
    assert text.count("z_bar[i] / y[i]") == 1


@pytest.mark.parametrize(
    "lines, said",
    [
        (DOT, "a line x_bar += ... is missing"),
        (f"{DOT}\nx_bar += z_bar * w", "a line w_bar += ... is missing"),
        ("x_bar += z_bar", "x_dot is missing in a line z_dot = ..."),
        ("t = 3.0", "`t = 3.0` in the rule wrong"),
        ("x_bar = z_bar", "its lines are z_dot = ... and, for each x, x_bar += ..."),
        ("x_bar *= z_bar", "its lines are z_dot = ..."),
        ("y_bar += z_bar", "its lines are z_dot = ..."),
        ("return z_bar", "its lines are z_dot = ..."),
        ("t = x_dot", "it reads x_dot, which it can't know"),
        ("t = x", "no line x_bar += ... reads it"),
        ("z = x", "its lines are z_dot = ..."),
        (f"{DOT}\n{DOT}", "z_dot has a line already"),
        ("x_bar += z_bar\nx_bar += z_bar", "x_bar has a line already"),
        ("z_dot = z_bar", "it reads z_bar, which it can't know"),
        ("x_bar += x_dot", "it reads x_dot, which it can't know"),
        ("x_bar += w_bar", "it reads w_bar, which it can't know"),
    ],
)
def test_a_wrong_line_of_a_rule_is_named(lines, said):
    with pytest.raises(s2sad.UsageError) as error:
        with_line(lines)
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    last = lines.split("\n")[-1]
    assert str(error.value).startswith(f"`{last}` in the rule wrong (<rule")


@pytest.mark.parametrize(
    "pattern, said",
    [
        ("pass", "whose first line calls the function that gets it: z = f(x, y)"),
        ("y = two(x, w)", "a rule names the result of its function z"),
        ("z = two(x, w=w)", "are the rule's parameters, each by its position"),
        ("z = two(x, 2.0)", "are the rule's parameters, each by its position"),
        ("z = two(x, x)", "it takes each parameter of the rule once: x and w"),
        ("z = two(x)", "it takes each parameter of the rule once: x and w"),
        ("z = three(x, w)", "three is no Python function to give a rule to"),
        ("z = np.exp(x, w)", "np.exp is no Python function to give a rule to"),
        ("z = wrong(x, w)", "wrong is no Python function to give a rule to"),
    ],
)
def test_a_wrong_pattern_of_a_rule_is_named(pattern, said):
    with pytest.raises(s2sad.UsageError) as error:
        with_line("", pattern=pattern)
    assert said in str(error.value)
    assert f"`{pattern}` in the rule wrong" in str(error.value)


def test_a_rule_takes_all_arguments_of_its_function():
    with pytest.raises(s2sad.UsageError, match=r"two takes \(x, w\), all of them by"):
        with_line("", head="def wrong(x):", pattern="z = two(x)")
    with pytest.raises(s2sad.UsageError, match="a parameter can't be called z"):
        with_line("", head="def wrong(z, w):", pattern="z = two(z, w)")


@pytest.mark.parametrize("thing", [3, lambda x: x, np.exp, "f"])
def test_only_a_def_is_a_rule(thing):
    with pytest.raises(s2sad.UsageError, match="a rule is a def whose first line"):
        s2sad.rule(thing)


def half_ruled(x, w):
    return x * w


@s2sad.rule
def half_rule(x, w):
    z = half_ruled(x, w)
    z_dot = x_dot * w
    x_bar += z_bar * w


def test_a_rule_that_says_nothing_about_an_argument_is_refused_where_it_varies():
    assert s2sad.grad(half_ruled, jit=False)(2.0, 5.0) == 5.0
    with pytest.raises(s2sad.RefusalError) as error:
        s2sad.grad(half_ruled, argnums=1, jit=False)(2.0, 5.0)
    assert "the rule half_rule says nothing about w" in str(error.value)
    assert "w_dot in the line of z_dot and a line w_bar += ..." in str(error.value)


def parts(p, x):
    return p[0] * x


@s2sad.rule
def parts_rule(p, x):
    z = parts(p, x)
    z_dot = p[0] * x_dot
    x_bar += p[0] * z_bar


def test_a_rule_is_of_numbers_and_arrays():
    assert s2sad.grad(lambda x: parts((2.0, 3.0), x), jit=False)(1.0) == 2.0
    with pytest.raises(s2sad.RefusalError, match="is of numbers and arrays, but p has"):
        s2sad.grad(parts, jit=False)((2.0, 3.0), 1.0)


# custom_jvp and custom_vjp


def by_jvp(function, jvp):
    made = s2sad.custom_jvp(function)
    made.defjvp(jvp)
    return made


def by_vjp(function, forward, backward):
    made = s2sad.custom_vjp(function)
    made.defvjp(forward, backward)
    return made


tripled = by_jvp(lambda x: x * x, lambda p, t: (p[0] * p[0], 3.0 * t[0]))
pulled = by_vjp(lambda x: x * x, lambda x: (x * x, None), lambda r, b: (3.0 * b,))
compiled = by_jvp(numba.njit(lambda x: x * x), lambda p, t: (p[0] * p[0], 3.0 * t[0]))
straight = by_vjp(lambda x: np.round(x), lambda x: (np.round(x), x), lambda r, b: (b,))
turned = by_vjp(lambda x: x, lambda x: (x, None), lambda r, b: (-b,))


@modes
@pytest.mark.parametrize("function", [tripled, compiled])
def test_a_jvp_of_a_lambda_serves_both_modes(function, jit):
    assert both_modes(function, 2.0, jit) == (3.0, 3.0)
    assert both_modes(lambda x: function(x) * x, 2.0, jit) == (10.0, 10.0)


@modes
def test_a_vjp_of_a_lambda(jit):
    assert s2sad.grad(pulled, jit=jit)(2.0) == 3.0
    assert s2sad.grad(lambda x: pulled(x) * x, jit=jit)(2.0) == 10.0
    with pytest.raises(s2sad.RefusalError, match="has a vjp only, so it has no tan"):
        s2sad.jvp(pulled, (2.0,), (1.0,), jit=jit)


@modes
def test_a_function_without_a_derivative_of_its_own_gets_one(jit):
    """Nothing is concluded from the body: its results depend on all arguments."""
    assert s2sad.grad(straight, jit=jit)(2.3) == 1.0
    assert s2sad.grad(lambda x: x * straight(x), jit=jit)(2.3) == pytest.approx(4.3)
    constant = by_jvp(lambda x: 3.0, lambda p, t: (3.0, 5.0 * t[0]))
    assert both_modes(lambda x: x * constant(x), 2.0, jit) == (13.0, 13.0)


@modes
def test_a_function_that_returns_its_argument_is_not_looked_through(jit):
    gradient = s2sad.grad(lambda x: np.sum(x * turned(x)), jit=jit)(A)
    np.testing.assert_array_equal(gradient, 0.0 * A)

    def again_and_again(x):
        for _ in range(3):
            x = turned(x) * 2.0
        return np.sum(x * x)

    gradient = s2sad.grad(again_and_again, jit=jit)(A)
    np.testing.assert_array_equal(gradient, -128.0 * A)


@modes
def test_a_vjp_of_a_tuple_and_an_integer(jit):
    product = by_vjp(
        lambda p, n: p[0] * p[1] * n,
        lambda p, n: (p[0] * p[1] * n, (p, n)),
        lambda r, b: ((r[0][1] * b * r[1], 100.0 * b), None),
    )
    assert s2sad.grad(product, jit=jit)((2.0, 5.0), 3) == (15.0, 100.0)

    def inside(x):
        return product((x, 2.0), 3) + product((2.0, x), 3)

    assert s2sad.grad(inside, jit=jit)(1.0) == 106.0


@dataclasses.dataclass
class Parts:
    a: float
    b: np.ndarray
    n: int


@modes
def test_a_vjp_of_a_dataclass(jit):
    function = by_vjp(
        lambda p: p.a * np.sum(p.b) * p.n,
        lambda p: (p.a * np.sum(p.b) * p.n, p),
        lambda p, g: (Parts(7.0 * g, p.a * np.ones_like(p.b) * g, 0),),
    )
    found = s2sad.grad(function, jit=jit)(Parts(2.0, A, 2))
    assert found.a == 7.0
    np.testing.assert_array_equal(found.b, [2.0, 2.0, 2.0])
    found = s2sad.grad(lambda p: function(p) * p.a, jit=jit)(Parts(2.0, A, 2))
    assert found.a == 7.0 * 2.0 + 24.0


@modes
def test_a_vjp_with_a_flag(jit):
    @s2sad.custom_vjp
    def chosen(x, mode):
        return x * x if mode == "square" else x

    chosen.defvjp(lambda x, mode: (chosen(x, mode), x), lambda r, b: (7.0 * b, None))
    assert s2sad.grad(chosen, jit=jit)(2.0, "square") == 7.0
    assert s2sad.grad(lambda x: chosen(x, mode="other"), jit=jit)(2.0) == 7.0


@modes
def test_a_vjp_of_several_results(jit):
    pair = by_vjp(
        lambda x: (x * x, 2.0 * x),
        lambda x: ((x * x, 2.0 * x), x),
        lambda r, b: (2.0 * r * b[0] + 2.0 * b[1],),
    )

    def product(x):
        a, b = pair(x)
        return a * b

    assert s2sad.grad(product, jit=jit)(2.0) == 24.0
    assert s2sad.hessian(product, jit=jit)(2.0) == 24.0


@modes
def test_a_jvp_of_several_results_in_reverse(jit):
    pair = by_jvp(
        lambda x, n: (x * x, n, A * x),
        lambda p, t: ((p[0] * p[0], p[1], A * p[0]), (3.0 * t[0], 0, 2.0 * A * t[0])),
    )

    def total(x):
        a, n, b = pair(x, 2)
        return a * n + np.sum(b)

    assert both_modes(total, 2.0, jit) == (18.0, 18.0)


class Model:
    factor = 3.0

    @s2sad.custom_jvp
    def by_jvp(self, x):
        return self.factor * x

    @by_jvp.defjvp
    def by_jvp_jvp(primals, tangents):
        self, x = primals
        return self.factor * x, 7.0 * tangents[1]

    @s2sad.custom_vjp
    def by_vjp(self, x):
        return self.factor * x

    by_vjp.defvjp(lambda self, x: (self.factor * x, None), lambda r, b: (None, 7.0 * b))


@modes
def test_methods(jit):
    model = Model()
    assert both_modes(model.by_jvp, 2.0, jit) == (7.0, 7.0)
    assert both_modes(lambda x: model.by_jvp(x) * x, 2.0, jit) == (20.0, 20.0)
    assert s2sad.grad(model.by_vjp, jit=jit)(2.0) == 7.0
    assert s2sad.grad(lambda x: model.by_vjp(x) * x, jit=jit)(2.0) == 20.0


@modes
def test_a_jvp_may_call_its_own_function(jit):
    @s2sad.custom_jvp
    def growth(x):
        return math.exp(x)

    @growth.defjvp
    def growth_jvp(primals, tangents):
        y = growth(primals[0])
        return y, y * tangents[0]

    assert both_modes(growth, 1.0, jit) == (math.e, math.e)
    assert s2sad.grad(s2sad.grad(growth, jit=jit), jit=jit)(1.0) == math.e


def test_a_recursive_function():
    @s2sad.custom_jvp
    def power_of(n, x):
        if n <= 0:
            return 1.0
        return x * power_of(n - 1, x)

    power_of.defjvp(lambda p, t: (power_of(*p), 5.0 * power_of(p[0] - 1, p[1]) * t[1]))
    assert s2sad.grad(power_of, argnums=1, jit=False)(3, 2.0) == 20.0


@modes
def test_arguments_by_keyword_and_by_default(jit):
    @s2sad.custom_jvp
    def times(x, *, k=2.0):
        return x * k

    times.defjvp(lambda p, t: (p[0] * p[1], 5.0 * t[0]))
    assert s2sad.grad(times, jit=jit)(2.0) == 5.0
    assert s2sad.grad(lambda x: times(x, k=4.0) * x, jit=jit)(2.0) == 18.0


@modes
def test_parameters_may_be_named_as_the_words_of_a_rule(jit):
    function = by_vjp(
        lambda z, z_bar: z * z_bar,
        lambda z, z_bar: (z * z_bar, (z, z_bar)),
        lambda r, b: (r[1] * b, r[0] * b),
    )
    assert s2sad.grad(function, argnums=(0, 1), jit=jit)(2.0, 3.0) == (3.0, 2.0)


@modes
def test_none_is_an_adjoint_of_zero(jit):
    function = by_vjp(
        lambda x, y: x * y, lambda x, y: (x * y, y), lambda r, b: (r, None)
    )
    assert s2sad.grad(function, argnums=(0, 1), jit=jit)(2.0, 3.0) == (3.0, 0.0)
    nothing = by_vjp(lambda x: x, lambda x: (x, x), lambda r, b: (None,))
    assert s2sad.grad(nothing, jit=jit)(2.0) == 0.0


class Point:
    """Each of its methods has a derivative of its own, however it is called."""

    def __init__(self, x):
        self.x = x

    def __call__(self, x):
        return x * x

    def __mul__(self, x):
        return x * x

    def __getitem__(self, x):
        return x * x

    @classmethod
    def square(cls, x):
        return x * x

    for _method in (__call__, __mul__, __getitem__, square.__func__):
        by_jvp(_method, lambda p, t: (p[1] * p[1], 3.0 * t[1]))


POINT = Point(2.0)


@pytest.mark.parametrize(
    "function",
    [
        POINT,
        lambda x: POINT(x),
        lambda x: POINT * x,
        lambda x: POINT[x],
        lambda x: Point(x)[x],
        lambda x: POINT.square(x),
        lambda x: sum(map(POINT.square, [x])),
    ],
)
def test_methods_that_are_called_in_other_words(function):
    assert both_modes(function, 2.0, False) == (3.0, 3.0)


# what is around them


@functools.wraps(tripled)
def doubled(x):
    return 2.0 * tripled(x)


class Doubled:
    def __init__(self, function):
        functools.update_wrapper(self, function)
        self.function = function

    def __call__(self, x):
        return 2.0 * self.function(x)


@modes
@pytest.mark.parametrize("function", [doubled, Doubled(tripled), Doubled(compiled)])
def test_what_is_around_a_function_has_the_derivative_of_its_lines(function, jit):
    assert both_modes(function, 2.0, jit) == (6.0, 6.0)
    assert both_modes(lambda x: function(x) * x, 2.0, jit) == (20.0, 20.0)
    assert s2sad.grad(functools.partial(function), jit=jit)(2.0) == 6.0


def test_a_function_that_is_around_another_may_have_a_derivative_of_its_own():
    made = by_jvp(
        functools.wraps(tripled)(lambda x: 2.0 * tripled(x)),
        lambda p, t: (2.0 * tripled(p[0]), 5.0 * t[0]),
    )
    assert both_modes(made, 2.0, False) == (5.0, 5.0)
    assert both_modes(lambda x: made(x) * x, 2.0, False) == (18.0, 18.0)


@modes
def test_a_derivative_inside_another_is_not_the_function(jit):
    slope, column = s2sad.grad(tripled, jit=jit), s2sad.jacfwd(tripled, jit=jit)
    assert s2sad.value_and_grad(lambda x: slope(x) * x, jit=jit)(2.0) == (6.0, 3.0)
    assert s2sad.value_and_grad(lambda x: column(x) * x, jit=jit)(2.0) == (6.0, 3.0)
    slopes = s2sad.vmap(s2sad.grad(tripled), jit=jit)
    found = s2sad.value_and_grad(lambda x: np.sum(slopes(x) * x), jit=jit)(A)
    assert found[0] == 18.0 and np.all(found[1] == 3.0)


def test_attributes_of_a_function_are_not_those_of_its_derivative():
    def square(x):
        return x * x

    square.function = square.known = square.request = None
    assert s2sad.grad(square, jit=False)(3.0) == 6.0


# of each other


@modes
def test_higher_orders_take_the_given_derivative_too(jit):
    def cubic(x):
        return tripled(x) * x * x

    assert s2sad.grad(cubic, jit=jit)(2.0) == 28.0
    assert s2sad.grad(s2sad.grad(cubic, jit=jit), jit=jit)(2.0) == 32.0
    assert s2sad.hessian(cubic, jit=jit)(2.0) == 32.0
    assert s2sad.nth_derivative(cubic, 3, jit=jit)(2.0) == 18.0
    assert s2sad.grad(lambda x: s2sad.grad(cubic)(x), jit=jit)(2.0) == 32.0


@modes
def test_second_derivatives_of_arrays_and_captures(jit):
    def first(x):
        return np.sum(turned(x) ** 2 * x)

    second = s2sad.jacrev(s2sad.grad(first, jit=jit), jit=jit)(A)
    np.testing.assert_array_equal(second, np.diag(-2.0 * A))
    second = s2sad.grad(s2sad.grad(lambda x: plain(x) ** 2, jit=jit), jit=jit)
    assert second(2.0) == 2.0 * SCALE**2


# wrong derivatives


@pytest.mark.parametrize(
    "backward, said",
    [
        (lambda r, b: (b, b), "a tuple of 2 values, not a tuple of 1 adjoint"),
        (lambda r, b: (), "returns nothing, not a tuple of 1 adjoint, one an argument"),
        (lambda r, b: b, "returns a float64, not a tuple of 1 adjoint"),
        (lambda r, b: (A * b,), "as adjoint of x a float64[:], not a float64"),
        (lambda r, b: ("a",), "as adjoint of x 'a', not a float64"),
    ],
)
def test_a_backward_that_returns_something_else_is_refused(backward, said):
    function = by_vjp(lambda x: x, lambda x: (x, x), backward)
    with pytest.raises(s2sad.RefusalError) as error:
        s2sad.grad(function, jit=False)(2.0)
    assert said in str(error.value)
    assert "test_custom.py" in str(error.value)


@pytest.mark.parametrize(
    "jvp, said",
    [
        (lambda p, t: t[0], "returns a float64, not a pair (value, tangent)"),
        (lambda p, t: (p[0], A * t[0]), "as tangent a float64[:], not a float64"),
        (lambda p, t: (A, t[0]), "as value a float64[:], not a float64"),
        (lambda p, t: ((p[0], 1.0), t[0]), "as value a float64[:], not a float64"),
    ],
)
def test_a_jvp_that_returns_something_else_is_refused(jvp, said):
    function = by_jvp(lambda x: x, jvp)
    with pytest.raises(s2sad.RefusalError) as error:
        s2sad.jvp(function, (2.0,), (1.0,), jit=False)
    assert said in str(error.value)


@modes
def test_what_has_another_shape_is_seen_when_it_runs(jit):
    for adjoint in (lambda r, b: (b[:2],), lambda r, b: (b[:1],)):
        function = by_vjp(lambda x: 2.0 * x, lambda x: (2.0 * x, None), adjoint)
        gradient = s2sad.grad(lambda x: np.sum(function(x) * x), jit=jit)  # noqa: B023
        with pytest.raises(ValueError, match="as adjoint of x an array of another sha"):
            gradient(A)
    function = by_jvp(lambda x: 2.0 * x, lambda p, t: (2.0 * p[0], t[0][:1]))
    with pytest.raises(ValueError, match="as tangent an array of another shape"):
        s2sad.jvp(lambda x: function(x) * x, (A,), (A,), jit=jit)


def writes_first(r, b):
    r[0] = 5.0
    return (b * r,)


def writes_tangent(p, t):
    t[0][0] = 5.0
    return 2.0 * p[0], t[0]


def writes_seed(r, b):
    b *= r
    return (b,)


def test_a_derivative_writes_nothing_that_others_read():
    halved = by_vjp(lambda x: 0.5 * x * x, lambda x: (0.5 * x * x, x), writes_first)
    with pytest.raises(s2sad.RefusalError, match="writes_first writes its argument r"):
        s2sad.grad(lambda x: np.sum(halved(x)), jit=False)(A)
    doubled = by_jvp(lambda x: 2.0 * x, writes_tangent)
    with pytest.raises(s2sad.RefusalError, match="writes_tangent writes its argument"):
        s2sad.jvp(doubled, (A,), (A,), jit=False)
    seed = np.ones(3)
    own = by_vjp(lambda x: 0.5 * x * x, lambda x: (0.5 * x * x, x), writes_seed)
    np.testing.assert_array_equal(s2sad.vjp(own, A, jit=False)[1](seed)[0], A)
    np.testing.assert_array_equal(seed, np.ones(3))


def test_a_forward_that_returns_no_residuals_is_refused():
    function = by_vjp(lambda x: x, lambda x: x, lambda r, b: (b,))
    with pytest.raises(s2sad.RefusalError, match="not a pair .value, residuals."):
        s2sad.grad(function, jit=False)(2.0)


@pytest.mark.parametrize(
    "decorator, defined",
    [(s2sad.custom_jvp, "defjvp"), (s2sad.custom_vjp, "defvjp")],
)
def test_a_derivative_that_was_never_given_is_missed(decorator, defined):
    @decorator
    def promised(x):
        return x

    with pytest.raises(s2sad.RefusalError) as error:
        s2sad.grad(promised, jit=False)(2.0)
    assert f"{defined} was never called" in str(error.value)
    with pytest.raises(s2sad.UsageError, match=f"{defined} takes Python functions"):
        getattr(promised, defined)(*[3] * (1 if defined == "defjvp" else 2))


def test_a_function_that_was_compiled_before_it_got_a_derivative_has_it():
    def late(x):
        return x * x

    before = numba.njit(late)
    by_jvp(late, lambda p, t: (p[0] * p[0], 3.0 * t[0]))
    after = numba.njit(late)
    assert s2sad.grad(lambda x: after(x) * x, jit=False)(2.0) == 10.0
    assert s2sad.grad(before, jit=False)(2.0) == 3.0
    assert s2sad.grad(lambda x: before(x) * x, jit=False)(2.0) == 10.0


def test_a_jvp_of_arrays_has_no_adjoint():
    with pytest.raises(s2sad.RefusalError, match="takes arrays and has a jvp only"):
        s2sad.grad(lambda x: np.sum(tripled(x)), jit=False)(A)
    assert s2sad.jvp(lambda x: np.sum(tripled(x)), (A,), (A,), jit=False)[1] == 18.0


def test_a_function_that_writes_its_argument_is_refused():
    def write(x):
        x[0] = 3.0
        return x * 2.0

    write = by_vjp(write, lambda x: (x * 2.0, None), lambda r, b: (b,))
    with pytest.raises(s2sad.RefusalError, match="write writes its argument x"):
        s2sad.grad(lambda x: np.sum(write(x)), jit=False)(A)


def test_only_python_functions_have_derivatives_of_their_own():
    for decorator in (s2sad.custom_jvp, s2sad.custom_vjp):
        with pytest.raises(s2sad.UsageError, match="can't be given for 3: no function"):
            decorator(3)
