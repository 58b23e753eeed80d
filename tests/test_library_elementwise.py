"""NumPy's elementwise functions and those of math, in all their forms."""

import math

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain
from scipy import special

import s2sad

X = np.array([0.53, 1.57, -2.1, 0.2])
Y = np.array([1.04, 0.31, 2.03, -0.7])
MATRIX = np.array([[0.5, -1.5, 2.5], [1.2, 0.3, -0.4]])
CUBE = np.linspace(-1.3, 2.4, 8).reshape(2, 2, 2)

CASES = {
    "logaddexp": (lambda x, y: np.logaddexp(x, y), X, Y),
    "logaddexp2": (lambda x, y: np.logaddexp2(x, y), X, Y),
    "heaviside": (lambda x, y: np.heaviside(x, y) * y, X, Y),
    "heaviside at 0": (lambda y: np.heaviside(np.zeros(4), y) * y, Y),
    "nan_to_num": (lambda x, y: np.nan_to_num(x) * y, X, Y),
    "nan_to_num with numbers": (
        lambda y: np.nan_to_num(np.array([np.nan, np.inf]), posinf=3.0, nan=1.0) * y,
        Y[:2],
    ),
    "clip": (lambda x, y: np.clip(x, 0.0, 1.0) * y, X, Y),
    "clip by arrays": (lambda x, y: np.clip(x, -0.5, y), X, np.abs(Y)),
    "clip above": (lambda x, y: np.clip(x, None, y), X, Y),
    "clip below": (lambda x, y: np.clip(x, y, None), X, Y),
    "clip by its keywords": (lambda x: np.clip(x, a_min=0.0, a_max=1.0) ** 2, X),
    "x.clip": (lambda x, y: x.clip(0.0, 1.0) * y, X, Y),
    "x.clip by its keyword": (lambda x, y: x.clip(max=1.0) * y, X, Y),
    "clip of a number": (lambda x: np.clip(x, 0.0, 1.0) * x, 0.3),
    "clip of a matrix": (lambda x, y: np.clip(x, y[:, None], 1.0), MATRIX, Y[:2]),
    "select": (
        lambda x, y: np.select([x > 1.0, x > 0.0], [x * y, y * y], default=2.0),
        X,
        Y,
    ),
    "select of one": (lambda x, y: np.select([x > 0.0], [x * y]), X, Y),
    "piecewise": (
        lambda x, y: np.piecewise(y, [y < 0.0, y > 1.0], [np.sin, lambda t: t * x[0]]),
        X,
        Y,
    ),
    "piecewise with an otherwise": (
        lambda x, y: np.piecewise(x, [x < 0.0, y > 1.0], [1.5, np.exp, np.square]) * y,
        X,
        Y,
    ),
    "piecewise of a matrix": (
        lambda m: np.piecewise(m, [m > 0.1], [lambda t, k: t**k, 0.5], k=3.0),
        MATRIX,
    ),
    "piecewise of one condition": (
        lambda x: np.piecewise(x, x > 0.1, [np.cos, np.sin]),
        X,
    ),
    "piecewise of a number": (
        lambda x, y: np.piecewise(x, [x < 0.1, x < 5.0], [0.0, lambda t, a: t * a], y),
        1.2,
        0.7,
    ),
    "where": (lambda x, y: np.where(x > 0.0, x * y, y), X, Y),
    "where of a number": (lambda x, y: np.where(x > 0.0, 1.0, y), X, Y),
    "where of a condition": (lambda x, y: np.where(x[0] > 0.0, x, y), X, Y),
    "where that spreads": (lambda x, y: np.where(x > 0.0, y[:2, None], x), MATRIX, Y),
    "maximum": (lambda x, y: np.maximum(x, y), X, Y),
    "minimum": (lambda x, y: np.minimum(x, 0.4) * y, X, Y),
    "fmax": (lambda x, y: np.fmax(x, y), X, Y),
    "fmin": (lambda x, y: np.fmin(x, y), X, Y),
    "copysign": (lambda x, y: np.copysign(x, y), X, Y),
    "hypot": (lambda x, y: np.hypot(x, y), X, Y),
    "float_power": (lambda x, y: np.float_power(np.abs(y), x), X, Y),
    "power": (lambda x, y: np.power(np.abs(y), x), X, Y),
    "divmod": (lambda x, y: np.divmod(x, y)[0] * np.divmod(x, y)[1], X, Y),
    "divmod of numbers": (lambda x, y: divmod(x, y)[1] * x, 5.3, 2.1),
    "mod": (lambda x, y: np.mod(x, y), X, Y),
    "fmod": (lambda x, y: np.fmod(x, y), X, Y),
    "floor_divide": (lambda x, y: np.floor_divide(x, y) * y, X, Y),
    "divide": (lambda x, y: np.divide(x, y), X, Y),
    "add": (lambda x, y: np.add(x, y) * np.subtract(x, y), X, Y),
    "multiply": (lambda x, y: np.multiply(x, y), X, Y),
    "modf": (lambda x, y: np.modf(x)[0] * np.modf(x)[1] * y, X, Y),
    "ldexp": (lambda x, y: np.ldexp(x, 2) * y, X, Y),
    "ldexp by integers": (lambda x: np.ldexp(x, np.array([1, 2, 3, -1])), X),
    "deg2rad": (lambda x, y: np.deg2rad(x) * np.degrees(y), X, Y),
    "exp2": (lambda x, y: np.exp2(x) * np.expm1(y), X, Y),
    "cbrt": (lambda x, y: np.cbrt(x) * np.reciprocal(y), X, Y),
    "square": (lambda x, y: np.square(x) * np.positive(y), X, Y),
    "negative": (lambda x, y: np.negative(x) * np.fabs(y), X, Y),
    "abs": (lambda x, y: abs(x) * np.absolute(y), X, Y),
    "abs of a matrix": (lambda x: abs(x), MATRIX),
    "i0": (lambda x, y: np.i0(x) * np.sinc(y), X, Y),
    "real": (lambda x, y: np.real(x) * y.real, X, Y),
    "conj": (lambda x, y: np.conj(x) * y.conj(), X, Y),
    "imag": (lambda x, y: np.imag(x) * y, X, Y),
    "isclose": (
        lambda x, y: np.isclose(x, y) * y + np.isclose(x, 1.0, rtol=0.6) * x,
        X,
        Y,
    ),
    "allclose": (lambda x, y: y * 2.0 if np.allclose(x, y) else x, X, Y),
    "isfinite": (lambda x, y: np.isfinite(x) * y, X, Y),
    "isnan": (lambda x, y: np.where(np.isnan(x), 0.0, x) * y, X, Y),
    "signbit": (lambda x, y: np.signbit(x) * y, X, Y),
    "logical": (
        lambda x, y: np.logical_and(x > 0.0, y > 1.0) * x + np.logical_not(x > 0.0) * y,
        X,
        Y,
    ),
    "comparisons": (lambda x, y: np.greater(x, y) * x + np.equal(x, y) * y, X, Y),
    "a mask": (lambda x, y: (x > 0.0) * x * y, X, Y),
    "masks": (lambda x, y: ((x > 0.0) & (y > 0.5)) * x + (~(x > 0.0)) * y, X, Y),
    "a mask or another": (lambda x, y: ((x > 1.0) | (y > 0.5)) * x, X, Y),
    "bits": (
        lambda x: x * np.bitwise_and(7, 5) * np.left_shift(1, 2) * np.bitwise_xor(3, 1),
        X,
    ),
    "fix": (lambda x, y: np.fix(x) * y + np.trunc(y) * x, X, Y),
    "round": (lambda x, y: x.round() * y + np.round(x, 1) * y, X, Y),
    "math.dist": (lambda x, y: math.dist(x, y), X, Y),
    "math.dist of tuples": (lambda x, y: math.dist((x, y, 1.0), (y, 2.0, x)), 0.3, 0.8),
    "math.prod": (lambda x: math.prod(x), X),
    "math.prod of a list": (lambda x, y: math.prod([x, y, x], start=2.0), 0.3, 0.8),
    "math.fsum": (lambda x: math.fsum(x * x), X),
    "math.hypot of three": (lambda x, y: math.hypot(x, y, 1.5 * x), 0.3, 0.8),
    "math.hypot of one": (lambda x: math.hypot(x) * x, -0.3),
    "math.integers": (
        lambda x: x * math.comb(7, 3) * math.perm(5, 2) / math.factorial(6),
        0.3,
    ),
    "math.isqrt": (lambda x: x * math.isqrt(26) * math.gcd(4, 6), 0.3),
    "math.remainder": (lambda x, y: math.remainder(x, y) * x, 5.3, 2.1),
    "math.remainder below": (lambda x, y: math.remainder(x, y) * x, -5.9, 2.1),
    "math.modf": (lambda x: math.modf(x)[0] * x, 5.3),
    "math.isclose": (lambda x, y: math.isclose(x, y) * y + x, 0.3, 0.8),
    "math.log2": (lambda x: math.log2(x) * math.cbrt(x) * math.exp2(x), 0.3),
    "out": (lambda x, y: np.exp(x, out=np.zeros(4)) * y, X, Y),
    "out by its place": (lambda x, y: np.exp(x, np.zeros(4)) * y, X, Y),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case, tolerance=2e-6)


