"""Faddeeva's function and what is made of it, and Airy's: values, slopes and edges."""

import math

import mpmath
import numpy as np
import pytest
from complex_checks import check_complex, check_second
from derivative_checks import check_compiled, check_plain
from scipy import special

import s2sad

DIGITS = 1e-13

REAL = (
    1e-300,
    1e-20,
    1e-5,
    0.1,
    0.49,
    1.0,
    1.49,
    1.51,
    2.1,
    4.4,
    6.9,
    7.2,
    12.3,
    26.65,
)
FAR = (39.9, 40.1, 1e3, 1e8, 1e16, 1e100)
BELOW = (-1e-9, -0.3, -1.1, -2.49, -2.51, -4.0, -9.7, -33.3, -100.7, -4321.0)
ABOVE = (0.0, 1e-9, 0.3, 1.39, 1.41, 2.2, 4.4, 6.99, 7.01, 9.9, 31.7, 100.3)
SIZES = (0.0, 1e-30, 1e-8, 0.11, 0.237, 0.36, 1.3, 1.99, 2.01, 4.7, 6.95, 7.2, 22.0)
PLANE = [complex(x, y) for x in SIZES for y in SIZES]
PLANE += [1e8 + 1e-8j, 1e8j, 1e150 + 3e150j]
VOIGT = [
    (x * sigma, sigma, gamma * sigma)
    for x in (0.0, 1e-9, -0.4, 3.3, -8.1, 12.0, 90.0, 1e6, 1e9)
    for sigma in (1.0, 3e-7, 2.5e11)
    for gamma in (0.0, 1e-20, 1e-6, 0.2, 3.1, 1e5, 1e9)
]


def mp_w(n, z):
    """The n-th derivative of Faddeeva's function."""
    before, here = -1j / mpmath.sqrt(mpmath.pi), mpmath.exp(-z * z)
    here *= mpmath.erfc(mpmath.mpc(z.imag, -z.real))
    for k in range(n):
        before, here = here, -2 * (z * here + max(k, 1) * before)
    return here


def mp_dawson(n, x):
    """The n-th derivative of Dawson's integral."""
    return mpmath.sqrt(mpmath.pi) / 2 * mpmath.im(mp_w(n, mpmath.mpc(x)))


def mp_voigt(x, sigma, gamma):
    width = mpmath.sqrt(2) * sigma
    z = mpmath.mpc(x, gamma) / width
    return mpmath.re(mp_w(0, z)) / (mpmath.sqrt(mpmath.pi) * width)


def ai(n):
    return lambda x: mpmath.airyai(x, derivative=n)


def bi(n):
    return lambda x: mpmath.airybi(x, derivative=n)


def waves(n):
    """Below 0, where Ai and Bi oscillate, the size of both."""
    return lambda x: mpmath.hypot(ai(n)(x), bi(n)(x)) if x < 0 else 0


def none(*given):
    return 0


ERROR = {
    "dawsn": (lambda x: special.dawsn(x), lambda x: mp_dawson(0, x)),
    "erfi": (lambda x: special.erfi(x), mpmath.erfi),
    "S": (lambda x: special.fresnel(x)[0], mpmath.fresnels),
    "C": (lambda x: special.fresnel(x)[1], mpmath.fresnelc),
}
AIRY = {
    "Ai": (lambda x: special.airy(x)[0], ai(0), waves(0)),
    "slope of Ai": (lambda x: special.airy(x)[1], ai(1), waves(1)),
    "Bi": (lambda x: special.airy(x)[2], bi(0), waves(0)),
    "slope of Bi": (lambda x: special.airy(x)[3], bi(1), waves(1)),
}


def voigt(x, sigma, gamma):
    return special.voigt_profile(x, sigma, gamma)


def wofz(z):
    return special.wofz(z)


def check_digits(got, exact, given, scale=none, digits=DIGITS):
    """A value agrees with mpmath's, to the digits of a number or of its scale."""
    with mpmath.workdps(60):
        expected = exact(*map(mpmath.mpmathify, given))
        size = max(abs(expected), scale(*given))
        if 1e-300 < size < 1e300:
            error = abs(mpmath.mpmathify(complex(got)) - expected) / size
            assert error <= digits, (given, got, expected)


