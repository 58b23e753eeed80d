"""Pseudoinverses and least squares.

Golub and Pereyra, The differentiation of pseudo-inverses and nonlinear least squares
problems whose variables separate (1973): the rank stays the same.
"""

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, refused
from s2sad.library.inverses import as_floats
from s2sad.library.spectra import svdvals


def pseudoinverse(a):
    """The Moore-Penrose inverse of a matrix."""
    return np.linalg.pinv(a)


@rule_of(pseudoinverse)
def pseudoinverse_rule(a):
    z = pseudoinverse(a)
    z_dot = (
        z @ (z.T @ (a_dot.T - a_dot.T @ a @ z))
        - z @ a_dot @ z
        + (a_dot.T - z @ a @ a_dot.T) @ z.T @ z
    )
    outside = (z_bar.T - a @ z @ z_bar.T) @ z @ z.T
    inside = z.T @ z @ (z_bar.T - z_bar.T @ z @ a)
    a_bar += outside + inside - z.T @ z_bar @ z.T


@defines("numpy.linalg.pinv")
def pinv(a, rcond=None, hermitian=False, *, rtol=None):
    """The Moore-Penrose inverse of a matrix, or of each one of a stack."""
    if rcond is not None or rtol is not None:
        refused("pinv with a tolerance of its own is not supported", "without it")
    a = as_floats(a)
    if hermitian:  # NumPy reads one triangle
        a = np.tril(a) + np.swapaxes(np.tril(a, -1), -1, -2)
    if a.ndim == 2:
        return pseudoinverse(a)
    inverses = np.empty(a.shape[:-2] + a.shape[-1:] + a.shape[-2:-1], a.dtype)
    for i in range(len(a)):
        inverses[i] = pinv(a[i])
    return inverses


def least_squares(a, b, rcond):
    """The smallest matrix x for which a @ x is closest to b."""
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return x


@rule_of(least_squares)
def least_squares_rule(a, b, rcond):
    z = least_squares(a, b, rcond)
    z_dot = pseudoinverse(a) @ (
        b_dot - a_dot @ z + pseudoinverse(a).T @ (a_dot.T @ (b - a @ z))
    ) + (a_dot.T - pseudoinverse(a) @ (a @ a_dot.T)) @ (pseudoinverse(a).T @ z)
    p = pseudoinverse(a)
    w = p.T @ z_bar
    a_bar += (b - a @ z) @ (p @ w).T - w @ z.T + p.T @ z @ (z_bar - a.T @ w).T
    b_bar += w


def rank_of(a, b, rcond):
    """The number of singular values of a that count."""
    x, residuals, rank, values = np.linalg.lstsq(a, b, rcond)
    return rank


@rule_of(rank_of)
def rank_of_rule(a, b, rcond):
    z = rank_of(a, b, rcond)


@defines("numpy.linalg.lstsq")
def lstsq(a, b, rcond=None):
    """The x for which a @ x is closest to b, and what tells how close it is."""
    a, b = as_floats(a), as_floats(b)
    wide = b if b.ndim == 2 else b[:, None]
    if rcond is None:
        epsilon = 2.0**-52 if a.dtype == np.float64 else 2.0**-23
        rcond = epsilon * max(a.shape[0], a.shape[1])
    x = least_squares(a, wide, rcond)
    rank = rank_of(a, wide, rcond)
    missed = np.sum((wide - a @ x) ** 2, axis=0)
    if rank < a.shape[1] or a.shape[0] <= a.shape[1]:
        missed = missed[:0]
    if b.ndim == 1:
        return x[:, 0], missed, rank, svdvals(a)
    return x, missed, rank, svdvals(a)
