"""The dense Hessian of Rosenbrock's valley: a person knows that it has three bands."""

import numpy as np

import s2sad

from .rosenbrock import primal as primal


def by_hand(x):
    """The Hessian of primal with respect to x."""
    n = len(x)
    hessian = np.zeros((n, n))
    for i in range(n - 1):
        hessian[i, i] += 1200.0 * x[i] * x[i] - 400.0 * x[i + 1] + 2.0
        hessian[i, i + 1] = -400.0 * x[i]
        hessian[i + 1, i] = -400.0 * x[i]
        hessian[i + 1, i + 1] += 200.0
    return hessian


def derivative():
    return s2sad.hessian(primal)


def arguments(quick):
    return (np.random.default_rng(2).uniform(-1.0, 1.5, 6 if quick else 50),)