@pytest.mark.parametrize("name", ERROR)
def test_values_of_integrals_of_errors(name):
    function, exact = ERROR[name]
    both = s2sad.value_and_grad(function, jit=False)
    points = REAL if name == "erfi" else (*REAL, *FAR[: 6 if name == "dawsn" else 4])
    for x in points:
        with mpmath.workdps(300 if x > 1e10 else 60):
            for given in (x, -x):
                check_digits(both(given)[0], exact, (given,))


@pytest.mark.parametrize("name", AIRY)
def test_values_of_functions_of_airy(name):
    function, exact, scale = AIRY[name]
    both = s2sad.value_and_grad(function, jit=False)
    for x in (*BELOW, *ABOVE):
        check_digits(both(x)[0], exact, (x,), scale)


def test_values_of_faddeeva_in_the_upper_half_of_the_plane():
    for corner in PLANE:
        for z in (corner, -corner.conjugate()):
            value, _ = s2sad.jvp(wofz, (z,), (1j,), jit=False)
            check_digits(value, lambda z: mp_w(0, z), (z,))
            check_digits(value.real, lambda z: mp_w(0, z).real, (z,))


def test_values_of_faddeeva_in_the_lower_half_of_the_plane():
    """Near zeros of w a difference is divided by what is there without a minus."""
    for z in (-corner for corner in PLANE if abs(corner) < 30.0):
        value, _ = s2sad.jvp(wofz, (z,), (1j,), jit=False)
        check_digits(value, lambda z: mp_w(0, z), (z,), lambda z: abs(mp_w(0, -z)))


def test_values_of_the_profile_of_voigt():
    both = s2sad.value_and_grad(voigt, jit=False)
    for given in VOIGT:
        check_digits(both(*given)[0], mp_voigt, given)


# The first and the second derivative.
SLOPES = {
    "dawsn": (lambda x: mp_dawson(1, x), lambda x: mp_dawson(2, x)),
    "erfi": (
        lambda x: 2 / mpmath.sqrt(mpmath.pi) * mpmath.exp(x * x),
        lambda x: 4 * x / mpmath.sqrt(mpmath.pi) * mpmath.exp(x * x),
    ),
    "S": (
        lambda x: mpmath.sin(mpmath.pi * x * x / 2),
        lambda x: mpmath.pi * x * mpmath.cos(mpmath.pi * x * x / 2),
    ),
    "C": (
        lambda x: mpmath.cos(mpmath.pi * x * x / 2),
        lambda x: -mpmath.pi * x * mpmath.sin(mpmath.pi * x * x / 2),
    ),
    "Ai": (ai(1), ai(2)),
    "slope of Ai": (ai(2), ai(3)),
    "Bi": (bi(1), bi(2)),
    "slope of Bi": (bi(2), bi(3)),
}


@pytest.mark.parametrize("name", SLOPES)
def test_slopes_are_exact_in_both_modes(name):
    function = (ERROR | AIRY)[name][0]
    points = BELOW[:7] if name in AIRY else (-3.3, 1e-5)
    backward = s2sad.grad(function, jit=False)
    both = [(x, backward(x), backward) for x in (*points, 0.2, 1.3, 5.7, 11.1)]
    first, second = SLOPES[name]
    for x, slope, gradient in both:
        _, dot = s2sad.jvp(function, (x,), (1.0,), jit=False)
        _, dot_of_slope = s2sad.jvp(gradient, (x,), (1.0,), jit=False)
        bar_of_slope = s2sad.grad(gradient, jit=False)(x)
        # second derivatives of Dawson's integral lose a factor of about x**4
        for got, exact, digits in (
            (slope, first, 1e-13),
            (dot, first, 1e-13),
            (dot_of_slope, second, 3e-12),
            (bar_of_slope, second, 3e-12),
        ):
            check_digits(got, exact, (x,), lambda x: 1 / max(abs(x), 1), digits)


