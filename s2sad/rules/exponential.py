"""Rules of exponentials, logarithms, powers and roots.

The formulas are those of the NIST Digital Library of Mathematical Functions, 4.4-4.10;
they agree with Abramowitz & Stegun, chapter 4. Rules are read, never called.
"""

# The domains of the generated tests: an interval, or several.
ANY = (-3.0, 3.0)
POSITIVE = (0.1, 4.0)
NONZERO = ((-4.0, -0.1), (0.1, 4.0))
ABOVE_ONE = (1.1, 4.0)
ABOVE_MINUS_ONE = (-0.9, 4.0)
INTEGER = range(-3, 4)
# The imaginary parts, in the generated tests, of rules that hold for complex numbers.
HOLOMORPHIC = (-0.8, 0.8)


def exp(x: ANY) -> HOLOMORPHIC:
    z = exp(x)
    z_dot = z * x_dot
    x_bar += z * z_bar


def expm1(x: ANY) -> HOLOMORPHIC:
    z = expm1(x)
    z_dot = (z + 1.0) * x_dot
    x_bar += (z + 1.0) * z_bar


def exp2(x: ANY) -> HOLOMORPHIC:
    z = exp2(x)
    z_dot = log(2.0) * z * x_dot
    x_bar += log(2.0) * z * z_bar


def log(x: POSITIVE) -> HOLOMORPHIC:
    """At 0 the derivative is inf, as IEEE division gives."""
    z = log(x)
    z_dot = x_dot / x
    x_bar += z_bar / x


def log_base(x: POSITIVE, base: ABOVE_ONE):
    z = log_base(x, base)
    z_dot = x_dot / (x * log(base)) - z * base_dot / (base * log(base))
    x_bar += z_bar / (x * log(base))
    base_bar -= z * z_bar / (base * log(base))


def log1p(x: ABOVE_MINUS_ONE) -> HOLOMORPHIC:
    """At -1 the derivative is inf, as IEEE division gives."""
    z = log1p(x)
    z_dot = x_dot / (1.0 + x)
    x_bar += z_bar / (1.0 + x)


def log2(x: POSITIVE) -> HOLOMORPHIC:
    """At 0 the derivative is inf, as IEEE division gives."""
    z = log2(x)
    z_dot = x_dot / (log(2.0) * x)
    x_bar += z_bar / (log(2.0) * x)


def log10(x: POSITIVE) -> HOLOMORPHIC:
    """At 0 the derivative is inf, as IEEE division gives."""
    z = log10(x)
    z_dot = x_dot / (log(10.0) * x)
    x_bar += z_bar / (log(10.0) * x)


def logaddexp(x: ANY, y: ANY):
    z = logaddexp(x, y)
    z_dot = exp(x - z) * x_dot + exp(y - z) * y_dot
    x_bar += exp(x - z) * z_bar
    y_bar += exp(y - z) * z_bar


def logaddexp2(x: ANY, y: ANY):
    z = logaddexp2(x, y)
    z_dot = exp2(x - z) * x_dot + exp2(y - z) * y_dot
    x_bar += exp2(x - z) * z_bar
    y_bar += exp2(y - z) * z_bar


def sqrt(x: POSITIVE) -> HOLOMORPHIC:
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


def square(x: ANY) -> HOLOMORPHIC:
    z = square(x)
    z_dot = 2.0 * x * x_dot
    x_bar += 2.0 * x * z_bar


def reciprocal(x: NONZERO) -> HOLOMORPHIC:
    z = reciprocal(x)
    z_dot = -(z**2) * x_dot
    x_bar -= z**2 * z_bar


def negative(x: ANY) -> HOLOMORPHIC:
    z = negative(x)
    z_dot = -x_dot
    x_bar -= z_bar


def positive(x: ANY) -> HOLOMORPHIC:
    z = positive(x)
    z_dot = x_dot
    x_bar += z_bar


def ldexp(x: ANY, n: INTEGER):
    z = ldexp(x, n)
    z_dot = ldexp(x_dot, n)
    x_bar += ldexp(z_bar, n)
