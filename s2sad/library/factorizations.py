"""Triangular factors of matrices, and systems that they solve.

Murray, Differentiation of the Cholesky decomposition (2016). Walter, Structured
higher-order algorithmic differentiation in the forward and reverse mode with
application in optimum experimental design (2012), for the factors Q and R.
"""

import numpy as np

from s2sad.custom.decorators import custom_jvp, custom_vjp, rule_of
from s2sad.known.definitions import defines, refused
from s2sad.library.inverses import as_floats, solutions
from s2sad.library.triangles import (
    lower_part,
    mirrored,
    strictly_lower,
    with_unit_diagonal,
)


def lower_factor(a):
    """The lower triangle L with L @ L.T = a, from the lower triangle of a."""
    return np.linalg.cholesky(a)


@rule_of(lower_factor)
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
    a = as_floats(a)
    if a.ndim == 2:
        return cholesky(a, not upper)
    factors = np.empty(a.shape, a.dtype)
    for i in range(len(a)):
        factors[i] = cholesky(a[i], not upper)
    return factors


@defines("scipy.linalg.cholesky")
def cholesky(a, lower=False):
    """The Cholesky factor of a matrix, from one of its triangles."""
    if lower:
        return lower_factor(as_floats(a))
    return lower_factor(as_floats(a).T).T


@custom_vjp
@custom_jvp
def orthogonal_factors(a):
    """The factors Q and R of a matrix with as many rows as columns, or more."""
    q, r = np.linalg.qr(a)
    return q.copy(), r  # Numba gives a view


@orthogonal_factors.defjvp
def orthogonal_factors_jvp(primals, tangents):
    (a,), (a_dot,) = primals, tangents
    q, r = orthogonal_factors(a)
    change = solutions(r.T, a_dot.T).T
    inner = q.T @ change
    turn = strictly_lower(inner)
    turn -= turn.T.copy()
    return (q, r), (change - q @ (inner - turn), (inner - turn) @ r)


def orthogonal_factors_forward(a):
    q, r = orthogonal_factors(a)
    return (q, r), (q, r)


def orthogonal_factors_backward(factors, bars):
    q, r = factors
    q_bar, r_bar = bars
    inner_bar = mirrored(r @ r_bar.T - q_bar.T @ q)
    return (solutions(r, (q_bar + q @ inner_bar).T).T,)


orthogonal_factors.defvjp(orthogonal_factors_forward, orthogonal_factors_backward)


@defines("numpy.linalg.qr")
def qr(a, mode="reduced"):
    """The factors Q, with orthogonal columns, and R, a triangle, of a matrix."""
    if a.ndim != 2:
        refused("qr of a stack of matrices is not supported", "a loop over them")
    if mode != "reduced" and mode != "r":
        refused("qr with this mode is not supported", "mode='reduced'")
    a = as_floats(a)
    rows, columns = a.shape
    q, r = np.empty_like(a[:, :rows]), np.empty_like(a[:columns])
    if rows >= columns:
        thin_q, thin_r = orthogonal_factors(a)
        q[:, :], r[:, :] = thin_q, thin_r
    else:
        square = a[:, :rows].copy()
        square_q, square_r = orthogonal_factors(square)
        q[:, :], r[:, :rows] = square_q, square_r
        for i in range(rows):
            for j in range(rows, columns):
                r[i, j] = 0.0
                for k in range(rows):
                    r[i, j] += square_q[k, i] * a[k, j]
    if mode == "r":
        return r
    return q, r


@defines("scipy.linalg.qr")
def scipy_qr(a, *, mode="full"):
    """The factors Q, with orthogonal columns, and R, a triangle, of a matrix."""
    if mode != "economic":
        refused("scipy.linalg.qr with this mode is not supported", "mode='economic'")
    return qr(a)


def lower_solution(a, b):
    """The matrix x with L @ x = b, L being the lower triangle of a."""
    x = b.copy()
    for i in range(len(a)):
        for j in range(i):
            for k in range(b.shape[1]):
                x[i, k] -= a[i, j] * x[j, k]
        for k in range(b.shape[1]):
            x[i, k] /= a[i, i]
    return x


def upper_solution(a, b):
    """The matrix x with U @ x = b, U being the upper triangle of a."""
    x = b.copy()
    for i in range(len(a) - 1, -1, -1):
        for j in range(i + 1, len(a)):
            for k in range(b.shape[1]):
                x[i, k] -= a[i, j] * x[j, k]
        for k in range(b.shape[1]):
            x[i, k] /= a[i, i]
    return x


@rule_of(lower_solution)
def lower_solution_rule(a, b):
    z = lower_solution(a, b)
    z_dot = lower_solution(a, b_dot - lower_part(a_dot, 1.0) @ z)
    w = upper_solution(a.T, z_bar)
    a_bar -= lower_part(w @ z.T, 1.0)
    b_bar += w


@rule_of(upper_solution)
def upper_solution_rule(a, b):
    z = upper_solution(a, b)
    z_dot = upper_solution(a, b_dot - lower_part(a_dot.T, 1.0).T @ z)
    w = lower_solution(a.T, z_bar)
    a_bar -= lower_part(z @ w.T, 1.0).T
    b_bar += w


@defines("scipy.linalg.solve_triangular")
def solve_triangular(a, b, trans=0, lower=False, unit_diagonal=False):
    """The x with a @ x = b, or a.T @ x = b, from one triangle of a."""
    if b.ndim == 1:
        wide = solve_triangular(a, b[:, None], trans, lower, unit_diagonal)
        return wide[:, 0]
    a, b = as_floats(a), as_floats(b)
    if unit_diagonal:
        a = with_unit_diagonal(a)
    if trans == 0 or trans == "N":
        return lower_solution(a, b) if lower else upper_solution(a, b)
    return upper_solution(a.T, b) if lower else lower_solution(a.T, b)


@defines("scipy.linalg.cho_factor")
def cho_factor(a, lower=False):
    """The Cholesky factor of a matrix, and whether it is the lower one."""
    return cholesky(a, lower), lower


@defines("scipy.linalg.cho_solve")
def cho_solve(c_and_lower, b):
    """The x with a @ x = b, from the Cholesky factor of a."""
    c, lower = c_and_lower
    if lower:
        return solve_triangular(c, solve_triangular(c, b, 0, True), 1, True)
    return solve_triangular(c, solve_triangular(c, b, 1))