def test_slopes_far_out_keep_their_digits():
    """Not so 1 - 2 * x * dawsn(x), which is 0 there."""
    gradient = s2sad.grad(ERROR["dawsn"][0], jit=False)
    bend = s2sad.grad(gradient, jit=False)
    for x in (30.0, -1e3, 1e9):
        with mpmath.workdps(60):
            check_digits(gradient(x), lambda x: mp_dawson(1, x), (x,))
            check_digits(bend(x), lambda x: mp_dawson(2, x), (x,))
    for z in (50.0 + 1e-9j, 1e7 + 1e7j, 9j):
        slope = s2sad.jvp(wofz, (z,), (1.0 + 0j,), jit=False)[1]
        check_digits(slope, lambda z: mp_w(1, z), (z,))


def by_x_sigma_gamma(given, orders):
    """A derivative of the profile by mpmath's differences."""
    with mpmath.workdps(80):
        return mpmath.diff(mp_voigt, tuple(map(mpmath.mpf, given)), orders)


@pytest.mark.parametrize(
    "given", [(0.3, 0.7, 0.4), (-4.0, 1.0, 1e-3), (30.0, 2.0, 5.0), (1.0, 1e-3, 3.0)]
)
def test_slopes_of_the_profile_of_voigt(given):
    gradient = s2sad.grad(voigt, (0, 1, 2), jit=False)
    hessian = [s2sad.grad(voigt, n, jit=False) for n in range(3)]
    units = np.eye(3, dtype=int)
    for n, slope in enumerate(gradient(*given)):
        unit = tuple(map(float, units[n]))
        _, dot = s2sad.jvp(voigt, given, unit, jit=False)
        expected = float(by_x_sigma_gamma(given, tuple(units[n])))
        assert slope == pytest.approx(expected, rel=1e-11)
        assert dot == pytest.approx(expected, rel=1e-11)
        for m in range(3):
            _, dot = s2sad.jvp(hessian[m], given, unit, jit=False)
            expected = float(by_x_sigma_gamma(given, tuple(units[n] + units[m])))
            assert dot == pytest.approx(expected, rel=1e-9)


