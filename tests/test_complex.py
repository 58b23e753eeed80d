"""Complex numbers: real functions that pass through them, and functions of them."""

# ruff: noqa: F821, F841  (the lines of rules)

import cmath

import numpy as np
import pytest
from complex_checks import check_complex, check_second, differences, directions
from derivative_checks import check_plain

import s2sad
from s2sad.errors import ReachedError, RefusalError, UsageError

z, w, x, y = 1.2 - 0.7j, 0.4 + 0.9j, 0.8, 1.3
Z = np.array([1 + 0.5j, 0.3 - 0.2j, -0.7 + 0.9j])
X = np.array([0.5, 1.5, -0.3])
M = np.outer(Z, Z + 1) + np.eye(3)
R = np.outer(X, X + 2) + np.eye(3)

# --- expressions ----------------------------------------------------------------------

EXPRESSIONS = [
    (lambda z, w: z * w + z / w - w**2, z, w),
    (lambda z, w, x: z**w + x**w + z**x + (-x) ** w, z, w, x),
    (lambda z, n: z**2.5 + z**-1 + z**n + z**1j, z, 3),
    (lambda x: 2 ** (1j * x) * cmath.sqrt(-x), x),
    (lambda z: np.exp(z) + np.log(z) + np.sqrt(z), z),
    (lambda z: np.sin(z) * np.cos(z) + np.tan(z), z),
    (lambda z: np.sinh(z) * np.cosh(z) + np.tanh(z), z),
    (lambda z: np.arcsin(z) + np.arccos(z) * np.arctan(z), z),
    (lambda z: np.arcsinh(z) + np.arccosh(z) * np.arctanh(z), z),
    (lambda z: np.arccosh(-z) * np.arcsin(4 * z) * np.arcsinh(-3 * z), z),
    (lambda z: np.expm1(z) + np.log1p(z) + np.exp2(z) + np.log2(z) + np.log10(z), z),
    (lambda z: np.square(z) + np.reciprocal(z) - np.negative(z) + np.positive(z), z),
    (lambda z: abs(z) * np.abs(z) ** 2 + z.real * z.imag, z),
    (lambda z: z.conjugate() * z * z + np.conj(z), z),
    (lambda z: np.angle(z) + np.angle(z, True) * cmath.phase(z), z),
    (lambda x, y: complex(x, y) ** 2 * complex(1, y) + complex(x), x, y),
    (lambda z: cmath.exp(z) * cmath.log(z, 3) + cmath.polar(z)[1], z),
    (lambda r, p: cmath.rect(r, p) ** 2, x, y),
    (lambda z: cmath.acos(z) + cmath.asin(z) * cmath.atan(z) + cmath.atanh(z), z),
    (lambda z: np.sum(z * z) * np.mean(z) + z.sum() * z.mean(), Z),
    (lambda z, x: z * x + x / z - z / x, Z, X),
    (lambda z, x: z * x, Z, x),
    (lambda z, x: z * x, z, X),
    (lambda M, z: (M @ z) * z + z @ M, M, Z),
    (lambda M, x: M @ M.T @ x, M, X),
    (lambda M, z: M @ z, R, Z),
    (lambda z: np.vdot(z, z * 1j) + np.dot(z, z), Z),
    (lambda z: np.outer(z, z) + np.conj(np.outer(z, z)).T, Z),
    (lambda z: np.abs(z) ** 2 + z.real * z.imag + np.angle(z), Z),
    (lambda x: np.real(np.exp(1j * x)) + np.imag(x * 2j) * x, X),
    (lambda M: np.sum(M, axis=0) * np.mean(M, axis=1), M),
    (lambda z: np.where(z.real > 0, z, z * z) + np.where(z.imag > 0, z, 0.0), Z),
    (lambda x: np.where(x > 0, x * 1j, x) * x.astype(complex), X),
    (lambda x: np.array([x, x * 1j, x * x + 2j]) * np.array([1j, 2, 3]), x),
    (lambda z: z[0] * z[1:].sum() * z[::-1], Z),
    (lambda x, z: z**2.5 + z**x + x**z, X, Z),
    (lambda z: np.log(z) * np.sin(z) / np.tanh(z) + np.arcsin(z) * np.arccosh(z), Z),
    (lambda z: (z == w) * z + (z != w) * z * z + np.isfinite(z) * z.real, z),
    (lambda z: np.full(3, z) * 1j + np.reshape(np.full(3, z), (3, 1)), z),
    (lambda z: z if abs(z) > 1 else z * z, w),
    (lambda x: x.real * x.imag + x.conjugate() + np.angle(x), x),
    (lambda z: -z * 2 - 3 + (+z) / 2, Z),
    (lambda x: abs((x + 1j) ** 2) ** 2, x),
    (lambda x: abs(complex(x**2, x) * x) + np.real(np.complex128(x) ** 2j), x),
    (lambda x: np.sum(np.abs(x**3 * 1j + x)), X),
]


