"""One call of the gradient of a function of one number: what is left is overhead."""

import math

import s2sad


def primal(x):
    return x * math.sin(x)


def by_hand(x):
    """The derivative of primal: a bare Numba function."""
    return math.sin(x) + x * math.cos(x)


def derivative():
    return s2sad.grad(primal)


def arguments(quick):
    return (0.7,)