def outs(x, y):
    z = np.empty_like(x)
    np.multiply(x, y, out=z)
    np.sin(z, z)
    np.add(z, x, out=(z,))
    special.erfinv(0.1 * z, out=z)
    return z * x


def outs_in_places(x, y):
    z = x * 2.0
    np.divide(x, y, out=z, where=y > 0.0)
    np.exp(z, out=z, where=np.array([True, False, True, False]))
    return z


def out_of_views(x):
    z = x.copy()
    np.multiply(z[:-1], z[1:], out=z[1:])
    np.multiply(z[:-1], z[1:], out=z[1:], where=z[1:] < 1e9)
    return z


FAMILIES = {
    "exponentials": (lambda x, y: np.logaddexp(x, y) + np.logaddexp2(y, x), X, Y),
    "limits": (
        lambda x, y: np.clip(x, -0.5, y) + np.heaviside(x, y) + np.nan_to_num(x),
        X,
        np.abs(Y),
    ),
    "choices": (lambda x, y: np.select([x > 1.0, x > 0.0], [x * y, y * y], 2.0), X, Y),
    "remainders": (
        lambda x, y: np.divmod(x, y)[1] + np.modf(x)[0] + np.float_power(y, 2.0),
        X,
        Y,
    ),
    "of reals": (lambda x, y: np.conj(x) * abs(y) + np.isclose(x, 1.0, rtol=0.6), X, Y),
    "numbers": (
        lambda x, y: math.hypot(x, y, 1.5) * math.remainder(x, y) * math.comb(7, 3),
        5.3,
        2.1,
    ),
    "several": (lambda x, y: math.dist(x, y) * math.fsum(x) * math.prod(y), X, Y),
    "masks": (lambda x, y: ((x > 0.0) & ~(y > 0.5)) * x * y, X, Y),
    "out": (outs, X * 0.1, Y),
    "out in places": (outs_in_places, X, Y),
}