@pytest.mark.parametrize("case", EXPRESSIONS, ids=range(len(EXPRESSIONS)))
def test_expressions(case):
    check_complex(*case)


# --- programs -------------------------------------------------------------------------


def written_in_place(x):
    z = np.zeros(3, dtype=complex)
    for i in range(3):
        z[i] = x[i] * (1 + 1j * i)
        z[i] += x[i] ** 2
        z[i] *= 1j
    z *= 2.0
    z[1:] = z[1:] * x[1:]
    z[0] = x[0]
    z += x
    return z


def new_arrays(x):
    a, b = np.full(3, 1j), np.zeros_like(x, dtype=complex)
    c, d = np.ones(3, complex), np.empty(3, np.complex128)
    for i in range(3):
        a[i] *= x[i]
        b[i] = x[i] * 1j
        c[i] -= x[i]
        d[i] = 1j * x[i] ** 2
    return a * b + c * d


def cube_root(a):
    z = 1 + 1j
    for _ in range(12):
        z = z - (z**3 - a) / (3 * z**2)
    return z


def begun_as_a_float(x, n):
    s = 0.0
    for i in range(n):
        s = s + x * np.exp(1j * i * x)
    return s


def real_on_one_path(x):
    z = x
    if x < 0:
        z = x * 1j
    return z * z


def part_on_one_path(z):
    u = z
    if z.real > 0:
        u = z.real
    return u * z


def scaled(z, a):
    return z * a + np.conj(z)


def filled(z, a):
    out = np.zeros(len(a), dtype=complex)
    for i in range(len(a)):
        out[i] = z * a[i]
    return out


def add_to(out, x):
    for i in range(len(x)):
        out[i] += x[i] * 1j


def calls(x, z):
    return scaled(x, z) + scaled(z, x) + scaled(z, z) * scaled(x, x)


def calls_with_arrays(x, z):
    out = z * 1j
    add_to(out, x)
    add_to(out, x * 2)
    return out * out + filled(z[0], x) + filled(x[0], x * z)


def in_a_list(x):
    values = []
    for i in range(3):
        values.append(x[i] * (1j + i))
    s = 0j
    for v in values:
        s += v * v
    return s


def arrays_of_both_kinds_in_a_list(z, x, n):
    before = [z, x]
    for _ in range(n):
        before.append(before[-1] * before[-2] + x)
    return before[-1] + before[1] * before[0]


def parts_one_by_one(z):
    a, b = z.real, z.imag
    s = 0.0
    for i in range(len(a)):
        s += a[i] * b[i] ** 2
    return s


def overwritten(z):
    for _ in range(3):
        z = np.sin(z) * z
    return z


def fourier(x):
    n = len(x)
    out = np.zeros(n, dtype=complex)
    for k in range(n):
        for j in range(n):
            out[k] += x[j] * np.exp(-2j * np.pi * j * k / n)
    return out


def exchanged(z, x):
    u, v = z.copy(), z * x
    u, v = v, u
    a, b = z[0] * x[0], x[1]
    a, b = b, a
    return u * v[0] * a * b


def augmented(x):
    z = 1j * x
    z += x
    z -= 2 * x * x
    z *= z
    z /= x + 2j
    z **= 2
    return z


def through_a_view(z, x):
    z = z.copy()
    z *= x
    z /= x + 2
    v = z[1:]
    v *= 2j
    v[0] += z[0]
    return z * z


def scattered(z):
    k = np.array([0, 1, 0])
    y = z[k] * z
    out = np.zeros(3, dtype=complex)
    out[k] += y
    return out


def elements(M):
    s = 0j
    for i in range(3):
        for j in range(3):
            s += M[i, j] * M[j, i] * np.conj(M[i, i])
    return s


def recursive(z, n):
    if n == 0:
        return z
    return recursive(z * z + 1, n - 1) * z


def several(z, x):
    return z * x, x * x, abs(z)


def system(z):
    M = np.array([[z, 1], [1j, z * z]])
    return np.linalg.solve(M, np.array([1.0, z]))


def of_reals_between(z):
    order = np.sort(np.real(z)) * np.argmax(np.imag(z))
    return np.max(np.abs(z)) * order


