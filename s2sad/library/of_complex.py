"""The angle of complex numbers, and the functions of the module cmath."""

import numpy as np

from s2sad.known.definitions import defines, of_complex, raises


@defines("numpy.angle")
@of_complex
def angle(z, deg=False):
    """The angle of a number in the plane: its derivative is that of arctan2."""
    value = np.arctan2(np.imag(z), np.real(z))
    return np.degrees(value) if deg else value


@defines("cmath.phase")
@of_complex
def phase(z):
    """The angle of a number in the plane."""
    return np.arctan2(np.imag(z), np.real(z))


@defines("cmath.polar")
@of_complex
def polar(z):
    """The absolute value and the angle of a number."""
    return abs(z), phase(z)


@defines("cmath.rect")
def rect(r, phi):
    """The number of an absolute value and an angle."""
    return complex(r * np.cos(phi), r * np.sin(phi))


@defines("cmath.log")
@of_complex
@raises(ValueError, OverflowError)
def log(z, base=None):
    """The logarithm, to a base."""
    value = np.log(complex(z))
    return value if base is None else value / np.log(complex(base))


@defines("cmath.exp")
@of_complex
@raises(ValueError, OverflowError)
def exp(z):
    """The exponential of a number, taken as complex."""
    return np.exp(complex(z))


@defines("cmath.sqrt")
@of_complex
@raises(ValueError, OverflowError)
def sqrt(z):
    """The square root of a number, taken as complex."""
    return np.sqrt(complex(z))


@defines("cmath.log10")
@of_complex
@raises(ValueError, OverflowError)
def log10(z):
    """The logarithm to the base 10 of a number, taken as complex."""
    return np.log10(complex(z))


@defines("cmath.sin")
@of_complex
@raises(ValueError, OverflowError)
def sin(z):
    """The sine of a number, taken as complex."""
    return np.sin(complex(z))


@defines("cmath.cos")
@of_complex
@raises(ValueError, OverflowError)
def cos(z):
    """The cosine of a number, taken as complex."""
    return np.cos(complex(z))


@defines("cmath.tan")
@of_complex
@raises(ValueError, OverflowError)
def tan(z):
    """The tangent of a number, taken as complex."""
    return np.tan(complex(z))


@defines("cmath.sinh")
@of_complex
@raises(ValueError, OverflowError)
def sinh(z):
    """The hyperbolic sine of a number, taken as complex."""
    return np.sinh(complex(z))


@defines("cmath.cosh")
@of_complex
@raises(ValueError, OverflowError)
def cosh(z):
    """The hyperbolic cosine of a number, taken as complex."""
    return np.cosh(complex(z))


@defines("cmath.tanh")
@of_complex
@raises(ValueError, OverflowError)
def tanh(z):
    """The hyperbolic tangent of a number, taken as complex."""
    return np.tanh(complex(z))


@defines("cmath.asin")
@of_complex
@raises(ValueError, OverflowError)
def asin(z):
    """The inverse sine of a number, taken as complex."""
    return np.arcsin(complex(z))


@defines("cmath.acos")
@of_complex
@raises(ValueError, OverflowError)
def acos(z):
    """The inverse cosine of a number, taken as complex."""
    return np.arccos(complex(z))


@defines("cmath.atan")
@of_complex
@raises(ValueError, OverflowError)
def atan(z):
    """The inverse tangent of a number, taken as complex."""
    return np.arctan(complex(z))


@defines("cmath.asinh")
@of_complex
@raises(ValueError, OverflowError)
def asinh(z):
    """The inverse hyperbolic sine of a number, taken as complex."""
    return np.arcsinh(complex(z))


@defines("cmath.acosh")
@of_complex
@raises(ValueError, OverflowError)
def acosh(z):
    """The inverse hyperbolic cosine of a number, taken as complex."""
    return np.arccosh(complex(z))


@defines("cmath.atanh")
@of_complex
@raises(ValueError, OverflowError)
def atanh(z):
    """The inverse hyperbolic tangent of a number, taken as complex."""
    return np.arctanh(complex(z))


@defines("cmath.isnan")
@of_complex
def isnan(z):
    """Whether a part of a number is nan."""
    return np.isnan(complex(z))


@defines("cmath.isinf")
@of_complex
def isinf(z):
    """Whether a part of a number is infinite."""
    return np.isinf(complex(z))


@defines("cmath.isfinite")
@of_complex
def isfinite(z):
    """Whether both parts of a number are finite."""
    return np.isfinite(complex(z))


@defines("numpy.iscomplex")
@of_complex
def iscomplex(x):
    """Whether numbers have an imaginary part."""
    return np.imag(x) != 0.0


@defines("numpy.isreal")
@of_complex
def isreal(x):
    """Whether numbers have no imaginary part."""
    return np.imag(x) == 0.0
