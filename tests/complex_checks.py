"""What is true of derivatives of functions of complex numbers, checked at one place.

Over the reals a complex number is two real ones. The tangent agrees with differences in
any complex direction; the adjoint is its transpose, in the pairing Re(sum(bar * dot))
that has no conjugation, which is JAX's. The adjoint of a real argument is real.
"""

import numpy as np

import s2sad

STEP = 1e-6


def flat(value):
    """All numbers of a result, in one array of complex numbers."""
    if isinstance(value, (tuple, list)):
        return np.concatenate([flat(part) for part in value] or [np.zeros(0)])
    return np.atleast_1d(np.asarray(value, dtype=np.complex128)).ravel()


def random_like(value, seed):
    """Random numbers of the shape and the kind of a value; of an integer None."""
    random, kind = np.random.default_rng(seed), np.asarray(value).dtype.kind
    if kind not in "fc":
        return None
    found = random.normal(size=np.shape(value))
    if kind == "c":
        found = found + 1j * random.normal(size=np.shape(value))
    return found if np.ndim(value) else found.item() if kind == "c" else float(found)


def directions(arguments, seed=1):
    return [random_like(value, seed + n) for n, value in enumerate(arguments)]


def _copies(arguments):
    return [v.copy() if isinstance(v, np.ndarray) else v for v in arguments]


def differences(function, arguments, tangents):
    """The change of all results along tangents, by central differences."""
    ends = []
    for sign in (1, -1):
        moved = [
            value if dot is None else value + sign * STEP * dot
            for value, dot in zip(_copies(arguments), tangents)
        ]
        ends.append(flat(function(*moved)))
    return (ends[0] - ends[1]) / (2.0 * STEP)


def check_complex(function, *arguments, jit=False, tolerance=1e-6):
    """The value, the tangent and the adjoint of a function."""
    tangents = directions(arguments)
    got, dots = s2sad.jvp(function, tuple(arguments), tuple(tangents), jit=jit)
    value = function(*_copies(arguments))
    np.testing.assert_allclose(flat(got), flat(value), rtol=1e-11, atol=1e-12)
    expected = differences(function, arguments, tangents)
    scale = 1.0 + np.max(np.abs(expected), initial=0.0)
    np.testing.assert_allclose(flat(dots), expected, rtol=0, atol=tolerance * scale)
    value, pull = s2sad.vjp(function, *arguments, jit=jit)
    parts = value if isinstance(value, tuple) else (value,)
    seeds = tuple(random_like(part, 7 + n) for n, part in enumerate(parts))
    bars = pull(seeds if isinstance(value, tuple) else seeds[0])
    floats = [n for n, dot in enumerate(tangents) if dot is not None]
    for bar, n in zip(bars, floats):
        assert np.shape(bar) == np.shape(arguments[n])
        assert np.iscomplexobj(arguments[n]) or not np.iscomplexobj(bar)
    along = sum(np.sum(bar * tangents[n]) for bar, n in zip(bars, floats))
    np.testing.assert_allclose(
        np.real(along), np.sum(flat(seeds) * flat(dots)).real, rtol=1e-9, atol=1e-9
    )


def check_second(function, *arguments, jit=False, tolerance=1e-5):
    """The derivative of the gradient of a real function, against its differences."""
    tangents = directions(arguments, 3)
    floats = tuple(n for n, dot in enumerate(tangents) if dot is not None)
    gradient = s2sad.grad(function, argnums=floats, jit=jit)
    slope = differences(function, arguments, tangents)[0].real
    bars = gradient(*arguments)
    along = sum(np.sum(bar * tangents[n]) for bar, n in zip(bars, floats))
    np.testing.assert_allclose(np.real(along), slope, rtol=1e-5, atol=1e-5)
    _, dots = s2sad.jvp(gradient, tuple(arguments), tuple(tangents), jit=jit)
    expected = differences(gradient, arguments, tangents)
    scale = 1.0 + np.max(np.abs(expected), initial=0.0)
    np.testing.assert_allclose(flat(dots), expected, rtol=0, atol=tolerance * scale)
