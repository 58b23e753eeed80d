"""Eigenvalues of any square matrix, and their vectors: complex numbers, as in JAX.

Giles, Collected matrix derivative results for forward and reverse mode algorithmic
differentiation (2008). Vectors have length 1, and their largest component is real:
what a change of the matrix does to these two is taken out again.
"""

import numpy as np

from s2sad.custom.decorators import custom_jvp, custom_vjp
from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.inverses import as_floats
from s2sad.library.spectra import turned
from s2sad.library.triangles import diagonal


def real_place(vector):
    """The place of the largest component of an eigenvector, the one that is real."""
    largest, place = -1.0, 0
    for i in range(len(vector)):
        if vector[i].imag == 0.0 and abs(vector[i].real) > largest:
            largest, place = abs(vector[i].real), i
    return place


def kept_normal(vectors, changes):
    """The changes of eigenvectors without those of their lengths and their turns."""
    kept = np.empty_like(changes)
    for j in range(vectors.shape[1]):
        k = real_place(vectors[:, j])
        length = np.sum(np.conj(vectors[:, j]) * changes[:, j]).real
        turn = changes[k, j].imag / vectors[k, j].real
        kept[:, j] = changes[:, j] - (length + 1j * turn) * vectors[:, j]
    return kept


def kept_normal_transposed(vectors, bars):
    """The transpose of `kept_normal`, which is linear in the changes' parts only."""
    turned_back = np.empty_like(bars)
    for j in range(vectors.shape[1]):
        k = real_place(vectors[:, j])
        share = np.sum(bars[:, j] * vectors[:, j])
        turned_back[:, j] = bars[:, j] - share.real * np.conj(vectors[:, j])
        turned_back[k, j] -= 1j * share.imag / vectors[k, j].real
    return turned_back


def pushed(values, vectors, a_dot):
    """The tangents of eigenvalues and eigenvectors, by that of their matrix."""
    change = np.linalg.inv(vectors) @ (a_dot @ vectors)
    vectors_dot = kept_normal(vectors, vectors @ turned(change, values, change))
    return diagonal(change), vectors_dot


def pulled(values, vectors, values_bar, vectors_bar):
    """The adjoint of a matrix, by those of its eigenvalues and eigenvectors."""
    twist = vectors.T @ kept_normal_transposed(vectors, vectors_bar)
    change_bar = turned(twist, values, twist)
    for i in range(len(values)):
        change_bar[i, i] += values_bar[i]
    return np.linalg.inv(vectors.T) @ (change_bar @ vectors.T)


@custom_vjp
@custom_jvp
def eigensystem(a):
    """The eigenvalues and eigenvectors of a matrix, as complex numbers."""
    values, vectors = np.linalg.eig(a)
    return values, vectors


@eigensystem.defjvp
def eigensystem_jvp(primals, tangents):
    (a,), (a_dot,) = primals, tangents
    values, vectors = eigensystem(a)
    return (values, vectors), pushed(values, vectors, a_dot.astype(np.complex128))


def eigensystem_forward(a):
    values, vectors = eigensystem(a)
    return (values, vectors), (a, values, vectors)


def eigensystem_backward(system, bars):
    a, values, vectors = system
    a_bar = pulled(values, vectors, *bars)
    return (a_bar if a.dtype == np.complex128 else a_bar.real,)


eigensystem.defvjp(eigensystem_forward, eigensystem_backward)


System = type(np.linalg.eig(np.eye(1)))


@defines("numpy.linalg.eig")
@of_complex
def eig(a):
    """The eigenvalues and eigenvectors of any matrix; they are complex numbers."""
    a = as_floats(a)
    if a.ndim != 2:
        refused("eig of a stack of matrices is not supported", "a loop over them")
    if a.dtype == np.float32:
        refused("eigenvalues of float32 are complex64", "an array of float64")
    return System(*eigensystem(a))


@defines("numpy.linalg.eigvals")
@of_complex
def eigvals(a):
    """The eigenvalues of any matrix, or of each one of a stack; complex numbers."""
    if a.ndim == 2:
        values, vectors = eig(a)
        return values
    stack = np.empty(a.shape[:-1], np.complex128)
    for i in range(len(a)):
        stack[i] = eigvals(a[i])
    return stack


@defines("scipy.linalg.eig")
@of_complex
def scipy_eig(a, *, left=False, right=True):
    """The eigenvalues of any matrix, and the vectors of the right if asked for."""
    if left:
        refused("eigenvectors of the left", "those of the right of a.T")
    return eig(a) if right else eigvals(a)


@defines("scipy.linalg.eigvals")
@of_complex
def scipy_eigvals(a):
    """The eigenvalues of any matrix; complex numbers."""
    return eigvals(a)
