"""Rules of functions that choose, or take a sign: smooth but for their kinks.

Rules are read, never called.
"""

# The domains of the generated tests: an interval, or several.
ANY = (-3.0, 3.0)
NONZERO = ((-4.0, -0.1), (0.1, 4.0))


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
