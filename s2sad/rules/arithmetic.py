"""Rules of the operators of numbers; elementwise, of arrays too.

The power's are those of DLMF 4.2.26-28; `%` is x - floor(x / y) * y, as Python has it.
"""

ANY = (-3.0, 3.0)
NONZERO = ((-4.0, -0.1), (0.1, 4.0))
POSITIVE = (0.1, 4.0)
LITERAL = (-2, -1.0, 0, 1, 2, 2.5, 3)
INTEGER = range(-2, 4)
# The imaginary parts, in the generated tests, of rules that hold for complex numbers.
HOLOMORPHIC = (-0.8, 0.8)


def add(x: ANY, y: ANY) -> HOLOMORPHIC:
    z = x + y
    z_dot = x_dot + y_dot
    x_bar += z_bar
    y_bar += z_bar


def subtract(x: ANY, y: ANY) -> HOLOMORPHIC:
    z = x - y
    z_dot = x_dot - y_dot
    x_bar += z_bar
    y_bar -= z_bar


def multiply(x: ANY, y: ANY) -> HOLOMORPHIC:
    z = x * y
    z_dot = x_dot * y + x * y_dot
    x_bar += y * z_bar
    y_bar += x * z_bar


def divide_by_literal(x: ANY, n: LITERAL) -> HOLOMORPHIC:
    z = x / n
    z_dot = x_dot / n
    x_bar += z_bar / n


def divide(x: ANY, y: NONZERO) -> HOLOMORPHIC:
    """At a divisor of 0 the derivatives are what IEEE division gives: inf or nan."""
    z = x / y
    z_dot = (x_dot - z * y_dot) / y
    numerator_bar = z_bar / y
    x_bar += numerator_bar
    y_bar -= z * numerator_bar


def remainder(x: ANY, y: NONZERO):
    """By x it is 1 and by y it is -(x // y), at the jumps as well."""
    z = x % y
    z_dot = x_dot - x // y * y_dot
    x_bar += z_bar
    y_bar -= x // y * z_bar


def floor_divide(x: ANY, y: NONZERO):
    """The derivative is 0 everywhere, at the jumps as well."""
    z = x // y


def power_literal(x: POSITIVE, n: LITERAL) -> HOLOMORPHIC:
    """Of an exponent 0 the derivative is 0, at 0 too."""
    z = x**n
    z_dot = n * x ** (n - 1 if n != 0 else 0) * x_dot
    x_bar += n * x ** (n - 1 if n != 0 else 0) * z_bar


def power_integer(x: NONZERO, n: INTEGER) -> HOLOMORPHIC:
    """By the base it is 0 where the exponent is 0."""
    z = x**n
    z_dot = n * x ** (n - 1 if n != 0 else 0) * x_dot
    x_bar += n * x ** (n - 1 if n != 0 else 0) * z_bar


def power_arrays(x: "ARRAYS", y: "ARRAYS"):
    """By the base it is 0 where the exponent is 0; by the exponent it is 0 where the
    base is 0, and nan where the base is negative."""
    z = x**y
    z_dot = (
        y * x ** np.where(y == 0.0, 1.0, y - 1.0) * x_dot
        + z * np.log(np.where(x == 0.0, 1.0, x)) * y_dot
    )
    x_bar += y * x ** np.where(y == 0.0, 1.0, y - 1.0) * z_bar
    y_bar += z * np.log(np.where(x == 0.0, 1.0, x)) * z_bar


def power_of_array(x: "ARRAYS", y: "ANYTHING"):
    """By the base it is 0 where the exponent is 0; by the exponent it is 0 where the
    base is 0, and nan where the base is negative."""
    z = x**y
    z_dot = (
        y * x ** (y - 1.0 if y != 0.0 else 0.0) * x_dot
        + z * np.log(np.where(x == 0.0, 1.0, x)) * y_dot
    )
    x_bar += y * x ** (y - 1.0 if y != 0.0 else 0.0) * z_bar
    y_bar += z * np.log(np.where(x == 0.0, 1.0, x)) * z_bar


def power_to_array(x: "ANYTHING", y: "ARRAYS"):
    """By the base it is 0 where the exponent is 0; by the exponent it is 0 where the
    base is 0, and nan where the base is negative."""
    z = x**y
    z_dot = (
        y * x ** np.where(y == 0.0, 1.0, y - 1.0) * x_dot
        + z * (math.log(x) if x > 0.0 else 0.0 if x == 0.0 else math.nan) * y_dot
    )
    x_bar += y * x ** np.where(y == 0.0, 1.0, y - 1.0) * z_bar
    y_bar += z * (math.log(x) if x > 0.0 else 0.0 if x == 0.0 else math.nan) * z_bar


def power(x: POSITIVE, y: ANY):
    """By the base it is 0 where the exponent is 0; by the exponent it is 0 where the
    base is 0, and nan where the base is negative."""
    z = x**y
    z_dot = (y * x ** (y - 1.0) if y != 0.0 else 0.0) * x_dot + (
        z * math.log(x) if x > 0.0 else 0.0 if x == 0.0 else math.nan
    ) * y_dot
    x_bar += (y * x ** (y - 1.0) if y != 0.0 else 0.0) * z_bar
    y_bar += (z * math.log(x) if x > 0.0 else 0.0 if x == 0.0 else math.nan) * z_bar


def negate(x: ANY) -> HOLOMORPHIC:
    z = -x
    z_dot = -x_dot
    x_bar -= z_bar


def plus(x: ANY) -> HOLOMORPHIC:
    z = +x
    z_dot = x_dot
    x_bar += z_bar
