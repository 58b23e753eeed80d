"""Lambert's W: the inverse of z * exp(z), on its two real branches.

Corless et al., On the Lambert W function (1996): Halley's method (5.9), the series at
the branch point (4.22).
"""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise, refused


@defines("scipy.special.lambertw")
@elementwise
def lambertw(z, k=0, tol=1e-8):
    """Lambert's W of a real number on a branch where it is real."""
    if k == 0:
        return lambert_above(z)
    if k == -1:
        return lambert_below(z)
    return refused("lambertw on a branch that is not real", "k=0 or k=-1")


def lambert_above(x):
    """The branch of W that is -1 and above, of numbers above -1 / e."""
    if not x >= -math.exp(-1.0):
        raise NotImplementedError("lambertw is complex below -1 / e")
    if x == 0.0 or x == math.inf:
        return x
    if x < 1.0:
        root = math.sqrt(max(0.0, 2.0 * (math.e * x + 1.0)))
        start = -1.0 + root - root * root / 3.0 + 11.0 / 72.0 * root**3
    else:
        start = math.log(x)
        start -= 0.0 if x < 3.0 else math.log(start)
    return lambert_refined(start, x)


def lambert_below(x):
    """The branch of W that is -1 and below, of numbers between -1 / e and 0."""
    if not -math.exp(-1.0) <= x < 0.0:
        raise NotImplementedError("lambertw with k=-1 is real from -1 / e to 0 only")
    if x < -0.25:
        root = math.sqrt(max(0.0, 2.0 * (math.e * x + 1.0)))
        start = -1.0 - root - root * root / 3.0 - 11.0 / 72.0 * root**3
    else:
        start = math.log(-x)
        start -= math.log(-start)
    return lambert_refined(start, x)


def lambert_refined(w, x):
    """W of x from a number nearby, by Halley's method."""
    for _ in range(20):
        power = math.exp(w)
        error = w * power - x
        if error == 0.0 or w == -1.0:
            break
        slope = power * (w + 1.0) - 0.5 * (w + 2.0) * error / (w + 1.0)
        step = error / slope
        w -= step
        if abs(step) <= 1e-16 * abs(w):
            break
    return w


@rule_of(lambert_above)
def lambert_above_rule(x):
    z = lambert_above(x)
    z_dot = x_dot / (math.exp(z) * (1.0 + z))
    x_bar += z_bar / (math.exp(z) * (1.0 + z))


@rule_of(lambert_below)
def lambert_below_rule(x):
    z = lambert_below(x)
    z_dot = x_dot / (math.exp(z) * (1.0 + z))
    x_bar += z_bar / (math.exp(z) * (1.0 + z))
