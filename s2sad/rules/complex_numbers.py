"""Rules of complex numbers that are not those of real ones.

The adjoint of z = f(x) is the transpose of its tangent, without a conjugation: of a
holomorphic function `x_bar += f'(x) * z_bar`, as of a real one, and most rules serve
both. Here are the parts of a number, which are no holomorphic functions of it, and
inverses that choose a branch: what is read of their result is of the same branch.
"""

# The domains of the generated tests: an interval, or two corners of a rectangle.
ANY = (-3.0, 3.0)
COMPLEX = (0.1 + 0.1j, 2.5 + 2.5j)
HOLOMORPHIC = (-0.8, 0.8)


def complex_of(x: ANY, y: ANY):
    z = complex_of(x, y)
    z_dot = complex_of(x_dot, y_dot)
    x_bar += z_bar
    y_bar += 1j * z_bar


def complex_of_one(x: ANY) -> HOLOMORPHIC:
    z = complex_of(x)
    z_dot = complex_of(x_dot)
    x_bar += z_bar


def real(x: COMPLEX):
    z = real(x)
    z_dot = real(x_dot)
    x_bar += z_bar


def imag(x: COMPLEX):
    z = imag(x)
    z_dot = imag(x_dot)
    x_bar -= 1j * z_bar


def conj(x: COMPLEX):
    z = conj(x)
    z_dot = conj(x_dot)
    x_bar += conj(z_bar)


def abs_complex(x: COMPLEX):
    """At 0 the derivative is 0."""
    z = abs(x)
    z_dot = np.real(np.conj(x) * x_dot) / (z if z != 0.0 else 1.0)
    x_bar += np.conj(x) * (z_bar / (z if z != 0.0 else 1.0))


def absolute_complex(x: COMPLEX):
    """At 0 the derivative is 0."""
    z = absolute(x)
    z_dot = real(conj(x) * x_dot) / where(z != 0.0, z, 1.0)
    x_bar += conj(x) * (z_bar / where(z != 0.0, z, 1.0))


def power_of_complex(x: COMPLEX, y: "ANYTHING"):
    """Of complex numbers by the base it is 0 where the exponent is 0, and by the
    exponent it is 0 where the base is 0."""
    z = x**y
    z_dot = (
        y * x ** where(y == 0.0, 0.0, y - 1.0) * x_dot
        + z * log(where(x == 0.0, 1.0, x)) * y_dot
    )
    x_bar += y * x ** where(y == 0.0, 0.0, y - 1.0) * z_bar
    y_bar += z * log(where(x == 0.0, 1.0, x)) * z_bar


def power_to_complex(x: "ANYTHING", y: COMPLEX):
    """Of complex numbers by the base it is 0 where the exponent is 0, and by the
    exponent it is 0 where the base is 0."""
    z = x**y
    z_dot = (
        y * x ** where(y == 0.0, 0.0, y - 1.0) * x_dot
        + z * log(where(x == 0.0, 1.0, x + 0j)) * y_dot
    )
    x_bar += y * x ** where(y == 0.0, 0.0, y - 1.0) * z_bar
    y_bar += z * log(where(x == 0.0, 1.0, x + 0j)) * z_bar


def arcsin_complex(x: COMPLEX):
    z = arcsin(x)
    z_dot = x_dot / cos(z)
    x_bar += z_bar / cos(z)


def arccos_complex(x: COMPLEX):
    z = arccos(x)
    z_dot = -x_dot / sin(z)
    x_bar -= z_bar / sin(z)


def arcsinh_complex(x: COMPLEX):
    z = arcsinh(x)
    z_dot = x_dot / cosh(z)
    x_bar += z_bar / cosh(z)


def arccosh_complex(x: COMPLEX):
    z = arccosh(x)
    z_dot = x_dot / sinh(z)
    x_bar += z_bar / sinh(z)
