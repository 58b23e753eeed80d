"""Rosenbrock's valley in many dimensions: independent terms, so one loop is all."""

import numpy as np

import s2sad


def primal(x):
    total = 0.0
    for i in range(len(x) - 1):
        ridge = x[i + 1] - x[i] * x[i]
        shift = 1.0 - x[i]
        total += 100.0 * ridge * ridge + shift * shift
    return total


def by_hand(x):
    """The gradient of primal with respect to x: each entry gathers its two terms."""
    n = len(x)
    x_bar = np.zeros_like(x)
    if n < 2:
        return x_bar
    x_bar[0] = -400.0 * x[0] * (x[1] - x[0] * x[0]) - 2.0 * (1.0 - x[0])
    for i in range(1, n - 1):
        before = 200.0 * (x[i] - x[i - 1] * x[i - 1])
        ridge = x[i + 1] - x[i] * x[i]
        x_bar[i] = before - 400.0 * x[i] * ridge - 2.0 * (1.0 - x[i])
    x_bar[n - 1] = 200.0 * (x[n - 1] - x[n - 2] * x[n - 2])
    return x_bar


def derivative():
    return s2sad.grad(primal)


def arguments(quick):
    size = 100 if quick else 1_000_000
    return (np.random.default_rng(2).uniform(-1.0, 1.5, size),)
