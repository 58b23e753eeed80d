"""What is true of the derivatives of any smooth function, checked at one place.

`check_plain(f, *arguments)`: the value is the primal's; the tangent agrees with
differences, the adjoint with the tangent, and the second order with differences of the
first. All as plain Python. `check_compiled` compares what Numba makes of it with that.
"""

import numpy as np

import s2sad

STEP = 1e-6


def flat(value):
    """All numbers of a result, in one array of floats."""
    if isinstance(value, (tuple, list)):
        return np.concatenate([flat(part) for part in value] or [np.zeros(0)])
    return np.atleast_1d(np.asarray(value, dtype=np.float64)).ravel()


def _floats(arguments):
    kinds = (float, np.floating)
    return [
        n
        for n, value in enumerate(arguments)
        if isinstance(value, kinds)
        or getattr(value, "dtype", np.dtype(int)).kind == "f"
    ]


def _directions(arguments, seed):
    """A tangent for each argument with floats, of its shape; else None."""
    random = np.random.default_rng(seed)
    found = [None] * len(arguments)
    for n in _floats(arguments):
        shape = np.shape(arguments[n])
        found[n] = random.normal(size=shape) if shape else float(random.normal())
    return found


def _moved(arguments, tangents, step):
    return [
        value if dot is None else value + step * dot
        for value, dot in zip(arguments, tangents)
    ]


def _copies(arguments):
    return [v.copy(order="K") if isinstance(v, np.ndarray) else v for v in arguments]


def differences(function, arguments, tangents, step=STEP):
    """The change of all results along tangents, by central differences."""
    ahead, behind = (
        flat(function(*_moved(arguments, tangents, sign * step))) for sign in (1, -1)
    )
    return (ahead - behind) / (2.0 * step)


def check_plain(function, *arguments, tolerance=1e-6, second=True, exact=1e-12):
    """Value, tangent, adjoint and second order of a function, as plain Python."""
    value = flat(function(*_copies(arguments)))
    tangents = _directions(arguments, 1)
    got, dots = s2sad.jvp(function, tuple(arguments), tuple(tangents), jit=False)
    np.testing.assert_allclose(flat(got), value, rtol=exact, atol=exact)
    assert np.shape(got) == np.shape(function(*_copies(arguments)))
    expected = differences(function, arguments, tangents)
    scale = 1.0 + np.max(np.abs(expected), initial=0.0)
    np.testing.assert_allclose(flat(dots), expected, rtol=0, atol=tolerance * scale)
    check_adjoint(function, arguments, tangents, flat(dots), jit=False)
    if second:
        check_second(function, arguments, tolerance)


def of_numbers(program):
    """A program of a list of three numbers, which are known one by one."""

    def given_one_by_one(a, b, c):
        return program([a, b, c])

    return given_one_by_one


def check_adjoint(function, arguments, tangents, dots, jit):
    """The adjoint is the transpose of the tangent."""
    floats = _floats(arguments)
    value, pull = s2sad.vjp(function, *arguments, jit=jit)
    seed = np.random.default_rng(2).normal(size=np.shape(value))
    seed = float(seed) if np.ndim(value) == 0 else seed
    bars = pull(seed)
    bars = [bars[n] for n in floats] if len(bars) == len(arguments) else list(bars)
    along = sum(np.vdot(bar, tangents[n]) for bar, n in zip(bars, floats))
    expected = np.vdot(seed, dots)
    np.testing.assert_allclose(along, expected, rtol=1e-9, atol=1e-9)
    return flat(value), [np.asarray(bar) for bar in bars]


_SQUARED = {
    1: lambda f, w: lambda a: np.sum(w * f(a) ** 2),
    2: lambda f, w: lambda a, b: np.sum(w * f(a, b) ** 2),
    3: lambda f, w: lambda a, b, c: np.sum(w * f(a, b, c) ** 2),
    4: lambda f, w: lambda a, b, c, d: np.sum(w * f(a, b, c, d) ** 2),
}


def scalar_of(function, arguments):
    """A nonlinear number of all results, whose gradient can be differentiated."""
    shape = np.shape(function(*_copies(arguments)))
    weights = np.random.default_rng(3).normal(size=shape)
    return _SQUARED[len(arguments)](function, weights if shape else float(weights))


def check_second(function, arguments, tolerance):
    """The derivative of the gradient along a direction, against its differences."""
    scalar, floats = scalar_of(function, arguments), tuple(_floats(arguments))
    gradient = s2sad.grad(scalar, argnums=floats, jit=False)
    tangents = _directions(arguments, 4)
    _, dots = s2sad.jvp(gradient, tuple(arguments), tuple(tangents), jit=False)
    expected = differences(gradient, arguments, tangents)
    scale = 1.0 + np.max(np.abs(expected), initial=0.0)
    np.testing.assert_allclose(flat(dots), expected, rtol=0, atol=tolerance * scale)


def check_compiled(function, *arguments, exact=1e-12):
    """What Numba compiles gives the numbers of plain Python, value and adjoints."""
    tangents = _directions(arguments, 1)
    _, dots = s2sad.jvp(function, tuple(arguments), tuple(tangents), jit=False)
    plain, compiled = (
        check_adjoint(function, arguments, tangents, flat(dots), jit)
        for jit in (False, True)
    )
    np.testing.assert_allclose(compiled[0], plain[0], rtol=exact, atol=exact)
    for one, other in zip(compiled[1], plain[1]):
        np.testing.assert_allclose(one, other, rtol=exact, atol=exact)
