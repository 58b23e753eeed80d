"""Rules of trigonometric and hyperbolic functions, and of their inverses.

The formulas are those of the NIST Digital Library of Mathematical Functions, 4.20-4.24
and 4.34-4.38. Rules are read, never called.
"""

# The domains of the generated tests: an interval, or several.
ANY = (-3.0, 3.0)
NONZERO = ((-4.0, -0.1), (0.1, 4.0))
UNIT = (-0.9, 0.9)
ABOVE_ONE = (1.1, 4.0)
# The imaginary parts, in the generated tests, of rules that hold for complex numbers.
HOLOMORPHIC = (-0.8, 0.8)


def sin(x: ANY) -> HOLOMORPHIC:
    z = sin(x)
    z_dot = cos(x) * x_dot
    x_bar += cos(x) * z_bar


def cos(x: ANY) -> HOLOMORPHIC:
    z = cos(x)
    z_dot = -sin(x) * x_dot
    x_bar -= sin(x) * z_bar


def tan(x: ANY) -> HOLOMORPHIC:
    z = tan(x)
    z_dot = (1.0 + z**2) * x_dot
    x_bar += (1.0 + z**2) * z_bar


def arcsin(x: UNIT):
    """At -1 and 1 the derivative is inf, as IEEE division gives."""
    z = arcsin(x)
    z_dot = x_dot / sqrt(1.0 - x**2)
    x_bar += z_bar / sqrt(1.0 - x**2)


def arccos(x: UNIT):
    """At -1 and 1 the derivative is -inf, as IEEE division gives."""
    z = arccos(x)
    z_dot = -x_dot / sqrt(1.0 - x**2)
    x_bar -= z_bar / sqrt(1.0 - x**2)


def arctan(x: ANY) -> HOLOMORPHIC:
    z = arctan(x)
    z_dot = x_dot / (1.0 + x**2)
    x_bar += z_bar / (1.0 + x**2)


def arctan2(y: NONZERO, x: NONZERO):
    """At (0, 0) both derivatives are nan, as IEEE gives for 0 / 0; the jump across the
    negative half of the x axis is not seen."""
    z = arctan2(y, x)
    z_dot = (x * y_dot - y * x_dot) / (x**2 + y**2)
    y_bar += x * z_bar / (x**2 + y**2)
    x_bar -= y * z_bar / (x**2 + y**2)


def sinh(x: ANY) -> HOLOMORPHIC:
    z = sinh(x)
    z_dot = cosh(x) * x_dot
    x_bar += cosh(x) * z_bar


def cosh(x: ANY) -> HOLOMORPHIC:
    z = cosh(x)
    z_dot = sinh(x) * x_dot
    x_bar += sinh(x) * z_bar


def tanh(x: ANY) -> HOLOMORPHIC:
    z = tanh(x)
    z_dot = (1.0 - z**2) * x_dot
    x_bar += (1.0 - z**2) * z_bar


def arcsinh(x: ANY):
    z = arcsinh(x)
    z_dot = x_dot / sqrt(x**2 + 1.0)
    x_bar += z_bar / sqrt(x**2 + 1.0)


def arccosh(x: ABOVE_ONE):
    """At 1 the derivative is inf, as IEEE division gives."""
    z = arccosh(x)
    z_dot = x_dot / sqrt(x**2 - 1.0)
    x_bar += z_bar / sqrt(x**2 - 1.0)


def arctanh(x: UNIT) -> HOLOMORPHIC:
    """At -1 and 1 the derivative is inf, as IEEE division gives."""
    z = arctanh(x)
    z_dot = x_dot / (1.0 - x**2)
    x_bar += z_bar / (1.0 - x**2)


def degrees(x: ANY):
    z = degrees(x)
    z_dot = degrees(x_dot)
    x_bar += degrees(z_bar)


def radians(x: ANY):
    z = radians(x)
    z_dot = radians(x_dot)
    x_bar += radians(z_bar)


def rad2deg(x: ANY):
    z = rad2deg(x)
    z_dot = rad2deg(x_dot)
    x_bar += rad2deg(z_bar)


def deg2rad(x: ANY):
    z = deg2rad(x)
    z_dot = deg2rad(x_dot)
    x_bar += deg2rad(z_bar)
