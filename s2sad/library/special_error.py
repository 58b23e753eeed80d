"""The error function and its relatives: erfcx, inverses, the normal distribution.

NIST Digital Library of Mathematical Functions, chapter 7: the continued fraction of
neighbouring repeated integrals 7.18.13, their recurrence 7.18.7, the inverses 7.17.
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


@defines("scipy.special.erf")
@elementwise
def erf(x):
    """The error function."""
    return math.erf(x)


@defines("scipy.special.erfc")
@elementwise
def erfc(x):
    """The complementary error function, 1 - erf(x)."""
    return math.erfc(x)


def exp_square(scale, x):
    """exp(scale * x**2), the square in parts so that its rounding is not magnified."""
    if not abs(x) < 40.0:
        return math.exp(scale * x * x)
    high = math.floor(16.0 * x) / 16.0
    return math.exp(scale * high * high) * math.exp(scale * (x - high) * (x + high))


def erfcx_repeated(n, x):
    """exp(x**2) times the n-th repeated integral of erfc."""
    before = 2.0 / math.sqrt(math.pi)
    if x > 2.0:
        ratio = 0.0
        value = before
        for k in range(n + 20 + int(180.0 / (x * x)), -1, -1):
            ratio = 0.5 / (x + (k + 1) * ratio)
            if k <= n:
                value *= ratio
    else:
        value = exp_square(1.0, x) * math.erfc(x)
        for k in range(1, n + 1):
            after = (0.5 * before - x * value) / k
            before = value
            value = after
    return value


@rule_of(erfcx_repeated)
def erfcx_repeated_rule(n, x):
    z = erfcx_repeated(n, x)
    z_dot = -2.0 * (n + 1) * erfcx_repeated(n + 1, x) * x_dot
    x_bar -= 2.0 * (n + 1) * erfcx_repeated(n + 1, x) * z_bar


@defines("scipy.special.erfcx")
@elementwise
def erfcx(x):
    """The scaled complementary error function, exp(x**2) * erfc(x)."""
    return erfcx_repeated(0, x)


@defines("scipy.special.erfinv")
@elementwise
def erfinv(x):
    """The inverse of the error function."""
    if abs(x) > 0.5:
        return math.copysign(erfcinv_tail(1.0 - abs(x)), x)
    return erfinv_middle(x)


@rule_of(erfinv)
def erfinv_rule(x):
    z = erfinv(x)
    z_dot = 0.5 * math.sqrt(math.pi) * math.exp(z * z) * x_dot
    x_bar += 0.5 * math.sqrt(math.pi) * math.exp(z * z) * z_bar


@defines("scipy.special.erfcinv")
@elementwise
def erfcinv(x):
    """The inverse of the complementary error function."""
    if x < 0.5:
        return erfcinv_tail(x)
    if x > 1.5:
        return -erfcinv_tail(2.0 - x)
    return erfinv_middle(1.0 - x)


@rule_of(erfcinv)
def erfcinv_rule(x):
    z = erfcinv(x)
    z_dot = -0.5 * math.sqrt(math.pi) * erfcx_repeated(0, z) / x * x_dot
    x_bar -= 0.5 * math.sqrt(math.pi) * erfcx_repeated(0, z) / x * z_bar


def erfinv_middle(x):
    """The inverse of erf between -0.5 and 0.5, by Newton's method."""
    z = 0.5 * math.sqrt(math.pi) * x
    for _ in range(5):
        z -= 0.5 * math.sqrt(math.pi) * math.exp(z * z) * (math.erf(z) - x)
    return z


def erfcinv_tail(x):
    """The inverse of erfc below 0.5, by Newton's method for its logarithm."""
    if not x > 0.0:
        return math.inf if x == 0.0 else math.nan
    log_x = math.log(x)
    z = math.sqrt(max(0.2, -log_x - 0.5 * math.log(-math.pi * log_x)))
    for _ in range(6):
        scaled = erfcx_repeated(0, z)
        z += 0.5 * math.sqrt(math.pi) * scaled * (math.log(scaled) - z * z - log_x)
    return z


@elementwise
def normal_density(z):
    """The density of the normal distribution."""
    # Beyond 40 it is 0 in floating point, and so are its slopes, also at infinity.
    w = 40.0 if abs(z) > 40.0 else z
    return math.exp(-0.5 * w * w) / math.sqrt(2.0 * math.pi)


@defines("scipy.special.ndtr")
@elementwise
def ndtr(x):
    """The distribution function of the normal distribution."""
    if x < -1.0:
        return 0.5 * exp_square(-0.5, x) * erfcx_repeated(0, -x / math.sqrt(2.0))
    return 0.5 * math.erfc(-x / math.sqrt(2.0))


@rule_of(ndtr)
def ndtr_rule(x):
    z = ndtr(x)
    z_dot = normal_density(x) * x_dot
    x_bar += normal_density(x) * z_bar


@defines("scipy.special.log_ndtr")
@elementwise
def log_ndtr(x):
    """The logarithm of the distribution function of the normal distribution."""
    scaled = erfcx_repeated(0, abs(x) / math.sqrt(2.0))
    if x < -1.0:
        return math.log(0.5 * scaled) - 0.5 * x * x
    if x > 1.0:
        return math.log1p(-0.5 * exp_square(-0.5, x) * scaled)
    return math.log1p(-0.5 * math.erfc(x / math.sqrt(2.0)))


@rule_of(log_ndtr)
def log_ndtr_rule(x):
    z = log_ndtr(x)
    z_dot = math.sqrt(2.0 / math.pi) / erfcx_repeated(0, -x / math.sqrt(2.0)) * x_dot
    x_bar += math.sqrt(2.0 / math.pi) / erfcx_repeated(0, -x / math.sqrt(2.0)) * z_bar


@defines("scipy.special.ndtri")
@elementwise
def ndtri(x):
    """The quantiles of the normal distribution."""
    return -math.sqrt(2.0) * erfcinv(2.0 * x)