def into_real(x, z):
    r = np.zeros(3)
    for i in range(3):
        r[i] = (z[i] * x[i]).real
    return r * r


PROGRAMS = [
    (written_in_place, X),
    (new_arrays, X),
    (cube_root, 2 + 1j),
    (begun_as_a_float, x, 4),
    (real_on_one_path, x),
    (real_on_one_path, -x),
    (part_on_one_path, z),
    (part_on_one_path, -z),
    (calls, x, z),
    (calls_with_arrays, X, Z),
    (in_a_list, X),
    (arrays_of_both_kinds_in_a_list, Z, X, 3),
    (arrays_of_both_kinds_in_a_list, X, Z, 2),
    (parts_one_by_one, Z),
    (overwritten, z),
    (overwritten, Z),
    (fourier, X),
    (exchanged, Z, X),
    (augmented, x),
    (through_a_view, Z, X),
    (scattered, Z),
    (elements, M),
    (recursive, z, 2),
    (several, z, x),
    (system, z),
    (of_reals_between, Z),
    (into_real, X, Z),
]


@pytest.mark.parametrize("case", PROGRAMS, ids=lambda case: case[0].__name__)
def test_programs(case):
    check_complex(*case)


@pytest.mark.parametrize(
    "case",
    [
        (lambda x: np.sum(np.abs(fourier(x)) ** 2 * np.array([1.0, 2.0, 3.0])), X),
        (lambda z, x: np.real(z**2 * np.exp(1j * x) / abs(z)), z, x),
        (lambda z: np.angle(overwritten(z)) * abs(np.conj(z) - 1j), z),
        (lambda z, x: np.sum(np.imag(through_a_view(z, x))), Z, X),
        (lambda z, x: abs(np.sum(calls_with_arrays(x, z))), Z, X),
        (lambda z: np.real(np.sum(np.linalg.inv(np.outer(z, z) + np.eye(3)))), Z),
        (lambda z, x: np.real((z + x) ** (1 + x * 1j)), z, x),
    ],
    ids=range(7),
)
def test_second_order(case):
    check_second(*case)


def test_compiled():
    """Numba once for what the programs of tests/programs have not: whole arrays."""

    def f(x, z, M):
        v = z.copy()
        v[1:] *= x[1:] * 2j
        v += np.conj(M @ z) + np.exp(1j * x)
        return np.sum(np.real(v * v)) + np.sum(np.angle(z)) + abs(np.linalg.det(M))

    plain = s2sad.grad(f, argnums=(0, 1, 2), jit=False)(X, Z, M)
    compiled = s2sad.grad(f, argnums=(0, 1, 2))(X, Z, M)
    for got, expected in zip(compiled, plain):
        assert got.dtype == expected.dtype
        np.testing.assert_allclose(got, expected, rtol=1e-12)
    holomorphic = s2sad.grad(cubic, holomorphic=True)
    np.testing.assert_allclose(holomorphic(z), 3 * z**2 + np.cos(z), rtol=1e-13)


# --- what is asked for ----------------------------------------------------------------


def cubic(z):
    return z**3 + np.sin(z)


def test_holomorphic_derivatives():
    slope, bend = 3 * z**2 + np.cos(z), 6 * z - np.sin(z)
    for derivative in (s2sad.grad, s2sad.jacfwd, s2sad.jacrev, s2sad.jacobian):
        got = derivative(cubic, jit=False, holomorphic=True)(z)
        np.testing.assert_allclose(got, slope, rtol=1e-13)
    value, got = s2sad.value_and_grad(cubic, jit=False, holomorphic=True)(z)
    np.testing.assert_allclose([value, got], [cubic(z), slope], rtol=1e-13)
    got = s2sad.hessian(cubic, jit=False, holomorphic=True)(z)
    np.testing.assert_allclose(got, bend, rtol=1e-13)
    inner = s2sad.grad(cubic, jit=False, holomorphic=True)
    got = s2sad.grad(inner, jit=False, holomorphic=True)(z)
    np.testing.assert_allclose(got, bend, rtol=1e-13)


@pytest.mark.parametrize("derivative", [s2sad.jacfwd, s2sad.jacrev])
def test_holomorphic_jacobians(derivative):
    def f(z):
        return z * np.sum(z) + z**2

    got = derivative(f, jit=False, holomorphic=True)(Z)
    expected = np.sum(Z) * np.eye(3) + Z[:, None] + 2 * np.diag(Z)
    np.testing.assert_allclose(got, expected, rtol=1e-13)


