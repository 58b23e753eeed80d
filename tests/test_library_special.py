"""Special functions: values against mpmath, derivatives, edges as SciPy has them."""

import math

import mpmath
import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain
from scipy import special

import s2sad
import s2sad.library
from s2sad.known.definitions import DEFINITIONS, is_elementwise_definition

DIGITS = 1e-13
TAIL = (-26.0, -20.1, -8.3, -3.3, -1.01, -0.9, -0.3, -1e-5)
REAL = (*TAIL, 1e-8, 0.1, 0.49, 0.51, 1.1, 1.7, 1.99, 2.01, 2.5, 5.1, 9.9, 25.0)
CHANCE = (1e-300, 1e-100, 1e-20, 1e-5, 0.024, 0.1, 0.3, 0.49, 0.51, 0.7, 0.99, 1 - 1e-9)
SMALL = (1e-300, 1e-20, 1e-3, 0.1, 0.4999, 0.5001, 0.9999999, 1.0000001, 1.49, 1.51)
LARGE = (1.999999, 2.000001, 2.51, 3.7, 9.99, 10.01, 12.3, 50.0, 170.0)
NO_POLE = (-0.1, -0.5, -1e-10, -1.5, -3.3, -7.9, -20.2, -100.6)
SIZES = (1e-10, 1e-3, 0.1, 1.1, 1.42, 1.99, 2.01, 3.7, 7.9, 8.1, 14.3, 24.9, 25.1, 39.9)
SIZES = (*SIZES, 40.1, 100.2, 337.0, 699.0)
PAIRS = (
    (0.3, 0.7),
    (0.7, 0.7000001),
    (2.0, 1.0),
    (1e-20, 3.0),
    (1.0, 1.39),
    (1.0, 0.1),
)
COUNTS = ((5, 2), (10, 10), (40, 17), (100, 50), (5.5, 2), (5.5, 2.5), (-2.5, 3))
BETAS = ((1e-3, 0.2), (0.2, 9.9), (3.3, 10.1), (30, 200), (1e4, 0.9), (50, 60))
ORDERS = (0, 1, 2, 5, 20, -3)


def mp_erfcinv(q):
    if abs(q - 1) < 0.999:
        return mpmath.erfinv(1 - q)
    if q > 1:
        return -mp_erfcinv(2 - q)
    first = mpmath.sqrt(-mpmath.log(q * mpmath.sqrt(-mpmath.log(q))))
    log_q = mpmath.log(q)
    return mpmath.findroot(lambda z: mpmath.log(mpmath.erfc(z)) - log_q, first)


def mp_erfinv(y):
    return mpmath.sign(y) * mp_erfcinv(1 - abs(y)) if abs(y) > 0.9 else mpmath.erfinv(y)


def mp_log_ndtr(x):
    return mpmath.log1p(-mpmath.ncdf(-x)) if x > 0 else mpmath.log(mpmath.ncdf(x))


def mp_spherical(n, x):
    return mpmath.sqrt(mpmath.pi / 2 / x) * mpmath.besselj(n + mpmath.mpf(0.5), x)


def mp_lower(a, x):
    return mpmath.gammainc(a, 0, x, regularized=True)


def mp_upper(a, x):
    return mpmath.gammainc(a, x, mpmath.inf, regularized=True)


def mp_betainc(a, b, x):
    return mpmath.betainc(a, b, 0, x, regularized=True)


def unit(x):
    return 1.0


def root(*x):
    """The size of a function that oscillates."""
    return min(1.0, 1.0 / math.sqrt(abs(x[-1])))


def with_orders(points, orders=ORDERS):
    return [(n, x) for n in orders for x in points]


def gammas(orders, factors):
    return [(a, a * f) for a in orders for f in factors]


MIXED = [*gammas((0.2, 0.9, 3.3, 9.9, 10.1, 30.0, 200.0), (0.5, 0.9, 1.0, 1.5, 3.0))]
MIXED += [(a, x) for a in (1e-8, 1e-3, 0.9) for x in (0.1, 0.9, 1.4, 1.6, 10.0)]
TRIPLES = [(a, b, x) for a in (0.2, 3.3, 50.0) for b in (1.0, 9.9) for x in (0.1, 0.5)]
TRIPLES += [(30.0, 20.0, 0.6), (300.0, 200.0, 0.61), (10.5, 300.0, 0.1)]

