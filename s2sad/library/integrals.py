"""Integrals of functions, by Gauss-Kronrod rules on intervals that are halved.

Piessens et al., QUADPACK (1983): the rule of 21 points and its error, and infinite
intervals by x = (1 - t) / t. Singularities are not extrapolated.
"""

import math

import numpy as np

from s2sad.known.definitions import defines, refused

# Places, their weights, and the weights of the rule of 10 points.
NODES = (
    (-0.9956571630258081, 0.011694638867371874, 0.0),
    (-0.9739065285171717, 0.032558162307964725, 0.06667134430868814),
    (-0.9301574913557082, 0.054755896574351995, 0.0),
    (-0.8650633666889845, 0.07503967481091996, 0.1494513491505806),
    (-0.7808177265864169, 0.0931254545836976, 0.0),
    (-0.6794095682990244, 0.10938715880229764, 0.21908636251598204),
    (-0.5627571346686047, 0.12349197626206584, 0.0),
    (-0.4333953941292472, 0.13470921731147334, 0.26926671930999635),
    (-0.2943928627014602, 0.14277593857706009, 0.0),
    (-0.1488743389816312, 0.14773910490133849, 0.29552422471475287),
    (0.0, 0.1494455540029169, 0.0),
    (0.1488743389816312, 0.14773910490133849, 0.29552422471475287),
    (0.2943928627014602, 0.14277593857706009, 0.0),
    (0.4333953941292472, 0.13470921731147334, 0.26926671930999635),
    (0.5627571346686047, 0.12349197626206584, 0.0),
    (0.6794095682990244, 0.10938715880229764, 0.21908636251598204),
    (0.7808177265864169, 0.0931254545836976, 0.0),
    (0.8650633666889845, 0.07503967481091996, 0.1494513491505806),
    (0.9301574913557082, 0.054755896574351995, 0.0),
    (0.9739065285171717, 0.032558162307964725, 0.06667134430868814),
    (0.9956571630258081, 0.011694638867371874, 0.0),
)


@defines("scipy.integrate.quad")
def quad(
    func,
    a,
    b,
    args=(),
    full_output=0,
    epsabs=1.49e-8,
    epsrel=1.49e-8,
    limit=50,
    points=None,
    weight=None,
    wvar=None,
    wopts=None,
    maxp1=50,
    limlst=50,
    complex_func=False,
):
    """The integral of a function from a to b, and an estimate of its error."""
    if points is not None or weight is not None:
        refused("quad with points or with a weight is not supported", "parts of it")
    if full_output or complex_func:
        refused("quad with full_output or complex_func is not supported", "without")
    more = args if isinstance(args, tuple) else (args,)
    beyond, before = b == math.inf, a == -math.inf
    low, high = (0.0, 1.0) if beyond or before else (1.0 * a, 1.0 * b)

    def integrand(t):
        if beyond and before:
            x = (1.0 - t) / t
            return (func(x, *more) + func(-x, *more)) / (t * t)
        if beyond:
            return func(a + (1.0 - t) / t, *more) / (t * t)
        if before:
            return func(b - (1.0 - t) / t, *more) / (t * t)
        return func(t, *more)

    parts = partition(integrand, low, high, epsabs, epsrel, limit)
    return integral(integrand, low, high, parts), error_of(integrand, low, high, parts)


def integral(f, low, high, parts):
    """The integral over all parts of an interval."""
    value = 0.0
    for k in range(len(parts)):
        width = (high - low) * 0.5 ** parts[k, 1]
        start = low + width * parts[k, 0]
        value += kronrod(f, start, start + width)
    return value


def error_of(f, low, high, parts):
    """An estimate of the error of an integral over all parts of an interval."""
    error = 0.0
    for k in range(len(parts)):
        width = (high - low) * 0.5 ** parts[k, 1]
        start = low + width * parts[k, 0]
        error += kronrod_error(f, start, start + width)
    return error


def partition(f, low, high, epsabs, epsrel, limit):
    """Parts of an interval, each by its number and how often the whole was halved.

    The one of the largest error is halved.
    """
    parts = np.zeros((limit, 2), np.int64)
    values, errors = np.zeros(limit), np.zeros(limit)
    values[0], errors[0] = kronrod(f, low, high), kronrod_error(f, low, high)
    count = 1
    while np.sum(errors) > max(epsabs, epsrel * abs(np.sum(values))):
        if count == limit:
            raise NotImplementedError("quad of a function that is not smooth enough")
        worst = np.argmax(errors)
        number, depth = 2 * parts[worst, 0], parts[worst, 1] + 1
        width = (high - low) * 0.5**depth
        for k in range(2):
            i = worst if k == 0 else count
            parts[i, 0], parts[i, 1] = number + k, depth
            start = low + width * (number + k)
            values[i] = kronrod(f, start, start + width)
            errors[i] = kronrod_error(f, start, start + width)
        count += 1
    return parts[:count]


def kronrod(f, low, high):
    """An integral by 21 points."""
    center, half = 0.5 * (low + high), 0.5 * (high - low)
    total = 0.0
    for place, weight, _ in NODES:
        total += weight * f(center + half * place)
    return half * total


def kronrod_error(f, low, high):
    """An error of an integral by 21 points, from what 10 of them give."""
    center, half = 0.5 * (low + high), 0.5 * (high - low)
    value = kronrod(f, low, high)
    mean = 0.5 * value / half if half != 0.0 else 0.0
    coarse, size, spread = 0.0, 0.0, 0.0
    for place, weight, other in NODES:
        height = f(center + half * place)
        coarse += other * height
        size += weight * abs(height)
        spread += weight * abs(height - mean)
    error, spread, size = (
        abs(value - half * coarse),
        abs(half) * spread,
        abs(half) * size,
    )
    if spread != 0.0 and error != 0.0:
        error = spread * min(1.0, (200.0 * error / spread) ** 1.5)
    return max(error, 50.0 * 2.0**-52 * size)