def test_a_complex_derivative_is_complex_where_it_is_a_constant():
    for derivative in (s2sad.grad, s2sad.jacfwd, s2sad.jacrev, s2sad.hessian):
        got = derivative(lambda z: 2 * z, jit=False, holomorphic=True)(z)
        assert isinstance(got, complex)


def test_the_gradient_of_a_real_function_is_not_conjugated():
    """As JAX has it: of abs(z)**2 it is 2 * conj(z)."""
    got = s2sad.grad(lambda z: abs(z) ** 2, jit=False)(z)
    np.testing.assert_allclose(got, 2 * np.conj(z), rtol=1e-13)
    got = s2sad.grad(lambda z: z.real + 2 * z.imag, jit=False)(z)
    np.testing.assert_allclose(got, 1 - 2j, rtol=1e-13)
    got = s2sad.jacrev(lambda z: np.abs(z) ** 2, jit=False)(Z)
    np.testing.assert_allclose(got, np.diag(2 * np.conj(Z)), rtol=1e-13)


def test_real_jacobians_with_complex_results():
    got = s2sad.jacfwd(lambda x: np.exp(1j * x), jit=False)(X)
    np.testing.assert_allclose(got, np.diag(1j * np.exp(1j * X)), rtol=1e-13)


def test_a_derivative_inside_a_function():
    def speed(x):
        return abs(s2sad.grad(cubic, holomorphic=True)(x + 1j)) ** 2

    got = s2sad.grad(speed, jit=False)(x)
    expected = differences(speed_by_hand, [x], [1.0])[0].real
    np.testing.assert_allclose(got, expected, rtol=1e-8)


def speed_by_hand(x):
    return abs(3 * (x + 1j) ** 2 + np.cos(x + 1j)) ** 2


def test_rows_of_complex_arrays():
    rows = np.stack([Z, Z * 1j])
    got = s2sad.vmap(s2sad.grad(cubic, holomorphic=True), jit=False)(Z)
    np.testing.assert_allclose(got, 3 * Z**2 + np.cos(Z), rtol=1e-13)
    got = s2sad.vmap(lambda z: z * np.sum(z), jit=False)(rows)
    np.testing.assert_allclose(got, rows * np.sum(rows, 1)[:, None], rtol=1e-13)


def test_checkpoints_keep_complex_numbers():
    def stepped(z, n):
        for _ in s2sad.checkpoint(range(n), snapshots=2):
            z = np.sin(z) * (0.5 + 0.5j)
        return abs(z)

    def plain(z, n):
        for _ in range(n):
            z = np.sin(z) * (0.5 + 0.5j)
        return abs(z)

    got = s2sad.grad(stepped, jit=False)(z, 7)
    np.testing.assert_allclose(got, s2sad.grad(plain, jit=False)(z, 7), rtol=1e-12)


def test_captured_complex_numbers():
    factor, table = 1 + 2j, Z.copy()

    def f(x):
        return abs(factor * x + table[0] * np.sum(x * table)) ** 2

    (dot,) = directions([x])
    got = s2sad.grad(f, jit=False)(x) * dot
    np.testing.assert_allclose(got, differences(f, [x], [dot])[0].real, rtol=1e-7)


def test_tangents_and_seeds_have_the_kind_of_their_primals():
    value, dot = s2sad.jvp(cubic, (z,), (1.0,), jit=False)
    np.testing.assert_allclose(dot, 3 * z**2 + np.cos(z), rtol=1e-13)
    with pytest.raises(UsageError, match="is complex, but its primal is float64"):
        s2sad.jvp(lambda x: x * x, (x,), (1j,))
    _, pull = s2sad.vjp(abs_of, z, jit=False)
    with pytest.raises(UsageError, match="the seed is complex"):
        pull(1j)


def abs_of(z):
    return abs(z)


def turned(x):
    return x * 1j


@s2sad.rule
def turned_rule(x):
    z = turned(x)
    z_dot = 1j * x_dot
    x_bar += 1j * z_bar


@s2sad.custom_vjp
def squared(z):
    return z * z


squared.defvjp(lambda z: (z * z, z), lambda z, bar: (2 * z * bar,))


@s2sad.custom_jvp
def cubed(z):
    return z**3


@cubed.defjvp
def _(primals, tangents):
    (z,), (dot,) = primals, tangents
    return z**3, 3 * z**2 * dot