ANGLES = [(a, m) for a in (-4.0, -0.7, 0.3, 1.5, 3.0, 20.0) for m in (-50.0, 0.0, 0.9)]

# name: (what mpmath says, points, what a difference may be divided by instead)
VALUES = {
    "erf": (mpmath.erf, REAL),
    "erfc": (mpmath.erfc, REAL),
    "erfcx": (lambda x: mpmath.exp(x * x) * mpmath.erfc(x), (*REAL, 100.0, 1e5)),
    "erfinv": (mp_erfinv, (*CHANCE, -0.3, -0.9)),
    "erfcinv": (mp_erfcinv, (*CHANCE, 1.3, 1.7, 2 - 1e-9)),
    "ndtr": (mpmath.ncdf, (*REAL, -37.0)),
    "log_ndtr": (mp_log_ndtr, (*REAL, -1e3)),
    "ndtri": (lambda p: -mpmath.sqrt(2) * mp_erfcinv(2 * p), CHANCE),
    "gamma": (mpmath.gamma, (*SMALL, *LARGE, *NO_POLE)),
    "rgamma": (mpmath.rgamma, (*SMALL, *LARGE, *NO_POLE)),
    "gammaln": (
        lambda x: mpmath.log(abs(mpmath.gamma(x))),
        (*SMALL, *LARGE, *NO_POLE, 1e5),
    ),
    "loggamma": (mpmath.loggamma, (*SMALL, *LARGE, 1e15, 1e20)),
    "psi": (mpmath.digamma, (*SMALL, *LARGE, *NO_POLE)),
    "polygamma": (mpmath.polygamma, with_orders((*SMALL[1:], *LARGE), (0, 1, 2, 5))),
    "zeta": (mpmath.zeta, (-20.5, -7.1, -0.5, 0.0, 0.5, 0.999, 1.001, 2.0, 30.0)),
    "beta": (mpmath.beta, (*BETAS, (-0.5, 1.7), (-15.5, 3.3), (0.3, -20.7))),
    "betaln": (lambda a, b: mpmath.log(mpmath.beta(a, b)), BETAS),
    "binom": (mpmath.binomial, (*COUNTS, (1000, 3), (1000, 990), (0.3, 0.7))),
    "comb": (mpmath.binomial, COUNTS[:4]),
    "factorial": (mpmath.factorial, (0, 1, 5, 20, 170, 0.5)),
    "expit": (lambda x: 1 / (1 + mpmath.exp(-x)), (*REAL, -700.0)),
    "logit": (lambda x: mpmath.log(x / (1 - x)), (*CHANCE, 0.29, 0.4999999, 0.71)),
    "log_expit": (lambda x: -mpmath.log1p(mpmath.exp(-x)), (*REAL, -800.0)),
    "xlogy": (lambda x, y: x * mpmath.log(y), PAIRS),
    "xlog1py": (lambda x, y: x * mpmath.log1p(y), PAIRS),
    "rel_entr": (lambda x, y: x * mpmath.log(x / y), PAIRS),
    "kl_div": (lambda x, y: x * mpmath.log(x / y) - x + y, (*PAIRS, (3.0, 1e-20))),
    "entr": (lambda x: -x * mpmath.log(x), (1e-300, 0.1, 1.0001, 30.0)),
    "exprel": (lambda x: mpmath.expm1(x) / x, (*REAL, -700.0, 700.0)),
    "cosm1": (lambda x: mpmath.cos(x) - 1, (1e-10, 0.1, 3.0, 20.0)),
    "jv": (mpmath.besselj, with_orders((*SIZES, -3.7, -30.0)), root),
    "j0": (lambda x: mpmath.besselj(0, x), SIZES, root),
    "j1": (lambda x: mpmath.besselj(1, x), SIZES, root),
    "yn": (mpmath.bessely, with_orders(SIZES), root),
    "y0": (lambda x: mpmath.bessely(0, x), SIZES, root),
    "y1": (lambda x: mpmath.bessely(1, x), SIZES, root),
    "iv": (mpmath.besseli, with_orders((*SIZES, -3.7, -30.0))),
    "i0": (lambda x: mpmath.besseli(0, x), SIZES),
    "i1": (lambda x: mpmath.besseli(1, x), SIZES),
    "ive": (
        lambda n, x: mpmath.besseli(n, x) * mpmath.exp(-abs(x)),
        with_orders((*SIZES, 1e4, -3.7)),
    ),
    "i0e": (lambda x: mpmath.besseli(0, x) * mpmath.exp(-x), SIZES),
    "i1e": (lambda x: mpmath.besseli(1, x) * mpmath.exp(-x), SIZES),
    "kn": (mpmath.besselk, with_orders(SIZES)),
    "k0": (lambda x: mpmath.besselk(0, x), SIZES),
    "k1": (lambda x: mpmath.besselk(1, x), SIZES),
    "kve": (
        lambda n, x: mpmath.besselk(n, x) * mpmath.exp(x),
        with_orders((*SIZES, 1e4)),
    ),
    "k0e": (lambda x: mpmath.besselk(0, x) * mpmath.exp(x), SIZES),
    "k1e": (lambda x: mpmath.besselk(1, x) * mpmath.exp(x), SIZES),
    "spherical_jn": (
        mp_spherical,
        with_orders((1e-8, 0.1, 1.7, 1.74, 4.9, 30.0, 300.0), (0, 1, 5)),
        lambda n, x: min(1.0, 1.0 / x),
    ),
    "exp1": (mpmath.e1, (1e-300, 1e-9, 0.1, 0.99, 1.01, 2.0, 5.0, 30.0, 700.0)),
    "expi": (mpmath.ei, (-700.0, -3.0, 1e-9, 0.1, 0.99, 2.0, 39.9, 40.1, 700.0)),
    "ellipk": (mpmath.ellipk, (-1e6, -10.0, -1e-9, 0.0, 0.1, 0.9, 1 - 1e-9)),
    "ellipe": (mpmath.ellipe, (-1e6, -10.0, -1e-9, 0.0, 0.1, 0.9, 1 - 1e-9)),
    "ellipkinc": (mpmath.ellipf, ANGLES),
    "ellipeinc": (mpmath.ellipe, ANGLES),
    "lambertw": (
        mpmath.lambertw,
        (-0.3678, -0.36, -0.1, -1e-9, 1e-9, 0.5, 1.0, 3.0, 1e5, 1e300),
    ),
    "gammainc": (mp_lower, MIXED),
    "gammaincc": (mp_upper, MIXED),
    "betainc": (mp_betainc, TRIPLES),
}