X, W = np.array([[-3.3, -0.6, 0.7], [2.8, 6.1, 9.3]]), np.array([0.6, 0.9, 1.7])
CASES = {
    "dawsn": (ERROR["dawsn"][0], X),
    "erfi": (ERROR["erfi"][0], X / 4.0),
    "fresnel": (lambda x: special.fresnel(x)[0] * special.fresnel(x)[1], X / 2.0),
    "airy": (
        lambda x: special.airy(x)[0] * special.airy(x)[3] - special.airy(x)[1],
        X / 2.0,
    ),
    "Bi": (AIRY["Bi"][0], X / 3.0),
    "voigt_profile": (voigt, X, W, W[::-1] / 3.0),
    "voigt_profile of x": (lambda x: special.voigt_profile(x, 0.4, 0.2), X),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_derivatives_of_arrays(case):
    function, *arguments = case
    check_plain(function, *arguments, tolerance=3e-6, exact=1e-11)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_derivatives_of_numbers(case):
    function, *arguments = case
    numbers = [float(x.ravel()[1]) for x in arguments]
    check_plain(function, *numbers, tolerance=3e-6, exact=1e-11)


@pytest.mark.parametrize("name", ["erfi", "fresnel", "airy", "voigt_profile"])
def test_they_compile(name):
    check_compiled(*CASES[name], exact=1e-11)


Z = np.array([[1.0 + 0.5j, -0.3 - 0.2j, 0.1 + 3.0j], [7.4 + 0.2j, -1.1j, 2.2 + 0j]])


@pytest.mark.parametrize("jit", [False, True])
def test_derivatives_of_faddeeva(jit):
    check_complex(wofz, Z, jit=jit)


def test_faddeeva_of_numbers_and_of_real_ones():
    check_complex(wofz, 0.4 - 0.9j)
    check_complex(wofz, 0.4)
    check_complex(wofz, X)
    check_second(lambda z: np.sum(np.abs(special.wofz(z)) ** 2), Z)
    check_second(lambda x, y: special.wofz(x + 1j * y).imag, 0.4, 0.7)


def test_numbers_of_32_bits_stay_so():
    x = np.array([0.3, 0.7], dtype=np.float32)
    for name in ("dawsn", "erfi", "Ai", "S"):
        function = (ERROR | AIRY)[name][0]
        value, dots = s2sad.jvp(function, (x,), (x,), jit=name == "dawsn")
        assert value.dtype == dots.dtype == np.float32 == function(x).dtype
        np.testing.assert_allclose(value, function(x), rtol=1e-6)


EDGES = {
    "dawsn": (0.0, -0.0, math.inf, -math.inf, math.nan),
    "erfi": (0.0, 27.0, -30.0, math.inf, -math.inf, math.nan),
    "S": (0.0, math.inf, -math.inf, math.nan),
    "C": (0.0, math.inf, -math.inf, math.nan),
    "Ai": (0.0, 103.0, 200.0, -1e10, -math.inf, math.nan),
    "slope of Ai": (0.0, 103.0, 200.0, -1e10, -math.inf, math.nan),
    "Bi": (0.0, 103.0, -1e10, -math.inf, math.nan),
    "slope of Bi": (0.0, 103.0, -1e10, -math.inf, math.nan),
}


@pytest.mark.parametrize("name", EDGES)
def test_edges_are_those_of_scipy(name):
    function = (ERROR | AIRY)[name][0]
    both = s2sad.value_and_grad(function, jit=False)
    for x in EDGES[name]:
        np.testing.assert_allclose(both(x)[0], function(x), rtol=1e-12)


def test_functions_of_airy_have_limits():
    """SciPy gives nan for them."""
    limits = {"Ai": 0.0, "slope of Ai": 0.0, "Bi": math.inf, "slope of Bi": math.inf}
    for name, limit in limits.items():
        both = s2sad.value_and_grad(AIRY[name][0], jit=False)
        assert [both(x)[0] for x in (1e10, math.inf)] == [limit, limit]


def test_edges_of_faddeeva_are_those_of_scipy():
    infinite = [complex(x, y) for x in (0.0, math.inf) for y in (-math.inf, math.inf)]
    for z in (0j, 1 - 30j, -30j, 1 - 1e200j, 1e200 - 1j, complex(math.nan), *infinite):
        value, _ = s2sad.jvp(wofz, (z,), (1j,), jit=False)
        parts = [value.real, value.imag], [wofz(z).real, wofz(z).imag]
        np.testing.assert_allclose(*parts, rtol=1e-12)


@pytest.mark.parametrize("x", [0.0, 1.3, -1e200, math.inf, math.nan])
@pytest.mark.parametrize("sigma", [0.0, 1.1, math.inf, math.nan])
@pytest.mark.parametrize("gamma", [0.0, 0.7, math.nan])
def test_edges_of_the_profile_of_voigt_are_those_of_scipy(x, sigma, gamma):
    value, _ = PROFILE(x, sigma, gamma)
    np.testing.assert_allclose(value, voigt(x, sigma, gamma), rtol=1e-12)


PROFILE = s2sad.value_and_grad(voigt, (0, 1, 2), jit=False)


def test_slopes_of_the_profile_at_its_edges_are_those_from_above():
    cases = [((0.7, 0.0, 0.4), 1e-4), ((0.7, 0.9, 0.0), 1e-7), ((0.7, 0.0, 0.0), 1e-4)]
    for (x, sigma, gamma), step in cases:
        value, slopes = PROFILE(x, sigma, gamma)
        above = voigt(x, sigma + step, gamma), voigt(x, sigma, gamma + step)
        expected = [(number - value) / step for number in above]
        assert slopes[1:] == pytest.approx(expected, rel=1e-3, abs=1e-3)
    bend = s2sad.grad(s2sad.grad(voigt, 1, jit=False), 1, jit=False)
    by_x = s2sad.grad(s2sad.grad(voigt, 0, jit=False), 0, jit=False)
    assert bend(0.7, 0.0, 0.4) == pytest.approx(by_x(0.7, 0.0, 0.4))


@pytest.mark.parametrize("name", ["dawsn", "erfi", "fresnel", "airy"])
def test_complex_numbers_are_refused_where_real_ones_are_meant(name):
    function = getattr(special, name)
    with pytest.raises(s2sad.RefusalError, match=f"{name} of complex numbers"):
        s2sad.jvp(lambda z: function(z), (1j,), (1j,))
