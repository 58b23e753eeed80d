"""The logistic function and what belongs to it.

Each is written so that no exponential overflows and no difference cancels: by the signs
of its argument, and by atanh (DLMF 4.37.24) near the middle of logit.
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise


@defines("scipy.special.expit")
@elementwise
def expit(x):
    """The logistic function, 1 / (1 + exp(-x))."""
    if x < 0.0:
        part = math.exp(x)
        return part / (1.0 + part)
    return 1.0 / (1.0 + math.exp(-x))


@rule_of(expit)
def expit_rule(x):
    z = expit(x)
    z_dot = z * expit(-x) * x_dot
    x_bar += z * expit(-x) * z_bar


@defines("scipy.special.logit")
@elementwise
def logit(x):
    """The logarithm of the odds, log(x / (1 - x))."""
    if 0.3 < x < 0.7:
        return 2.0 * math.atanh(2.0 * x - 1.0)
    return math.log(x / (1.0 - x))


@rule_of(logit)
def logit_rule(x):
    z = logit(x)
    z_dot = x_dot / (x * (1.0 - x))
    x_bar += z_bar / (x * (1.0 - x))


@defines("scipy.special.log_expit")
@elementwise
def log_expit(x):
    """The logarithm of the logistic function."""
    return min(x, 0.0) - math.log1p(math.exp(-abs(x)))


@rule_of(log_expit)
def log_expit_rule(x):
    z = log_expit(x)
    z_dot = expit(-x) * x_dot
    x_bar += expit(-x) * z_bar


def largest_along(x, axis):
    """The largest elements along an axis, which stays with length 1, or of all."""
    if axis is None or x.ndim == 1:
        return np.max(x)
    return np.max(x, axis=axis, keepdims=True)


def sum_along(x, axis):
    """The sums along an axis, which stays with length 1, or that of all."""
    if axis is None or x.ndim == 1:
        return np.sum(x)
    return np.sum(x, axis=axis, keepdims=True)


@defines("scipy.special.softmax")
def softmax(x, axis=None):
    """The exponentials of x, scaled so that their sum along an axis is 1."""
    parts = np.exp(x - largest_along(x, axis))
    return parts / sum_along(parts, axis)


@rule_of(softmax)
def softmax_rule(x, axis):
    z = softmax(x, axis)
    z_dot = z * (x_dot - sum_along(z * x_dot, axis))
    x_bar += z * (z_bar - sum_along(z * z_bar, axis))


@defines("scipy.special.log_softmax")
def log_softmax(x, axis=None):
    """The logarithm of softmax."""
    shifted = x - largest_along(x, axis)
    return shifted - np.log(sum_along(np.exp(shifted), axis))


@rule_of(log_softmax)
def log_softmax_rule(x, axis):
    z = log_softmax(x, axis)
    z_dot = x_dot - sum_along(np.exp(z) * x_dot, axis)
    x_bar += z_bar - np.exp(z) * sum_along(z_bar, axis)
