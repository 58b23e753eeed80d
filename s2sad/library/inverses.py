"""Linear systems, inverses and determinants of square matrices.

Giles, Collected matrix derivative results for forward and reverse mode algorithmic
differentiation (2008).
"""

import numpy as np

from s2sad.custom.decorators import rule_of
from s2sad.known.definitions import defines, of_complex, refused
from s2sad.library.axes import converted


def as_floats(a):
    """Numbers that can be divided: integers become floats."""
    return a if a.dtype.kind in "fc" else 1.0 * a


def inverse(a):
    """The inverse of a matrix."""
    return np.linalg.inv(a)


@rule_of(inverse)
def inverse_rule(a):
    z = inverse(a)
    z_dot = -z @ a_dot @ z
    a_bar -= z.T @ z_bar @ z.T


@defines("numpy.linalg.inv", "scipy.linalg.inv")
@of_complex
def inv(a):
    """The inverse of a matrix, or of each one of a stack."""
    a = as_floats(a)
    if a.ndim == 2:
        return inverse(a)
    inverses = np.empty(a.shape, a.dtype)
    for i in range(len(a)):
        inverses[i] = inv(a[i])
    return inverses


def solution(a, b):
    """The vector x with a @ x = b."""
    return np.linalg.solve(a, b)


@rule_of(solution)
def solution_rule(a, b):
    z = solution(a, b)
    z_dot = solution(a, b_dot - a_dot @ z)
    w = solution(a.T, z_bar)
    a_bar -= np.outer(w, z)
    b_bar += w


def solutions(a, b):
    """The matrix x with a @ x = b."""
    return np.linalg.solve(a, b)


@rule_of(solutions)
def solutions_rule(a, b):
    z = solutions(a, b)
    z_dot = solutions(a, b_dot - a_dot @ z)
    w = solutions(a.T, z_bar)
    a_bar -= w @ z.T
    b_bar += w


@defines("numpy.linalg.solve", "scipy.linalg.solve")
@of_complex
def solve(a, b):
    """The x with a @ x = b, of matrices or of stacks of them."""
    if a.ndim < 2 or b.ndim < 1:
        refused("solve of what is no matrix and right side", "a matrix")
    a, b = as_floats(a), as_floats(b)
    if a.dtype == np.complex128 or b.dtype == np.complex128:
        a, b = converted(a, np.complex128), converted(b, np.complex128)
    if a.dtype != b.dtype:
        refused("a matrix and a right side of two precisions", "one precision")
    if a.ndim == 2 and b.ndim == 1:
        return solution(a, b)
    if a.ndim == 2 and b.ndim == 2:
        return solutions(a, b)
    if b.ndim == 1:
        found = np.empty(a.shape[:-1], a.dtype)
    elif b.ndim < a.ndim:
        found = np.empty(a.shape[:-1] + b.shape[-1:], a.dtype)
    else:
        found = np.empty(b.shape, a.dtype)
    for i in range(len(found)):
        if b.ndim == 1 or b.ndim < a.ndim:
            found[i] = solve(a[i], b)
        elif a.ndim < b.ndim:
            found[i] = solve(a, b[i])
        else:
            found[i] = solve(a[i], b[i])
    return found


def determinant(a):
    """The determinant of a matrix."""
    return np.linalg.det(a)


@rule_of(determinant)
def determinant_rule(a):
    z = determinant(a)
    z_dot = z * np.sum(inverse(a).T * a_dot)
    a_bar += z_bar * z * inverse(a).T


@defines("numpy.linalg.det", "scipy.linalg.det")
@of_complex
def det(a):
    """The determinant of a matrix, or of each one of a stack."""
    a = as_floats(a)
    if a.ndim == 2:
        return determinant(a)
    determinants = np.empty(a.shape[:-2], a.dtype)
    for i in range(len(a)):
        determinants[i] = det(a[i])
    return determinants


def determinant_sign(a):
    """The sign of the determinant of a matrix."""
    sign, logarithm = np.linalg.slogdet(a)
    return sign


@rule_of(determinant_sign)
def determinant_sign_rule(a):
    z = determinant_sign(a)


def log_determinant(a):
    """The logarithm of the size of the determinant of a matrix."""
    sign, logarithm = np.linalg.slogdet(a)
    return logarithm


@rule_of(log_determinant)
def log_determinant_rule(a):
    z = log_determinant(a)
    z_dot = np.sum(inverse(a).T * a_dot)
    a_bar += z_bar * inverse(a).T


@defines("numpy.linalg.slogdet")
def slogdet(a):
    """The sign of a determinant and the logarithm of its size."""
    a = as_floats(a)
    if a.ndim == 2:
        return determinant_sign(a), log_determinant(a)
    signs = np.empty(a.shape[:-2], a.dtype)
    logarithms = np.empty(a.shape[:-2], a.dtype)
    for i in range(len(a)):
        signs[i], logarithms[i] = slogdet(a[i])
    return signs, logarithms
