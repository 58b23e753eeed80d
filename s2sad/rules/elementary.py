"""Rules of the elementary functions of `math`, NumPy and the builtins.

The formulas are those of the NIST Digital Library of Mathematical Functions:
4.4-4.10 (logarithm, exponential, powers), 4.20-4.24 (trigonometric functions and
their inverses), 4.34-4.38 (hyperbolic functions and theirs); they agree with
Abramowitz & Stegun, chapter 4. Rules are read, never called.
"""

# Canonical name, which a pattern calls -> spelling in math, in NumPy, of a builtin.
SPELLINGS = {
    # constants
    "pi": ("pi", "pi", None),
    "nan": ("nan", "nan", None),
    # exponentials, logarithms, powers
    "exp": ("exp", "exp", None),
    "expm1": ("expm1", "expm1", None),
    "exp2": ("exp2", "exp2", None),
    "log": ("log", "log", None),
    "log_base": ("log", None, None),
    "log1p": ("log1p", "log1p", None),
    "log2": ("log2", "log2", None),
    "log10": ("log10", "log10", None),
    "sqrt": ("sqrt", "sqrt", None),
    "cbrt": (None, "cbrt", None),
    "hypot": ("hypot", "hypot", None),
    "pow": ("pow", None, None),
    "power": (None, "power", None),
    "square": (None, "square", None),
    "reciprocal": (None, "reciprocal", None),
    "negative": (None, "negative", None),
    "positive": (None, "positive", None),
    "ldexp": ("ldexp", None, None),
    # trigonometric and hyperbolic functions
    "sin": ("sin", "sin", None),
    "cos": ("cos", "cos", None),
    "tan": ("tan", "tan", None),
    "arcsin": ("asin", "arcsin", None),
    "arccos": ("acos", "arccos", None),
    "arctan": ("atan", "arctan", None),
    "arctan2": ("atan2", "arctan2", None),
    "sinh": ("sinh", "sinh", None),
    "cosh": ("cosh", "cosh", None),
    "tanh": ("tanh", "tanh", None),
    "arcsinh": ("asinh", "arcsinh", None),
    "arccosh": ("acosh", "arccosh", None),
    "arctanh": ("atanh", "arctanh", None),
    "degrees": ("degrees", "degrees", None),
    "radians": ("radians", "radians", None),
    "rad2deg": (None, "rad2deg", None),
    "deg2rad": (None, "deg2rad", None),
    # functions with kinks
    "abs": ("fabs", None, "abs"),
    "absolute": (None, "abs", None),
    "fabs": (None, "fabs", None),
    "copysign": ("copysign", "copysign", None),
    "nextafter": ("nextafter", "nextafter", None),
    "fmod": (None, "fmod", None),
    "max": (None, None, "max"),
    "min": (None, None, "min"),
    "maximum": (None, "maximum", None),
    "minimum": (None, "minimum", None),
    "fmax": (None, "fmax", None),
    "fmin": (None, "fmin", None),
    "where": (None, "where", None),
    # functions that are constant between their jumps
    "floor": ("floor", "floor", None),
    "ceil": ("ceil", "ceil", None),
    "trunc": ("trunc", "trunc", None),
    "rint": (None, "rint", None),
    "round": (None, "round", "round"),
    "around": (None, "around", None),
    "sign": (None, "sign", None),
    # special functions
    "erf": ("erf", None, None),
    "erfc": ("erfc", None, None),
    "gamma": ("gamma", None, None),
    "lgamma": ("lgamma", None, None),
    # predicates and functions of integers
    "isnan": ("isnan", "isnan", None),
    "isinf": ("isinf", "isinf", None),
    "isfinite": ("isfinite", "isfinite", None),
    "isneginf": (None, "isneginf", None),
    "isposinf": (None, "isposinf", None),
    "isclose": ("isclose", "isclose", None),
    "signbit": (None, "signbit", None),
    "equal": (None, "equal", None),
    "not_equal": (None, "not_equal", None),
    "less": (None, "less", None),
    "less_equal": (None, "less_equal", None),
    "greater": (None, "greater", None),
    "greater_equal": (None, "greater_equal", None),
    "logical_and": (None, "logical_and", None),
    "logical_or": (None, "logical_or", None),
    "logical_xor": (None, "logical_xor", None),
    "logical_not": (None, "logical_not", None),
    "gcd": ("gcd", "gcd", None),
}

