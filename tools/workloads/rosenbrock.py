"""Rosenbrock's valley in many dimensions: independent terms, so one loop is all."""

import numpy as np

ARGNUMS = 0


def primal(x):
    total = 0.0
    for i in range(len(x) - 1):
        ridge = x[i + 1] - x[i] * x[i]
        shift = 1.0 - x[i]
        total += 100.0 * ridge * ridge + shift * shift
    return total


def by_hand(x):
    """The value of primal and its gradient with respect to x."""
    total = 0.0
    x_bar = np.zeros_like(x)
    for i in range(len(x) - 1):
        ridge = x[i + 1] - x[i] * x[i]
        shift = 1.0 - x[i]
        total += 100.0 * ridge * ridge + shift * shift
        ridge_bar = 200.0 * ridge
        x_bar[i + 1] += ridge_bar
        x_bar[i] -= 2.0 * (x[i] * ridge_bar + shift)
    return total, x_bar


def arguments(quick):
    size = 100 if quick else 1_000_000
    return (np.random.default_rng(2).uniform(-1.0, 1.5, size),)