def test_derivatives_that_are_given():
    """Of a real argument the real part is taken there too."""

    def f(x, z):
        return np.real(turned(x) * z * turned(z)) + abs(squared(x) * squared(z) * 1j)

    got = s2sad.grad(f, argnums=(0, 1), jit=False)(x, z)
    expected = s2sad.grad(
        lambda x, z: np.real(x * 1j * z * z * 1j) + abs(x**2 * z**2 * 1j),
        argnums=(0, 1),
        jit=False,
    )(x, z)
    np.testing.assert_allclose(got, expected, rtol=1e-12)
    assert not np.iscomplexobj(got[0])
    _, dot = s2sad.jvp(lambda z: abs(cubed(z)), (z,), (1j,), jit=False)
    _, expected = s2sad.jvp(lambda z: abs(z**3), (z,), (1j,), jit=False)
    np.testing.assert_allclose(dot, expected, rtol=1e-12)
    with pytest.raises(RefusalError, match="no adjoints of complex numbers"):
        s2sad.grad(lambda z: abs(cubed(z)), jit=False)(z)


# --- what is refused ------------------------------------------------------------------


def _write_real(z):
    z = z.copy()
    z.real[0] = 5.0
    return abs(z[0])


def _add_to_real(z):
    z = z.copy()
    z.real += 5.0
    return abs(z[0])


def _write_elsewhere(z):
    z = z.copy()
    v = z.real
    z[0] = 5.0
    return np.sum(v)


def _set_first(v):
    v[0] = 7.0


def _write_in_a_helper(z):
    z = z.copy()
    _set_first(z.real)
    return abs(z[0])


def _write_flat_in_a_helper(M):
    M = M * 1.0
    _set_first(np.ravel(M))
    return abs(M[0, 0])


@pytest.mark.parametrize(
    ("function", "argument"),
    [
        (_write_real, Z),
        (_add_to_real, Z),
        (_write_elsewhere, Z),
        (_write_in_a_helper, Z),
        (_write_flat_in_a_helper, R),
    ],
)
def test_parts_that_share_memory_are_not_written(function, argument):
    with pytest.raises(RefusalError, match=r"may share|no array of its own"):
        s2sad.grad(function, jit=False)(argument)


def _logarithm_or(x):
    try:
        v = cmath.log(x)
    except ValueError:
        v = 5j
    return abs(v)


def test_what_cmath_raises_is_not_caught():
    with pytest.raises(ReachedError, match="the ValueError of log is caught"):
        s2sad.grad(_logarithm_or, jit=False)(2.0)


OF_REALS = [
    lambda z: np.sign(z).real.sum(),
    lambda z: np.max(z).real,
    lambda z: np.maximum(z, 1).real.sum(),
    lambda z: max(z[0], 1.0),
    lambda z: np.floor(z).real.sum(),
    lambda z: np.round(z).real.sum(),
    lambda z: np.std(z),
    lambda z: np.linalg.norm(z),
    lambda z: np.hypot(z, z).real.sum(),
    lambda z: np.argmax(z) * 1.0,
    lambda z: np.linalg.qr(np.outer(z, z))[0][0, 0].real,
    lambda z: np.linalg.cholesky(np.outer(z, z))[0, 0].real,
    lambda z: np.linalg.eigvalsh(np.outer(z, z))[0],
    lambda z: np.linalg.slogdet(np.outer(z, z))[1],
    lambda z: np.correlate(z, z)[0].real,
    lambda z: np.linspace(z[0], z[1], 3)[1].real,
    lambda z: np.cbrt(z)[0].real,
    lambda z: float(z[0]),
    lambda z: np.float64(z[0]),
    lambda z: z.astype(float)[0],
    lambda z: np.array([z[0], z[1]], dtype=float)[0],
    lambda z: np.full(3, z[0], dtype=float)[0],
    lambda z: np.full_like(X, z[0])[0],
    lambda z: np.nanmedian(z).real,
    lambda z: np.cov(z) * 1.0,
]


@pytest.mark.parametrize("function", OF_REALS, ids=range(len(OF_REALS)))
def test_functions_of_reals_refuse_complex_numbers(function):
    with pytest.raises((RefusalError, UsageError)):
        s2sad.vjp(function, Z, jit=False)


def complex_on_one_path(m, x):
    """A real argument whose name is complex where a test holds."""
    if m > 0.0 and x < 7.0:
        x = 2.0 * m * x
    if m < 0.5:
        m = 1.0 - 2.0j * x
    return abs(m * m * x) * x


@pytest.mark.parametrize("m, x", [(0.3, 2.0), (1.5, 2.0), (-1.0, 3.0)])
def test_the_adjoint_of_a_real_argument_is_real(m, x):
    check_plain(complex_on_one_path, m, x)
    gradient = s2sad.grad(complex_on_one_path, argnums=(0, 1), jit=False)(m, x)
    assert not any(map(np.iscomplexobj, gradient))