# The functions of an integer order, the order written out.
OF_ORDER = {
    "polygamma": lambda n: lambda x: special.polygamma(n, x),
    "jv": lambda n: lambda x: special.jv(n, x),
    "yn": lambda n: lambda x: special.yn(n, x),
    "iv": lambda n: lambda x: special.iv(n, x),
    "ive": lambda n: lambda x: special.ive(n, x),
    "kn": lambda n: lambda x: special.kn(n, x),
    "kve": lambda n: lambda x: special.kve(n, x),
    "spherical_jn": lambda n: lambda x: special.spherical_jn(n, x),
}
# The names that SciPy has for one function; and those of other tests.
ALIASES = {"digamma", "yv", "kv", "betaincc", "betaincinv", "gammaincinv"}
ALIASES |= {"gammainccinv", "stdtr", "stdtrit", "chdtr", "chdtrc", "fdtr", "fdtrc"}
ALIASES |= {"gdtr", "gdtrc", "pdtr", "pdtrc", "bdtr", "bdtrc"}


def of_numbers(name):
    """A function that calls scipy.special's."""
    function = getattr(special, name)
    calls = {
        1: lambda x: function(x),
        2: lambda x, y: function(x, y),
        3: lambda x, y, z: function(x, y, z),
    }
    (points,) = VALUES[name][1:2]
    count = len(points[0]) if isinstance(points[0], tuple) else 1
    return calls[count]


def values_of(function, points):
    """The values at points, each a tuple of arguments, as plain Python."""
    last = len(points[0]) - 1
    both = s2sad.value_and_grad(function, argnums=last, jit=False)
    return [both(*map(float, point))[0] for point in points]


@pytest.mark.parametrize("name", VALUES)
def test_values_have_thirteen_digits(name):
    exact, points, *scale = VALUES[name]
    points = [p if isinstance(p, tuple) else (p,) for p in points]
    if name in OF_ORDER:
        orders = sorted({n for n, _ in points})
        points = [(n, x) for n in orders for m, x in points if m == n]
        grids = [(n, [(x,) for m, x in points if m == n]) for n in orders]
        parts = [values_of(OF_ORDER[name](n), grid) for n, grid in grids]
        values = np.concatenate(parts)
    else:
        values = values_of(of_numbers(name), points)
    for given, value in zip(points, values, strict=True):
        with mpmath.workdps(40):
            expected = mpmath.re(exact(*map(mpmath.mpf, given)))
            size = max(abs(expected), scale[0](*given) if scale else 0)
            if size < 1e-300 or abs(expected) > 1e300:
                continue
            error = abs(mpmath.mpf(float(value)) - expected) / size
        assert error <= DIGITS, (given, float(value), float(expected))


