"""Eigenvalues of symmetric matrices and singular values, with their vectors.

Giles, Collected matrix derivative results for forward and reverse mode algorithmic
differentiation (2008); for vectors of matrices that are not square: Townsend,
Differentiating the singular value decomposition (2016).
"""

import numpy as np

from s2sad.custom.decorators import custom_jvp, custom_vjp, rule_of
from s2sad.known.definitions import defines, refused
from s2sad.library.inverses import as_floats
from s2sad.library.triangles import diagonal, folded, mirrored


def turned(m, values, asked):
    """The entries m[i, j] over values[j] - values[i]; the diagonal is 0.

    Where values are equal but for rounding, their vectors have no derivative:
    nan, unless nothing is asked of them. An m of 0 may be two that cancel.
    """
    turn = np.zeros_like(m)
    equal = 1e-14 * len(values) * np.max(np.abs(values))
    for i in range(len(values)):
        for j in range(len(values)):
            if abs(values[i] - values[j]) > equal:
                turn[i, j] = m[i, j] / (values[j] - values[i])
            elif i != j and (asked[i, j] != 0.0 or asked[j, i] != 0.0):
                turn[i, j] = np.nan
    return turn


def over(m, values):
    """The columns of m over values; 0 / 0 is 0."""
    quotient = np.zeros_like(m)
    for i in range(len(m)):
        for j in range(len(values)):
            if values[j] != 0.0:
                quotient[i, j] = m[i, j] / values[j]
            elif m[i, j] != 0.0:
                quotient[i, j] = np.nan
    return quotient


@custom_vjp
@custom_jvp
def eigensystem(a):
    """The eigenvalues and eigenvectors of a symmetric matrix, from its lower half."""
    values, vectors = np.linalg.eigh(a)
    return values, vectors


@eigensystem.defjvp
def eigensystem_jvp(primals, tangents):
    (a,), (a_dot,) = primals, tangents
    values, vectors = eigensystem(a)
    change = vectors.T @ mirrored(a_dot) @ vectors
    return (values, vectors), (
        diagonal(change),
        vectors @ turned(change, values, change),
    )


def eigensystem_forward(a):
    values, vectors = eigensystem(a)
    return (values, vectors), (values, vectors)


def eigensystem_backward(system, bars):
    values, vectors = system
    values_bar, vectors_bar = bars
    twist = vectors.T @ vectors_bar
    change_bar = turned(0.5 * (twist - twist.T), values, twist)
    for i in range(len(values)):
        change_bar[i, i] += values_bar[i]
    return (folded(vectors @ change_bar @ vectors.T),)


eigensystem.defvjp(eigensystem_forward, eigensystem_backward)


def eigenvalues(a):
    """The eigenvalues of a symmetric matrix, from its lower half."""
    return np.linalg.eigvalsh(a)


def eigenvectors(a):
    """The eigenvectors of a symmetric matrix, from its lower half."""
    values, vectors = eigensystem(a)
    return vectors


@rule_of(eigenvalues)
def eigenvalues_rule(a):
    z = eigenvalues(a)
    z_dot = diagonal(eigenvectors(a).T @ mirrored(a_dot) @ eigenvectors(a))
    v = eigenvectors(a)
    a_bar += folded(v * z_bar @ v.T)


@defines("numpy.linalg.eigh")
def eigh(a, UPLO="L"):
    """The eigenvalues and eigenvectors of a symmetric matrix, from one of its halves.

    They are functions of that half, and so are their derivatives.
    """
    if a.ndim != 2:
        refused("eigh of a stack of matrices is not supported", "a loop over them")
    if UPLO != "L":
        refused("vectors of eigh with UPLO='U' may differ in sign", "eigh of a.T")
    return eigensystem(as_floats(a))


@defines("numpy.linalg.eigvalsh")
def eigvalsh(a, UPLO="L"):
    """The eigenvalues of a symmetric matrix, or of each one of a stack."""
    a = as_floats(a)
    if a.ndim == 2:
        return eigenvalues(a.T if UPLO == "U" else a)
    values = np.empty(a.shape[:-1], a.dtype)
    for i in range(len(a)):
        values[i] = eigvalsh(a[i], UPLO)
    return values


@defines("scipy.linalg.eigh")
def scipy_eigh(a, *, lower=True, eigvals_only=False):
    """The eigenvalues of a symmetric matrix, from one of its halves."""
    if not eigvals_only:
        refused("vectors of scipy.linalg.eigh may differ in sign", "np.linalg.eigh")
    return eigvalsh(a, "L" if lower else "U")


