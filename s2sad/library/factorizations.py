"""Triangular factors of matrices, and systems that they solve.

Murray, Differentiation of the Cholesky decomposition (2016). Walter, Structured
higher-order algorithmic differentiation in the forward and reverse mode with
application in optimum experimental design (2012), for the factors Q and R.
"""

import numpy as np

from s2sad.custom.decorators import custom_jvp, custom_vjp, rule
from s2sad.library.inverses import as_floats, inverse, solutions
from s2sad.library.triangles import folded, lower_part, mirrored
from s2sad.specialise.definitions import defines


def lower_factor(a):
    """The lower triangle L with L @ L.T = a, from the lower triangle of a."""
    return np.linalg.cholesky(a)


@rule
def lower_factor_rule(a):
    z = lower_factor(a)
    z_dot = z @ lower_part(solutions(z, solutions(z, mirrored(a_dot)).T), 0.5)
    w = solutions(z.T, mirrored(z.T @ z_bar))
    a_bar += lower_part(solutions(z.T, w.T), 0.5)


@defines("numpy.linalg.cholesky")
def numpy_cholesky(a, *, upper=False):
    """The Cholesky factor of a matrix, or of each one of a stack.

    It is a function of one triangle of the matrix, and so is its derivative.
    """
    if a.ndim == 2:
        return cholesky(a, not upper)
    factors = np.empty(a.shape)
    for i in range(len(a)):
        factors[i] = cholesky(a[i], not upper)
    return factors


@defines("scipy.linalg.cholesky")
def cholesky(a, lower=False):
    """The Cholesky factor of a matrix, from one of its triangles."""
    if lower:
        return lower_factor(as_floats(a))
    return lower_factor(as_floats(a).T).T