# Their values stand in test_library_hypergeometric, ..._noncentral and ..._faddeeva.
ELSEWHERE = {"hyp2f1", "kolmogorov", "nctdtr", "ncfdtr", "chndtr"}
ELSEWHERE |= {"nctdtrit", "ncfdtri", "ncfdtrinc", "chndtrix", "chndtrinc"}
ELSEWHERE |= {"wofz", "dawsn", "erfi", "voigt_profile"}


def test_every_function_has_values():
    words = {w for w, d in DEFINITIONS.items() if is_elementwise_definition(d)}
    names = {w.rsplit(".", 1)[-1] for w in words if w.startswith("scipy.special.")}
    assert names - ALIASES - ELSEWHERE <= set(VALUES)


LOW, HIGH = np.array([0.3, 0.62, 0.81]), np.array([[1.3, 2.7, 4.2], [6.1, 11.5, 30.2]])
NEGATIVE = np.array([-3.3, -0.6, 0.7, 2.8])

SLOPES = {
    "erf": (lambda x: special.erf(x), NEGATIVE),
    "erfc": (lambda x: special.erfc(x), NEGATIVE),
    "erfcx": (lambda x: special.erfcx(x), np.array([-0.7, 0.4, 3.1])),
    "erfinv": (lambda x: special.erfinv(x), np.array([-0.8, 0.2, 0.62])),
    "erfcinv": (lambda x: special.erfcinv(x), np.array([0.2, 0.8, 1.7])),
    "ndtr": (lambda x: special.ndtr(x), NEGATIVE),
    "log_ndtr": (lambda x: special.log_ndtr(x), NEGATIVE),
    "ndtri": (lambda x: special.ndtri(x), LOW),
    "gamma": (lambda x: special.gamma(x), LOW),
    "rgamma": (lambda x: special.rgamma(x), NEGATIVE),
    "gammaln": (lambda x: special.gammaln(x), HIGH),
    "gammaln below": (lambda x: special.gammaln(x), NEGATIVE),
    "loggamma": (lambda x: special.loggamma(x), LOW),
    "digamma": (lambda x: special.digamma(x), HIGH),
    "polygamma": (lambda x: special.polygamma(2, x), HIGH),
    "zeta": (lambda x: special.zeta(x), np.array([1.5, 3.0])),
    "zeta of Hurwitz": (lambda q: special.zeta(3.0, q), HIGH),
    "beta": (lambda a, b: special.beta(a, b), LOW, LOW + 0.3),
    "betaln": (lambda a, b: special.betaln(a, b), LOW, HIGH),
    "binom": (lambda n, k: special.binom(n, k), HIGH, LOW),
    "expit": (lambda x: special.expit(x), NEGATIVE),
    "logit": (lambda x: special.logit(x), LOW),
    "log_expit": (lambda x: special.log_expit(x), NEGATIVE),
    "xlogy": (lambda x, y: special.xlogy(x, y), NEGATIVE[:3], LOW),
    "slope of spherical_jn": (lambda x: special.spherical_jn(2, x, True), HIGH),
    "xlogy at 0": (lambda y: special.xlogy(0.0, y), LOW),
    "xlog1py": (lambda x, y: special.xlog1py(x, y), NEGATIVE[:3], LOW),
    "rel_entr": (lambda x, y: special.rel_entr(x, y), LOW, HIGH),
    "kl_div": (lambda x, y: special.kl_div(x, y), LOW, HIGH),
    "entr": (lambda x: special.entr(x), LOW),
    "exprel": (lambda x: special.exprel(x), NEGATIVE),
    "cosm1": (lambda x: special.cosm1(x), NEGATIVE),
    "exp10": (lambda x: special.exp10(x), LOW),
    "exp2": (lambda x: special.exp2(x), LOW),
    "expm1": (lambda x: special.expm1(x), LOW),
    "log1p": (lambda x: special.log1p(x), LOW),
    "cbrt": (lambda x: special.cbrt(x), LOW),
    "jv": (lambda x: special.jv(3, x), HIGH),
    "j0": (lambda x: special.j0(x), HIGH),
    "j1": (lambda x: special.j1(x), NEGATIVE),
    "yn": (lambda x: special.yn(2, x), HIGH),
    "y0": (lambda x: special.y0(x), HIGH),
    "y1": (lambda x: special.y1(x), HIGH),
    "iv": (lambda x: special.iv(2, x), NEGATIVE),
    "i0": (lambda x: special.i0(x), NEGATIVE),
    "i1": (lambda x: special.i1(x), NEGATIVE),
    "ive": (lambda x: special.ive(2, x), HIGH),
    "i0e": (lambda x: special.i0e(x), HIGH),
    "i1e": (lambda x: special.i1e(x), NEGATIVE),
    "kn": (lambda x: special.kn(2, x), HIGH),
    "k0": (lambda x: special.k0(x), HIGH),
    "k1": (lambda x: special.k1(x), HIGH),
    "kve": (lambda x: special.kve(2, x), HIGH),
    "k0e": (lambda x: special.k0e(x), HIGH),
    "k1e": (lambda x: special.k1e(x), HIGH),
    "spherical_jn": (lambda x: special.spherical_jn(2, x), HIGH),
    "sinc": (lambda x: np.sinc(x), np.array([-1.3, 0.0, 1e-9, 0.4, 2.0])),
    "exp1": (lambda x: special.exp1(x), HIGH),
    "expi": (lambda x: special.expi(x), NEGATIVE),
    "sici": (lambda x: special.sici(x)[0] * special.sici(x)[1], HIGH),
    "ellipk": (lambda x: special.ellipk(x), NEGATIVE[:3]),
    "ellipe": (lambda x: special.ellipe(x), NEGATIVE[:3]),
    "ellipkinc": (lambda p, m: special.ellipkinc(p, m), 3.0 * LOW, NEGATIVE[:3]),
    "ellipeinc": (lambda p, m: special.ellipeinc(p, m), 3.0 * LOW, NEGATIVE[:3]),
    "lambertw": (lambda x: special.lambertw(x).real, HIGH),
    "lambertw below": (lambda x: special.lambertw(x, k=-1).real, -0.4 * LOW),
    "gammainc": (lambda a, x: special.gammainc(a, x), LOW, HIGH),
    "gammaincc": (lambda a, x: special.gammaincc(a, x), HIGH, LOW),
    "betainc": (lambda x: special.betainc(2.0, 3.5, x), LOW),
    "softmax": (lambda x: special.softmax(x), NEGATIVE),
    "softmax of columns": (lambda x: special.softmax(x, axis=0), HIGH / 9.0),
    "softmax of rows": (lambda x: special.softmax(x, axis=-1), HIGH / 9.0),
    "softmax of a matrix": (lambda x: special.softmax(x), HIGH / 9.0),
    "softmax of rank 3": (
        lambda x: special.softmax(x, axis=1),
        np.arange(12.0).reshape(2, 3, 2) / 7.0,
    ),
    "log_softmax": (lambda x: special.log_softmax(x), NEGATIVE),
    "log_softmax of rows": (lambda x: special.log_softmax(x, axis=1), HIGH / 9.0),
}