# The domains of the generated tests: an interval, or several.
ANY = (-3.0, 3.0)
POSITIVE = (0.1, 4.0)
NONZERO = ((-4.0, -0.1), (0.1, 4.0))
UNIT = (-0.9, 0.9)
ABOVE_ONE = (1.1, 4.0)
ABOVE_MINUS_ONE = (-0.9, 4.0)
INTEGER = range(-3, 4)


def exp(x: ANY):
    z = exp(x)
    z_dot = z * x_dot
    x_bar += z * z_bar


def expm1(x: ANY):
    z = expm1(x)
    z_dot = (z + 1.0) * x_dot
    x_bar += (z + 1.0) * z_bar


def exp2(x: ANY):
    z = exp2(x)
    z_dot = log(2.0) * z * x_dot
    x_bar += log(2.0) * z * z_bar


def log(x: POSITIVE):
    """At 0 the derivative is inf, as IEEE division gives."""
    z = log(x)
    z_dot = x_dot / x
    x_bar += z_bar / x


def log_base(x: POSITIVE, base: ABOVE_ONE):
    z = log_base(x, base)
    z_dot = x_dot / (x * log(base)) - z * base_dot / (base * log(base))
    x_bar += z_bar / (x * log(base))
    base_bar -= z * z_bar / (base * log(base))


def log1p(x: ABOVE_MINUS_ONE):
    """At -1 the derivative is inf, as IEEE division gives."""
    z = log1p(x)
    z_dot = x_dot / (1.0 + x)
    x_bar += z_bar / (1.0 + x)


def log2(x: POSITIVE):
    """At 0 the derivative is inf, as IEEE division gives."""
    z = log2(x)
    z_dot = x_dot / (log(2.0) * x)
    x_bar += z_bar / (log(2.0) * x)


def log10(x: POSITIVE):
    """At 0 the derivative is inf, as IEEE division gives."""
    z = log10(x)
    z_dot = x_dot / (log(10.0) * x)
    x_bar += z_bar / (log(10.0) * x)


def sqrt(x: POSITIVE):
    """At 0 the derivative is inf, as IEEE division gives."""
    z = sqrt(x)
    z_dot = x_dot / (2.0 * z)
    x_bar += z_bar / (2.0 * z)


def cbrt(x: NONZERO):
    """At 0 the derivative is inf, as IEEE division gives."""
    z = cbrt(x)
    z_dot = x_dot / (3.0 * z**2)
    x_bar += z_bar / (3.0 * z**2)


def hypot(x: NONZERO, y: NONZERO):
    """At (0, 0) both derivatives are nan, as IEEE gives for 0 / 0."""
    z = hypot(x, y)
    z_dot = (x * x_dot + y * y_dot) / z
    x_bar += x * z_bar / z
    y_bar += y * z_bar / z


def pow(x: POSITIVE, y: ANY):
    """By the base it is 0 where the exponent is 0; by the exponent it is 0 where the
    base is 0, and nan where the base is negative."""
    z = pow(x, y)
    z_dot = (y * x ** (y - 1.0) if y != 0.0 else 0.0) * x_dot + (
        z * log(x) if x > 0.0 else 0.0 if x == 0.0 else nan
    ) * y_dot
    x_bar += (y * x ** (y - 1.0) if y != 0.0 else 0.0) * z_bar
    y_bar += (z * log(x) if x > 0.0 else 0.0 if x == 0.0 else nan) * z_bar


def power(x: POSITIVE, y: ANY):
    """By the base it is 0 where the exponent is 0; by the exponent it is 0 where the
    base is 0, and nan where the base is negative."""
    z = power(x, y)
    z_dot = (
        y * power(x, where(y == 0.0, 1.0, y - 1.0)) * x_dot
        + z * log(where(x == 0.0, 1.0, x)) * y_dot
    )
    x_bar += y * power(x, where(y == 0.0, 1.0, y - 1.0)) * z_bar
    y_bar += z * log(where(x == 0.0, 1.0, x)) * z_bar


def square(x: ANY):
    z = square(x)
    z_dot = 2.0 * x * x_dot
    x_bar += 2.0 * x * z_bar


def reciprocal(x: NONZERO):
    z = reciprocal(x)
    z_dot = -(z**2) * x_dot
    x_bar -= z**2 * z_bar


def negative(x: ANY):
    z = negative(x)
    z_dot = -x_dot
    x_bar -= z_bar


