"""Convolutions, slopes and curves: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain
from scipy.interpolate import BSpline, CubicSpline, UnivariateSpline, bisplev, splev

import s2sad

RANDOM = np.random.default_rng(0)
ANGLES = np.cumsum(RANDOM.uniform(3.0, 9.0, size=6))
PLACES = np.cumsum(RANDOM.uniform(0.5, 1.5, size=5)) - 3.0
LENGTHS = [(5, 3), (5, 4), (3, 5), (4, 5), (4, 6), (1, 3), (4, 4)]


def some(*shape):
    return RANDOM.normal(size=shape)


def shifted(function, mode):
    return lambda a, v: function(a, v, mode)


KNOTS = np.array([0.0, 0.0, 0.0, 0.0, 0.7, 1.6, 2.5, 2.5, 2.5, 2.5])
HEIGHTS = np.concatenate([np.sin(np.arange(6.0)), np.zeros(4)])
FLAT = KNOTS[1:-1]
SURFACE = RANDOM.normal(size=30)
ALONG = np.array([0.1, 0.4, 0.9, 1.8, 2.2])
CUBIC = CubicSpline(ALONG, np.cos(ALONG))
BOUNDED = BSpline(KNOTS, HEIGHTS[:6], 3, extrapolate=False)
FITTED = UnivariateSpline(ALONG, np.cos(ALONG), k=2, s=0.0, ext=3)
POLYNOMIAL = np.polynomial.Polynomial([1.0, 2.0, 3.0], domain=[0.0, 3.0])
OLD_POLYNOMIAL = np.poly1d([1.0, 2.0, 3.0])


CASES = {
    "splev": (lambda x, t: splev(x, (t, HEIGHTS, 3)), ALONG, KNOTS),
    "splev, derivative": (lambda c, x: splev(x, (KNOTS, c, 3), 1), HEIGHTS, 1.1),
    "splev, curvature": (lambda x, c: splev(x, (KNOTS, c, 3), 2, 1), ALONG, HEIGHTS),
    "splev beyond": (lambda x: splev(x, (KNOTS, HEIGHTS, 3)), np.array([-0.4, 2.9])),
    "splev beyond, 0": (lambda x: splev(x, (KNOTS, HEIGHTS, 3), ext=1), -0.4),
    "splev beyond, flat": (lambda x: splev(x, (KNOTS, HEIGHTS, 3), ext=3), 2.9),
    "bisplev": (
        lambda x, y, c: bisplev(x, y, (KNOTS, FLAT, c, 3, 2)),
        *(0.8, 1.9, SURFACE),
    ),
    "bisplev of arrays": (
        lambda x, y: bisplev(x, y, (KNOTS, FLAT, SURFACE, 3, 2)),
        *(ALONG, ALONG[:2] + 0.1),
    ),
    **{
        f"{function.__name__}, {mode}, {m} and {n}": (
            shifted(function, mode),
            some(m),
            some(n),
        )
        for function in (np.convolve, np.correlate)
        for mode in ("full", "same", "valid")
        for m, n in LENGTHS
    },
    "convolve": (lambda a, v: np.convolve(a, v), some(4), some(2)),
    "correlate": (lambda a, v: np.correlate(a, v), some(4), some(2)),
    "gradient": (lambda f: np.gradient(f), some(5)),
    "gradient of two": (lambda f: np.gradient(f), some(2)),
    "gradient, a step": (lambda f, h: np.gradient(f, h), some(5), 0.3),
    "gradient, places": (lambda f, x: np.gradient(f, x), some(5), PLACES),
    "gradient, parabolas": (lambda f: np.gradient(f, 0.5, edge_order=2), some(5)),
    "gradient, parabolas of places": (
        lambda f, x: np.gradient(f, x, edge_order=2),
        some(5),
        PLACES,
    ),
    "gradient of rows": (lambda f: np.gradient(f)[0], some(4, 3)),
    "gradient of columns": (lambda f: np.gradient(f, 2.0, 0.5)[1], some(4, 3)),
    "gradient, last axis": (lambda f: np.gradient(f, 0.2, axis=-1), some(4, 3)),
    "gradient, first axis": (lambda f: np.gradient(f, axis=0), some(4, 3).T),
    "gradient, places of rows": (
        lambda f, x: np.gradient(f, x, axis=0),
        some(5, 2),
        PLACES,
    ),
    "gradient of 3 axes": (lambda f: np.gradient(f)[2], some(2, 2, 3)),
    "unwrap": (lambda p: np.unwrap(p), ANGLES),
    "unwrap, a period": (lambda p: np.unwrap(p, period=4.0), ANGLES),
    "unwrap, rows": (lambda p: np.unwrap(p), np.stack([ANGLES, 1.3 * ANGLES])),
    "unwrap, columns": (
        lambda p: np.unwrap(p, axis=0),
        np.stack([ANGLES, 1.3 * ANGLES]).T,
    ),
    "cross": (lambda a, b: np.cross(a, b), some(3), some(3)),
    "cross of rows": (lambda a, b: np.cross(a, b), some(4, 3), some(4, 3)),
    "cross with rows": (lambda a, b: np.cross(a, b), some(3), some(4, 3)),
    "cross of more": (lambda a, b: np.linalg.cross(a, b), some(2, 4, 3), some(3)),
    "interp": (lambda x, xp, fp: np.interp(x, xp, fp), 2.0 * some(7), PLACES, some(5)),
    "interp of a number": (
        lambda x, xp, fp: np.interp(x, xp, fp),
        0.13,
        PLACES,
        some(5),
    ),
    "interp beyond the ends": (
        lambda x, xp, fp: np.interp(x, xp, fp, left=-1.0, right=2.0),
        3.0 * some(7),
        PLACES,
        some(5),
    ),
    "interp of a matrix": (
        lambda x, xp, fp: np.interp(x, xp, fp),
        some(2, 3),
        PLACES,
        some(5),
    ),
    "interp of one point": (
        lambda x, xp, fp: np.interp(x, xp, fp),
        some(3),
        some(1),
        some(1),
    ),
    "polyval": (lambda p, x: np.polyval(p, x), some(4), 0.7),
    "polyval of an array": (lambda p, x: np.polyval(p, x), some(4), some(3, 2)),
    "polyval of nothing": (lambda p, x: np.polyval(p, x), some(0), some(3)),
    "polyder": (lambda p: np.polyder(p), some(4)),
    "polyder, twice": (lambda p: np.polyder(p, 2), some(4)),
    "polyder of a constant": (lambda p: np.polyder(p), some(1)),
    "polyint": (lambda p: np.polyint(p), some(4)),
    "polyint, twice": (lambda p: np.polyint(p, 2), some(4)),
    "polyint, a constant": (lambda p, k: np.polyint(p, k=k), some(4), 0.3),
    "polyfit": (lambda x, y: np.polyfit(x, y, 2), some(6), some(6)),
    "polyfit of columns": (lambda x, y: np.polyfit(x, y, 1), some(5), some(5, 2)),
}


OBJECTS = {
    "CubicSpline": (lambda x: CUBIC(x) + CUBIC(x, 2), ALONG[:3] + 0.1),
    "PPoly": (lambda x: CUBIC(x, extrapolate=False), ALONG[:2] + 0.1),
    "BSpline": (lambda x: BOUNDED(x) * BOUNDED(x, 1), ALONG[:2]),
    "UnivariateSpline": (lambda x: FITTED(x) - FITTED(x, 1, 0), 3.1),
    "polynomials": (lambda x: POLYNOMIAL(x) * OLD_POLYNOMIAL(x), ALONG[:2]),
}


@pytest.mark.parametrize("case", OBJECTS.values(), ids=OBJECTS)
def test_curves_that_are_objects_are_called(case):
    check_plain(*case, exact=1e-10, second=False)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    is_one_of_many = case[0].__name__ == "<lambda>" and len(case) == 3
    check_plain(*case, exact=1e-10, second=not is_one_of_many or len(case[1]) < 5)


@pytest.mark.parametrize(
    "word",
    [
        "convolve, same, 4 and 5",
        "correlate",
        "gradient, places",
        "gradient, last axis",
        "unwrap, rows",
        "cross of more",
        "interp beyond the ends",
        "polyval of an array",
        "polyint, twice",
        "polyfit of columns",
        "splev beyond, 0",
    ],
)
def test_it_compiles(word):
    check_compiled(*CASES[word], exact=1e-10)


def test_single_precision_stays():
    single = np.ones(3, np.float32)
    for function in (lambda a: np.convolve(a, a), lambda a: np.gradient(a)):
        value, _ = s2sad.vjp(function, single, jit=False)
        assert value.dtype == np.float32


def test_a_point_of_a_broken_line_has_the_slope_on_its_right():
    points, heights = np.array([0.0, 1.0, 2.0]), np.array([0.0, 1.0, 4.0])
    slope = s2sad.grad(lambda x: np.interp(x, points, heights), jit=False)
    found = [slope(x) for x in (-1.0, 0.0, 0.5, 1.0, 2.0, 3.0)]
    assert found == [0.0, 1.0, 1.0, 3.0, 0.0, 0.0]


@pytest.mark.parametrize(
    "function, said",
    [
        (lambda x: np.interp(x, x, x, period=2.0)[0], "x % period"),
        (lambda x: np.convolve(x, x, "valued")[0], "full, same or valid"),
        (lambda x: np.gradient(x, 1.0, 2.0)[0], "other numbers of spacings"),
        (lambda x: np.polyint(x, 2, [1.0, 2.0])[0], "constants of several integrals"),
        (lambda x: np.roots(x)[0], "np.roots"),
    ],
)
def test_it_refuses(function, said):
    with pytest.raises(s2sad.RefusalError) as error:
        s2sad.grad(function)(some(3))
    assert said in str(error.value)