@pytest.mark.parametrize("case", SLOPES.values(), ids=SLOPES)
def test_derivatives_of_arrays(case):
    function, *arguments = case
    check_plain(function, *arguments, tolerance=3e-6, exact=1e-11)


@pytest.mark.parametrize("case", SLOPES.values(), ids=SLOPES)
def test_derivatives_of_numbers(case):
    function, *arguments = case
    if "softmax" not in str(case[0].__code__.co_names):
        numbers = [float(x.ravel()[1]) for x in arguments]
        check_plain(function, *numbers, tolerance=3e-6, exact=1e-11)


# Several in one function, for the sake of time.
FAMILIES = {
    "error": (
        lambda x: special.erf(x) + special.erfcx(x) * special.log_ndtr(x),
        NEGATIVE[1:],
    ),
    "inverse": (lambda x: special.erfinv(x) + special.ndtri(x), LOW),
    "gamma": (
        lambda x: special.gammaln(x) + special.psi(x) * special.polygamma(2, x),
        HIGH,
    ),
    "beta": (lambda a, b: special.beta(a, b) + special.binom(a, b), LOW, LOW + 0.3),
    "bessel": (lambda x: special.jv(3, x) + special.y1(x), HIGH),
    "modified": (lambda x: special.i0e(x) + special.kn(2, x), HIGH),
    "integrals": (
        lambda x: special.exp1(x) + special.expi(x) * special.sici(x)[1],
        HIGH[0],
    ),
    "elliptic": (lambda x: special.ellipk(x) * special.ellipe(x), LOW),
    "elliptic of an angle": (
        lambda x: special.ellipkinc(x, 0.3) * special.lambertw(x).real,
        LOW[0],
    ),
    "incomplete": (
        lambda a, x: special.gammainc(a, x) * special.betainc(2.0, 3.0, a),
        LOW,
        HIGH,
    ),
    "entropy": (
        lambda x, y: special.rel_entr(x, y) + special.xlogy(x, y) * special.expit(x),
        LOW,
        HIGH,
    ),
    "softmax": (lambda x: special.softmax(x, axis=1) * np.sinc(x), HIGH / 9.0),
}


