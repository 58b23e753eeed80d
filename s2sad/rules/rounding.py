"""Functions whose derivative is 0 wherever it exists: rules of a pattern only.

They are constant between their jumps (DLMF, section "Notations" F and C, for floor
and ceiling), so nothing flows through them; at a jump the derivative is 0 too.
"""

# Functions of no derivative whose results are truth values.
TRUTHS = [
    "isnan",
    "isinf",
    "isfinite",
    "isneginf",
    "isposinf",
    "isclose",
    "signbit",
    "equal",
    "not_equal",
    "less",
    "less_equal",
    "greater",
    "greater_equal",
    "logical_and",
    "logical_or",
    "logical_xor",
    "logical_not",
]
# Those, and what gives integers.
INACTIVE = [*TRUTHS, "gcd"]

ANY = (-3.0, 3.0)
INTEGER = range(4)


def floor(x: ANY):
    """The derivative is 0 everywhere, at the jumps as well."""
    z = floor(x)


def ceil(x: ANY):
    """The derivative is 0 everywhere, at the jumps as well."""
    z = ceil(x)


def trunc(x: ANY):
    """The derivative is 0 everywhere, at the jumps as well."""
    z = trunc(x)


def rint(x: ANY):
    """The derivative is 0 everywhere, at the jumps as well."""
    z = rint(x)


def round(x: ANY):
    """The derivative is 0 everywhere, at the jumps as well."""
    z = round(x)


def round_digits(x: ANY, digits: INTEGER):
    """The derivative is 0 everywhere, at the jumps as well."""
    z = round(x, digits)


def around(x: ANY):
    """The derivative is 0 everywhere, at the jumps as well."""
    z = around(x)


def around_digits(x: ANY, digits: INTEGER):
    """The derivative is 0 everywhere, at the jumps as well."""
    z = around(x, digits)


def sign(x: ANY):
    """The derivative is 0 everywhere, at the jump as well."""
    z = sign(x)