def positive(x: ANY):
    z = positive(x)
    z_dot = x_dot
    x_bar += z_bar


def ldexp(x: ANY, n: INTEGER):
    z = ldexp(x, n)
    z_dot = ldexp(x_dot, n)
    x_bar += ldexp(z_bar, n)


def sin(x: ANY):
    z = sin(x)
    z_dot = cos(x) * x_dot
    x_bar += cos(x) * z_bar


def cos(x: ANY):
    z = cos(x)
    z_dot = -sin(x) * x_dot
    x_bar -= sin(x) * z_bar


def tan(x: ANY):
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


def arctan(x: ANY):
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


def sinh(x: ANY):
    z = sinh(x)
    z_dot = cosh(x) * x_dot
    x_bar += cosh(x) * z_bar


def cosh(x: ANY):
    z = cosh(x)
    z_dot = sinh(x) * x_dot
    x_bar += sinh(x) * z_bar


def tanh(x: ANY):
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


def arctanh(x: UNIT):
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


def abs(x: NONZERO):
    """At 0 the derivative is 0."""
    z = abs(x)
    z_dot = (1.0 if x > 0.0 else -1.0 if x < 0.0 else 0.0) * x_dot
    x_bar += (1.0 if x > 0.0 else -1.0 if x < 0.0 else 0.0) * z_bar


def absolute(x: NONZERO):
    """At 0 the derivative is 0."""
    z = absolute(x)
    z_dot = sign(x) * x_dot
    x_bar += sign(x) * z_bar


def fabs(x: NONZERO):
    """At 0 the derivative is 0."""
    z = fabs(x)
    z_dot = sign(x) * x_dot
    x_bar += sign(x) * z_bar


def copysign(x: NONZERO, y: NONZERO):
    """By x it is 1 where the signs of x and y agree and -1 where they differ, zeros
    having signs too; by y it is 0, at the jump as well."""
    z = copysign(x, y)
    z_dot = copysign(1.0, x) * copysign(1.0, y) * x_dot
    x_bar += copysign(1.0, x) * copysign(1.0, y) * z_bar


def nextafter(x: ANY, y: ANY):
    """By x it is 1 and by y it is 0: the distance to the neighbour is a constant."""
    z = nextafter(x, y)
    z_dot = x_dot
    x_bar += z_bar


def fmod(x: ANY, y: NONZERO):
    """By x it is 1 and by y it is -trunc(x / y), at the jumps as well."""
    z = fmod(x, y)
    z_dot = x_dot - trunc(x / y) * y_dot
    x_bar += z_bar
    y_bar -= trunc(x / y) * z_bar


def max(x: ANY, y: ANY):
    """Where both are equal the first argument takes all of the derivative."""
    z = max(x, y)
    z_dot = y_dot if y > x else x_dot
    x_bar += 0.0 if y > x else z_bar
    y_bar += z_bar if y > x else 0.0


def min(x: ANY, y: ANY):
    """Where both are equal the first argument takes all of the derivative."""
    z = min(x, y)
    z_dot = y_dot if y < x else x_dot
    x_bar += 0.0 if y < x else z_bar
    y_bar += z_bar if y < x else 0.0


def maximum(x: ANY, y: ANY):
    """Where both are equal the first argument takes all of the derivative."""
    z = maximum(x, y)
    z_dot = where(x >= y, x_dot, y_dot)
    x_bar += where(x >= y, z_bar, 0.0)
    y_bar += where(x >= y, 0.0, z_bar)


def minimum(x: ANY, y: ANY):
    """Where both are equal the first argument takes all of the derivative."""
    z = minimum(x, y)
    z_dot = where(x <= y, x_dot, y_dot)
    x_bar += where(x <= y, z_bar, 0.0)
    y_bar += where(x <= y, 0.0, z_bar)


def fmax(x: ANY, y: ANY):
    """Where both are equal the first argument takes all of the derivative, and where
    one is nan the other."""
    z = fmax(x, y)
    z_dot = where(x == z, x_dot, y_dot)
    x_bar += where(x == z, z_bar, 0.0)
    y_bar += where(x == z, 0.0, z_bar)


def fmin(x: ANY, y: ANY):
    """Where both are equal the first argument takes all of the derivative, and where
    one is nan the other."""
    z = fmin(x, y)
    z_dot = where(x == z, x_dot, y_dot)
    x_bar += where(x == z, z_bar, 0.0)
    y_bar += where(x == z, 0.0, z_bar)
