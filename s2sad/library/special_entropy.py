"""Products with logarithms that are 0 at 0, and the entropies made of them."""

import math

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


@defines("scipy.special.xlogy")
@elementwise
def xlogy(x, y):
    """x * log(y), which is 0 where x is."""
    if x == 0.0 and (y <= 0.0 or y == math.inf):
        return 0.0
    return x * math.log(y)


@rule_of(xlogy)
def xlogy_rule(x, y):
    z = xlogy(x, y)
    z_dot = math.log(y) * x_dot + (x / y if x != 0.0 or y != 0.0 else 0.0) * y_dot
    x_bar += math.log(y) * z_bar
    y_bar += (x / y if x != 0.0 or y != 0.0 else 0.0) * z_bar


@defines("scipy.special.xlog1py")
@elementwise
def xlog1py(x, y):
    """x * log(1 + y), which is 0 where x is."""
    if x == 0.0 and (y <= -1.0 or y == math.inf):
        return 0.0
    return x * math.log1p(y)


@rule_of(xlog1py)
def xlog1py_rule(x, y):
    z = xlog1py(x, y)
    z_dot = (
        math.log1p(y) * x_dot
        + (x / (1.0 + y) if x != 0.0 or y != -1.0 else 0.0) * y_dot
    )
    x_bar += math.log1p(y) * z_bar
    y_bar += (x / (1.0 + y) if x != 0.0 or y != -1.0 else 0.0) * z_bar


def log_excess(d):
    """d - log(1 + d) for small d, by the series of DLMF 4.6.4."""
    r = d / (2.0 + d)
    w = r * r
    total = 0.0
    for k in range(31, 1, -2):
        total = 1.0 / k + w * total
    return r * d - 2.0 * r * w * total


def ratio_excess(x, y):
    """x / y - 1 - log(x / y), without loss where x is near y."""
    d = (x - y) / y
    return log_excess(d) if abs(d) < 0.4 else d - math.log(x / y)


@defines("scipy.special.entr")
@elementwise
def entr(x):
    """-x * log(x); 0 at 0, and -inf below."""
    if x > 0.0:
        return -x * math.log(x)
    return 0.0 if x == 0.0 else -math.inf if x < 0.0 else math.nan


@rule_of(entr)
def entr_rule(x):
    z = entr(x)
    z_dot = -(math.log(x) + 1.0) * x_dot
    x_bar -= (math.log(x) + 1.0) * z_bar


@defines("scipy.special.rel_entr")
@elementwise
def rel_entr(x, y):
    """x * log(x / y); 0 where x is, and inf where one of them is negative."""
    if x > 0.0 and y > 0.0:
        if 0.5 < x / y < 2.0:
            return x * math.log1p((x - y) / y)
        return x * (math.log(x) - math.log(y))
    if x != x or y != y:
        return math.nan
    return 0.0 if x == 0.0 and y >= 0.0 else math.inf


@rule_of(rel_entr)
def rel_entr_rule(x, y):
    z = rel_entr(x, y)
    z_dot = (math.log(x / y) + 1.0) * x_dot - x / y * y_dot
    x_bar += (math.log(x / y) + 1.0) * z_bar
    y_bar -= x / y * z_bar


@defines("scipy.special.kl_div")
@elementwise
def kl_div(x, y):
    """x * log(x / y) - x + y; y where x is 0, and inf where one is negative."""
    if x > 0.0 and y > 0.0:
        return x * ratio_excess(y, x)
    if x != x or y != y:
        return math.nan
    return y if x == 0.0 and y >= 0.0 else math.inf


@rule_of(kl_div)
def kl_div_rule(x, y):
    z = kl_div(x, y)
    z_dot = math.log(x / y) * x_dot + (y - x) / y * y_dot
    x_bar += math.log(x / y) * z_bar
    y_bar += (y - x) / y * z_bar