@pytest.mark.parametrize("case", FAMILIES.values(), ids=FAMILIES)
def test_they_compile(case):
    check_compiled(*case, exact=1e-11)


@pytest.mark.parametrize("shape", [(0,), (1,), (2, 3), (2, 1, 2), (0, 2)])
def test_arrays_of_every_rank(shape):
    x = np.linspace(0.2, 0.9, math.prod(shape)).reshape(shape)
    check_plain(lambda x: special.erfinv(x), x, second=bool(x.size))
    check_plain(lambda x: special.erfinv(x), x.T, second=bool(x.size))


@pytest.mark.parametrize(
    ("a", "x"),
    [
        (1.5, HIGH),
        (LOW, 2.5),
        (HIGH, LOW),
        (LOW[:, None], LOW),
        (HIGH[:, :1], HIGH),
        (np.array([2.0]), HIGH),
        (HIGH[:, None], LOW[None, :, None]),
        (HIGH.T, HIGH.T + 1.0),
    ],
)
def test_arguments_are_broadcast(a, x):
    check_plain(lambda a, x: special.betaln(a, x), a, x, tolerance=1e-5)


def test_shapes_that_differ_raise():
    with pytest.raises(ValueError, match="different shapes"):
        s2sad.jvp(lambda a, x: special.beta(a, x), (LOW, NEGATIVE), (LOW, NEGATIVE))


EDGES = {
    "erfcx": (-math.inf, math.inf, math.nan, -30.0),
    "erfinv": (-1.0, 1.0, 0.0, 1.5, math.nan),
    "erfcinv": (0.0, 2.0, 1.0, -0.5, 2.5, math.nan),
    "ndtr": (-math.inf, math.inf, math.nan),
    "log_ndtr": (math.inf, math.nan),
    "ndtri": (0.0, 1.0, 0.5, -0.1, math.nan),
    "gamma": (0.0, -0.0, -1.0, 200.0, math.inf, math.nan),
    "gammaln": (0.0, -1.0, 1.0, 2.0, -math.inf, math.inf, math.nan),
    "psi": (0.0, -1.0, math.inf, math.nan),
    "zeta": (1.0, math.nan),
    "expit": (-math.inf, math.inf, math.nan, 0.0),
    "logit": (0.0, 1.0, -1.0, 2.0, math.nan),
    "log_expit": (-math.inf, math.inf, math.nan),
    "entr": (0.0, -1.0, math.nan),
    "exprel": (0.0, -math.inf, math.inf, math.nan),
    "j0": (0.0, math.nan),
    "j1": (0.0, math.nan),
    "y0": (0.0, -1.0, math.nan),
    "y1": (0.0, -1.0, math.nan),
    "i0": (0.0, math.nan),
    "i1": (0.0, math.nan),
    "i0e": (0.0, math.inf, math.nan),
    "k0": (0.0, -1.0, math.inf, math.nan),
    "k1": (0.0, -1.0, math.inf, math.nan),
    "exp1": (0.0, -1.0, math.inf, math.nan)[::2],
    "expi": (0.0, -math.inf, math.inf, math.nan),
    "ellipk": (1.0, 2.0, math.nan),
    "ellipe": (1.0, 2.0, math.nan),
}


