"""The logistic function and what belongs to it.

Each is written so that no exponential overflows and no difference cancels: by the signs
of its argument, and by atanh (DLMF 4.37.24) near the middle of logit.
"""

import math

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, elementwise
from s2sad.library.axes import as_array, axes_of


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


def largest_over(x, axes):
    """The largest elements over axes, which stay with length 1, or of all."""
    if len(axes) == x.ndim:
        return np.max(x)
    return np.max(x, axis=axes, keepdims=True)


def sum_over(x, axes):
    """The sums over axes, which stay with length 1, or that of all."""
    if len(axes) == x.ndim:
        return np.sum(x)
    return np.sum(x, axis=axes, keepdims=True)


@defines("scipy.special.softmax")
def softmax_along(x, axis=None):
    """The exponentials of x, scaled so that their sum along an axis is 1."""
    x = as_array(x)
    return softmax(x, axes_of(x, axis))


def softmax(x, axes):
    """The exponentials of x, scaled so that their sum over axes is 1."""
    parts = np.exp(x - largest_over(x, axes))
    return parts / sum_over(parts, axes)


@rule_of(softmax)
def softmax_rule(x, axes):
    z = softmax(x, axes)
    z_dot = z * (x_dot - sum_over(z * x_dot, axes))
    x_bar += z * (z_bar - sum_over(z * z_bar, axes))


@defines("scipy.special.log_softmax")
def log_softmax_along(x, axis=None):
    """The logarithm of softmax."""
    x = as_array(x)
    return log_softmax(x, axes_of(x, axis))


def log_softmax(x, axes):
    """The logarithm of softmax, over axes."""
    shifted = x - largest_over(x, axes)
    return shifted - np.log(sum_over(np.exp(shifted), axes))


@rule_of(log_softmax)
def log_softmax_rule(x, axes):
    z = log_softmax(x, axes)
    z_dot = x_dot - sum_over(np.exp(z) * x_dot, axes)
    x_bar += z_bar - np.exp(z) * sum_over(z_bar, axes)