@pytest.mark.parametrize("case", FAMILIES.values(), ids=FAMILIES)
def test_it_compiles(case):
    check_compiled(*case)


@pytest.mark.parametrize(
    "case", [(outs, X * 0.1, Y), (outs_in_places, X, Y), (out_of_views, X)]
)
def test_results_are_put_where_they_are_wanted(case):
    check_plain(*case, tolerance=2e-6)


def test_what_is_left_out_is_not_computed():
    def quotients(x, y):
        return np.sum(np.divide(x, y, out=np.zeros_like(x), where=y != 0.0))

    by_x, by_y = s2sad.grad(quotients, argnums=(0, 1))(X[:2], np.array([0.0, 2.0]))
    np.testing.assert_array_equal(by_x, [0.0, 0.5])
    np.testing.assert_array_equal(by_y, [0.0, -X[1] / 4.0])


def test_parts_of_nothing_are_refused():
    with pytest.raises(s2sad.RefusalError, match="without out="):
        s2sad.grad(lambda x: np.sum(np.exp(x, where=x > 0.0)))(X)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (X[:0], Y[:0]),
        (X[:1], Y),
        (MATRIX, 0.7 * MATRIX + 0.05),
        (MATRIX, Y[:3]),
        (MATRIX[:, :1], 0.7 * MATRIX + 0.05),
        (MATRIX[:1], 0.7 * MATRIX + 0.05),
        (CUBE, CUBE * 0.7 + 0.05),
        (CUBE, Y[:2]),
        (CUBE[:, :1], 0.7 * CUBE[:1] + 0.05),
        (MATRIX.T, 0.7 * MATRIX.T + 0.05),
        (X[::2], Y[::2]),
        (0.3, Y),
        (X, 0.4),
    ],
)
@pytest.mark.parametrize(
    "function",
    [
        lambda x, y: np.logaddexp(x, y),
        lambda x, y: np.clip(x, y, 1.5),
        lambda x, y: np.heaviside(x, y),
        lambda x, y: (x > y) * x,
    ],
    ids=["logaddexp", "clip", "heaviside", "mask"],
)
def test_shapes_are_broadcast(function, x, y):
    check_plain(function, x, y, second=bool(np.size(x)))