@pytest.mark.parametrize("name", EDGES)
def test_edges_are_those_of_scipy(name):
    points = np.array(EDGES[name])
    with np.errstate(all="ignore"):
        expected = getattr(special, name)(points)
    found = values_of(of_numbers(name), [(point,) for point in points])
    np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_bessel_functions_have_limits():
    """SciPy gives nan for some of them."""
    for name, limit in {
        "j0": 0.0,
        "j1": 0.0,
        "y0": 0.0,
        "y1": 0.0,
        "i0": math.inf,
    }.items():
        assert values_of(of_numbers(name), [(math.inf,)]) == [limit]


@pytest.mark.parametrize(
    ("function", "points"),
    [
        (special.xlogy, [(0.0, 0.0), (0.0, math.nan), (1.0, 0.0), (2.0, -1.0)]),
        (special.rel_entr, [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (-1.0, 1.0)]),
        (special.kl_div, [(0.0, 0.0), (0.0, 2.0), (1.0, 0.0), (-1.0, 1.0)]),
        (special.gammainc, [(0.0, 1.0), (1.0, 0.0), (2.0, math.inf), (-1.0, 1.0)]),
        (special.gammaincc, [(0.0, 1.0), (1.0, 0.0), (2.0, math.inf), (-1.0, 1.0)]),
        (special.binom, [(3.0, -1.0), (3.0, 4.0), (-2.0, 1.0), (0.0, 0.0)]),
        (special.comb, [(3.0, -1.0), (3.0, 4.0), (4.0, 0.0)]),
    ],
)
def test_edges_of_two_arguments(function, points):
    expected = [function(*point) for point in points]
    found = values_of(lambda x, y: function(x, y), points)
    np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_numbers_of_32_bits_stay_so():
    x = np.array([0.3, 0.7], dtype=np.float32)
    value, dots = s2sad.jvp(lambda x: special.erfinv(x), (x,), (x,))
    assert value.dtype == np.float32 == special.erfinv(x).dtype
    np.testing.assert_allclose(value, special.erfinv(x), rtol=1e-6)
    assert s2sad.grad(lambda x: np.sum(special.erfinv(x)))(x).dtype == np.float32


def test_integers_are_taken_as_floats():
    f = s2sad.grad(lambda y, k: np.sum(y * special.gammaln(k)), jit=False)
    np.testing.assert_allclose(f(2.0, np.array([3, 4])), math.log(2.0) + math.log(6.0))


def test_an_error_function_of_a_number_is_that_of_math():
    text = s2sad.source(s2sad.grad(lambda x: special.erf(x) * x), 1.0)
    assert "math.erf(x)" in text
    assert text.count("def ") == 1


def test_an_order_that_is_no_integer_is_refused():
    with pytest.raises(s2sad.RefusalError, match="jv is a float"):
        s2sad.grad(lambda v, x: special.jv(v, x), argnums=1)(0.5, 1.0)


def by_orders(a, b, x):
    step = mpmath.mpf(10) ** -12
    first = mp_betainc(a + step, b, x) - mp_betainc(a - step, b, x)
    second = mp_betainc(a, b + step, x) - mp_betainc(a, b - step, x)
    return [float(difference / (2 * step)) for difference in (first, second)]


@pytest.mark.parametrize("x", [1e-6, 0.2, 0.7, 0.99])
@pytest.mark.parametrize("b", [0.1, 3.0, 200.0])
@pytest.mark.parametrize("a", [0.5, 10.0, 300.0])
def test_derivatives_of_the_incomplete_beta_function_by_its_orders(a, b, x):
    with mpmath.workdps(60):
        expected = by_orders(a, b, x)
    got = BY_ORDERS(a, b, x)
    np.testing.assert_allclose(got, expected, rtol=1e-9, atol=1e-30)


BY_ORDERS = s2sad.grad(lambda a, b, x: special.betainc(a, b, x), (0, 1), jit=False)


@pytest.mark.parametrize(
    ("function", "shift"), [(special.xlogy, 0), (special.xlog1py, 1)]
)
def test_at_0_a_product_with_a_logarithm_is_as_smooth_as_elsewhere(function, shift):
    check_plain(lambda x, y: function(x, y), np.zeros(2), np.array([0.4, 2.5]))
    hessian = s2sad.hessian(lambda v: function(v[0], v[1]), jit=False)
    mixed = 1.0 / (0.4 + shift)
    expected = np.array([[0.0, mixed], [mixed, 0.0]])
    assert hessian(np.array([0.0, 0.4])) == pytest.approx(expected)
