"""What NumPy has for complex numbers, of real ones; comparisons within a tolerance."""

import numpy as np

from s2sad.known.definitions import defines, elementwise, of_complex


@defines("numpy.real", "numpy.real_if_close")
def real(val):
    """A real number is its real part."""
    return val


@defines("numpy.conjugate", "ndarray.conj", "ndarray.conjugate")
def conjugate(x):
    """A real number is its conjugate."""
    return 1.0 * x


@defines("numpy.imag")
def imag(val):
    """The imaginary part of a real number is 0."""
    return np.zeros_like(val) if val.ndim > 0 else 0.0


@defines("numpy.allclose")
@of_complex
def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    """Whether all elements are as close as a tolerance says."""
    return np.sum(isclose(a, b, rtol, atol, equal_nan) == False) == 0  # noqa: E712


@defines("numpy.isclose")
@elementwise
@of_complex
def isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False) -> bool:
    """Whether a is as close to b as a tolerance says."""
    if equal_nan:
        if a != a and b != b:
            return True
    return a == b or abs(a - b) <= atol + rtol * abs(b) < np.inf


@defines("math.isclose")
@elementwise
def is_close(a, b, rel_tol=1e-09, abs_tol=0.0) -> bool:
    """Whether two numbers are as close as a tolerance says."""
    distance = abs(a - b)
    return a == b or distance <= max(rel_tol * max(abs(a), abs(b)), abs_tol) < np.inf