@defines("scipy.linalg.eigvalsh")
def scipy_eigvalsh(a, *, lower=True):
    """The eigenvalues of a symmetric matrix, from one of its halves."""
    return eigvalsh(a, "L" if lower else "U")


@custom_vjp
@custom_jvp
def singular_system(a):
    """The factors u, s, vh of a = u * s @ vh, as few columns as there are values."""
    u, s, vh = np.linalg.svd(a, False)
    return u, s, vh


@singular_system.defjvp
def singular_system_jvp(primals, tangents):
    (a,), (a_dot,) = primals, tangents
    u, s, vh = singular_system(a)
    left, right = u.T @ a_dot, a_dot @ vh.T
    change = left @ vh.T
    scaled = change * s
    u_dot = u @ turned(scaled + scaled.T, s * s, scaled)
    u_dot += over(right - u @ change, s)
    scaled = change.T * s
    vh_dot = turned(scaled + scaled.T, s * s, scaled).T @ vh
    vh_dot += over((left - change @ vh).T, s).T
    return (u, s, vh), (u_dot, diagonal(change), vh_dot)


def singular_system_forward(a):
    u, s, vh = singular_system(a)
    return (u, s, vh), (u, s, vh)


def singular_system_backward(system, bars):
    u, s, vh = system
    u_bar, s_bar, vh_bar = bars
    left, right = u.T @ u_bar, vh @ vh_bar.T
    change_bar = turned(left - left.T, s * s, left) * s
    change_bar += (turned(right - right.T, s * s, right) * s).T
    for i in range(len(s)):
        change_bar[i, i] += s_bar[i]
    a_bar = (u @ change_bar + over(u_bar - u @ left, s)) @ vh
    a_bar += u @ over((vh_bar - right.T @ vh).T, s).T
    return (a_bar,)


singular_system.defvjp(singular_system_forward, singular_system_backward)


def singular_values(a):
    """The singular values of a matrix."""
    u, s, vh = np.linalg.svd(a, False)
    return s


def singular_vectors(a):
    """The singular vectors of a matrix, left and right."""
    u, s, vh = singular_system(a)
    return u, vh


@rule_of(singular_values)
def singular_values_rule(a):
    z = singular_values(a)
    z_dot = paired(singular_vectors(a), a_dot)
    a_bar += spanned(singular_vectors(a), z_bar)


def paired(vectors, a):
    """The products u[:, k] @ a @ vh[k] of singular vectors with a matrix."""
    u, vh = vectors
    return diagonal(u.T @ a @ vh.T)


def spanned(vectors, values):
    """The matrix that has these singular vectors, and values."""
    u, vh = vectors
    return u * values @ vh


@defines("numpy.linalg.svd")
def svd(a, full_matrices=True, compute_uv=True):
    """The singular values of a matrix, and its singular vectors."""
    if a.ndim != 2:
        refused("svd of a stack of matrices is not supported", "a loop over them")
    if not compute_uv:
        return singular_values(as_floats(a))
    if full_matrices and a.shape[0] != a.shape[1]:
        refused("svd with full_matrices=True", "full_matrices=False")
    return singular_system(as_floats(a))


@defines("scipy.linalg.svd")
def scipy_svd(a, full_matrices=True, compute_uv=True):
    """The singular values of a matrix, and its singular vectors."""
    return svd(a, full_matrices, compute_uv)


@defines("numpy.linalg.svdvals", "scipy.linalg.svdvals")
def svdvals(x):
    """The singular values of a matrix."""
    return svd(x, compute_uv=False)


@defines("numpy.linalg.cond")
def cond(x):
    """The largest singular value of a matrix over the smallest."""
    values = svdvals(x)
    return values[0] / values[-1]


@defines("numpy.linalg.matrix_rank")
def matrix_rank(A, tol=None, hermitian=False, *, rtol=None):
    """How many singular values of a matrix are not 0 but for rounding."""
    a = as_floats(A)
    if tol is not None or hermitian or a.ndim != 2:
        refused("this form of matrix_rank is not supported", "matrix_rank(a, rtol=...)")
    values = svdvals(a)
    share = max(a.shape) * 2.220446049250313e-16 if rtol is None else rtol
    return np.sum(values > share * np.max(values))
