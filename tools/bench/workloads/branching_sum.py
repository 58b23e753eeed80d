"""A sum over neighbours with a branch: nothing is saved, one loop does it all."""

import numpy as np

import s2sad


def primal(x):
    s = 0.0
    for i in range(1, len(x)):
        if x[i] > 0.0:
            s += np.sin(x[i]) * x[i - 1]
        else:
            s -= x[i] ** 2
    return s


def by_hand(x):
    """The value of primal and its gradient with respect to x."""
    s = 0.0
    x_bar = np.zeros_like(x)
    for i in range(1, len(x)):
        if x[i] > 0.0:
            sin_x = np.sin(x[i])
            s += sin_x * x[i - 1]
            x_bar[i] += np.cos(x[i]) * x[i - 1]
            x_bar[i - 1] += sin_x
        else:
            s -= x[i] ** 2
            x_bar[i] -= 2.0 * x[i]
    return s, x_bar


def derivative():
    return s2sad.value_and_grad(primal)


def arguments(quick):
    size = 100 if quick else 100_000
    return (np.random.default_rng(1).standard_normal(size),)