@pytest.mark.parametrize(
    "function",
    [
        lambda k: np.clip(k, 2, 5),
        lambda k: k.clip(max=3),
        lambda k: np.minimum(k, 4) & 3,
        lambda k: np.bitwise_or(k, 8),
        lambda k: np.right_shift(k, 1),
        lambda k: np.invert(k),
    ],
)
def test_integers_stay_integers(function):
    k = np.array([1, 3, 6, 9])
    value, _ = s2sad.jvp(lambda x, k: (function(k), x), (1.0, k), (1.0, None))
    assert value[0].dtype == function(k).dtype
    np.testing.assert_array_equal(value[0], function(k))


@pytest.mark.parametrize(
    "function",
    [
        lambda x: np.clip(x, -0.5, 0.5),
        lambda x: np.heaviside(x, x),
        lambda x: np.nan_to_num(x),
        lambda x: np.sinc(x),
        lambda x: np.logaddexp(x, x),
        lambda x: np.ldexp(x, 2),
    ],
)
def test_numbers_of_32_bits_stay_so(function):
    x = np.array([0.3, -0.7, np.inf], dtype=np.float32)[:2]
    value, dots = s2sad.jvp(function, (x,), (x,))
    assert value.dtype == np.float32 == function(x).dtype
    np.testing.assert_allclose(value, function(x), rtol=1e-6)


def test_limits_of_32_bits():
    x = np.array([np.inf, -np.inf, np.nan], dtype=np.float32)
    value, _ = s2sad.jvp(lambda x: np.nan_to_num(x), (x,), (x,), jit=False)
    np.testing.assert_array_equal(value, np.nan_to_num(x))


def test_bounds_take_nothing_at_ties():
    gradient = s2sad.grad(lambda x, y: np.clip(x, y, 2.0), argnums=(0, 1), jit=False)
    assert gradient(1.0, 1.0) == (1.0, 0.0)
    assert gradient(0.5, 1.0) == (0.0, 1.0)
    assert gradient(2.0, 1.0) == (1.0, 0.0)


def test_errors_are_those_of_python():
    f = s2sad.grad(lambda x, k: x * math.factorial(k), jit=False)
    assert f(1.0, 20) == math.factorial(20)
    assert f(1.0, 5) == 120.0
    with pytest.raises(ValueError, match="negative"):
        f(1.0, -1)


@pytest.mark.parametrize("jit", [False, True])
def test_integers_beyond_64_bits_raise(jit):
    factorial = s2sad.grad(lambda x, k: x * math.factorial(k), jit=jit)
    assert factorial(1.0, 20) == math.factorial(20)
    with pytest.raises(OverflowError, match="scipy.special.factorial"):
        factorial(1.0, 21)
    ways = s2sad.grad(lambda x, n, k: x * (math.comb(n, k) + math.perm(k, 2)), jit=jit)
    assert ways(1.0, 60, 30) == float(math.comb(60, 30) + 870)
    assert isinstance(ways(1.0, 60, 30), float)
    with pytest.raises(OverflowError, match="scipy.special.comb"):
        ways(1.0, 80, 40)


def test_piecewise_needs_a_function_for_each_condition():
    def missing(x):
        return np.sum(np.piecewise(x, [x < 0.0, x > 1.0], [np.sin]))

    with pytest.raises(s2sad.RefusalError, match="other functions than tests"):
        s2sad.grad(missing, jit=False)(X)
