"""Rosenbrock's valley as NumPy writes it, in slices; its primal is the loop."""

import numpy as np

import s2sad

from .rosenbrock import arguments, by_hand, primal

__all__ = ["arguments", "by_hand", "primal"]


def valley(x):
    return np.sum(100.0 * (x[1:] - x[:-1] ** 2) ** 2 + (1.0 - x[:-1]) ** 2)


def derivative():
    return s2sad.grad(valley)
