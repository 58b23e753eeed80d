"""The gamma function, its logarithm and its derivatives, and Hurwitz's zeta function.

NIST Digital Library of Mathematical Functions: Taylor series 5.7.3, recurrence 5.5.1,
reflection 5.5.3, Stirling's series 5.11.1, polygamma functions 5.15.1 and 25.11.12,
and 25.2.9 with 25.11.5, the sum of Euler and Maclaurin, for the zeta functions.
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.rules.special import digamma


@defines("scipy.special.digamma", "scipy.special.psi")
@elementwise
def psi(x):
    """The digamma function, the derivative of the logarithm of gamma."""
    return digamma(x) if x >= 0.0 or x != np.floor(x) else math.nan


@rule_of(psi)
def psi_rule(x):
    z = psi(x)
    z_dot = polygamma(1, x) * x_dot
    x_bar += polygamma(1, x) * z_bar


@defines("scipy.special.gamma")
@elementwise
def gamma(x):
    """The gamma function."""
    return math.gamma(x)


def stirling_tail(x):
    """What Stirling's series adds to the logarithm of gamma of x > 10."""
    w = 1.0 / (x * x)
    tail = 1.0 / 1188.0 - w * (691.0 / 360360.0 - w * (1.0 / 156.0 - w * 0.0296))
    tail = 1.0 / 1260.0 - w * (1.0 / 1680.0 - w * tail)
    return (1.0 / 12.0 - w * (1.0 / 360.0 - w * tail)) / x


def log_gamma_near_two(w):
    """The logarithm of gamma(2 + w) for w between -0.5 and 0.5."""
    tail = -2.7595228851242334e-10 * w
    tail = (-1.1921401405860912e-09 + (5.731367241678862e-10 + tail) * w) * w
    tail = (-5.183475041970047e-09 + (2.4836745438024785e-09 + tail) * w) * w
    tail = (-2.2711094608943164e-08 + (1.0838659214896955e-08 + tail) * w) * w
    tail = (-1.0043224823968099e-07 + (4.7698101693639804e-08 + tail) * w) * w
    tail = (-4.492469198764566e-07 + (2.1207184805554665e-07 + tail) * w) * w
    tail = (-2.039215753801366e-06 + (9.55141213040742e-07 + tail) * w) * w
    tail = (-9.439488275268397e-06 + (4.374866789907488e-06 + tail) * w) * w
    tail = (-4.492623673813314e-05 + (2.050721277567069e-05 + tail) * w) * w
    tail = (-0.00022315475845357939 + (9.945751278180853e-05 + tail) * w) * w
    tail = (-0.001192753911703261 + (0.0005096695247430425 + tail) * w) * w
    tail = (-0.007385551028673986 + (0.0028905103307415234 + tail) * w) * w
    tail = (-0.0673523010531981 + (0.020580808427784546 + tail) * w) * w
    tail = (0.42278433509846713 + (0.3224670334241132 + tail) * w) * w
    return tail


def log_gamma_positive(x):
    """The logarithm of gamma for x > 0."""
    if x > 1e17:
        return x * (math.log(x) - 1.0)
    if x > 10.0:
        stirling = (x - 0.5) * math.log(x) - x + 0.5 * math.log(2.0 * math.pi)
        return stirling + stirling_tail(x)
    if x < 0.5:
        return log_gamma_near_two(x) - math.log1p(x) - math.log(x)
    if x < 1.5:
        return log_gamma_near_two(x - 1.0) - math.log1p(x - 1.0)
    factor = 1.0
    while x > 2.5:
        x -= 1.0
        factor *= x
    return log_gamma_near_two(x - 2.0) + math.log(factor)


@defines("scipy.special.gammaln")
@elementwise
def gammaln(x):
    """The logarithm of the absolute value of the gamma function."""
    if x > 0.0:
        return log_gamma_positive(x)
    distance = x - np.floor(x + 0.5)
    if distance == 0.0 or x < -1e16:
        return math.inf if x > -math.inf else x
    sine = abs(math.sin(math.pi * distance))
    return math.log(math.pi / sine) - math.log(abs(x)) - log_gamma_positive(-x)


@rule_of(gammaln)
def gammaln_rule(x):
    z = gammaln(x)
    z_dot = psi(x) * x_dot
    x_bar += psi(x) * z_bar


@defines("scipy.special.loggamma")
@elementwise
def loggamma(x):
    """The logarithm of the gamma function of a real number; nan below 0."""
    return gammaln(x) if x >= 0.0 else math.nan


@defines("scipy.special.rgamma")
@elementwise
def rgamma(x):
    """The reciprocal of the gamma function."""
    if x <= 0.0 and x == np.floor(x):
        return 0.0
    return 1.0 / math.gamma(x)


@defines("scipy.special.polygamma")
@elementwise
def polygamma(n: int, x):
    """The n-th derivative of the digamma function."""
    if n == 0:
        return digamma(x)
    factor = 1.0 if n % 2 == 1 else -1.0
    for k in range(2, n + 1):
        factor *= k
    return factor * hurwitz_zeta(n + 1.0, x)


@rule_of(polygamma)
def polygamma_rule(n, x):
    z = polygamma(n, x)
    z_dot = polygamma(n + 1, x) * x_dot
    x_bar += polygamma(n + 1, x) * z_bar


def hurwitz_zeta(s, q):
    """The sum of (q + k)**-s over k = 0, 1, 2, ..., for s > 1; continued to s > 0."""
    total = 0.0
    count = max(0, math.ceil(min(12.0 + s, 500.0) - q))
    for k in range(count):
        total += (q + k) ** -s
    q += count
    w = 1.0 / (q * q)
    tail = (s + 13.0) * (s + 14.0) * w * (3617.0 / 10670622842880000.0)
    tail = (s + 11.0) * (s + 12.0) * w * (1.0 / 74724249600.0 - tail)
    tail = (s + 9.0) * (s + 10.0) * w * (691.0 / 1307674368000.0 - tail)
    tail = (s + 7.0) * (s + 8.0) * w * (1.0 / 47900160.0 - tail)
    tail = (s + 5.0) * (s + 6.0) * w * (1.0 / 1209600.0 - tail)
    tail = (s + 3.0) * (s + 4.0) * w * (1.0 / 30240.0 - tail)
    tail = (s + 1.0) * (s + 2.0) * w * (1.0 / 720.0 - tail)
    tail = s / q * (1.0 / 12.0 - tail)
    return total + q**-s * (q / (s - 1.0) + 0.5 + tail)


@defines("scipy.special.zeta")
@elementwise
def zeta(x, q=None):
    """Riemann's zeta function, or Hurwitz's, of a real number."""
    if x == 1.0:
        return math.inf
    if q is None:
        if x < 0.0:
            angle = math.pi * (0.25 * x - np.floor(0.25 * x)) * 2.0
            factor = 2.0 * math.sin(angle) * math.gamma(1.0 - x)
            return factor * (2.0 * math.pi) ** (x - 1.0) * hurwitz_zeta(1.0 - x, 1.0)
        return hurwitz_zeta(x, 1.0)
    if x < 1.0:
        return math.nan
    if q <= 0.0:
        if q == np.floor(q):
            return math.inf
        if x != np.floor(x):
            return math.nan
    return hurwitz_zeta(x, q)
