"""Powers, products and the exponential of square matrices.

Higham, The scaling and squaring method for the matrix exponential revisited (2005).
"""

import numpy as np

from s2sad.known.definitions import defines, of_complex
from s2sad.library.inverses import as_floats


@defines("numpy.linalg.matrix_power")
@of_complex
def matrix_power(a, n):
    """A matrix multiplied by itself n times, by repeated squaring."""
    factor = np.linalg.inv(a) if n < 0 else as_floats(a)
    power = np.eye(len(a))
    power = power + 0j if factor.dtype == np.complex128 else power
    remaining = abs(n)
    while remaining > 0:
        if remaining % 2 == 1:
            power = power @ factor
        remaining //= 2
        if remaining > 0:
            factor = factor @ factor
    return power


@defines("scipy.linalg.expm")
def expm(a):
    """The exponential of a matrix, by a Pade approximant of degree 13."""
    a = as_floats(a)
    size = np.max(np.sum(np.abs(a), axis=0))
    squarings = 0
    while size > 5.371920351148152:
        size *= 0.5
        squarings += 1
    a = a / 2.0**squarings
    one = np.eye(len(a))
    a2 = a @ a
    a4 = a2 @ a2
    a6 = a4 @ a2
    odd = a6 @ (a6 + 16380.0 * a4 + 40840800.0 * a2)
    odd += 33522128640.0 * a6 + 10559470521600.0 * a4 + 1187353796428800.0 * a2
    odd = a @ (odd + 32382376266240000.0 * one)
    even = a6 @ (182.0 * a6 + 960960.0 * a4 + 1323241920.0 * a2)
    even += 670442572800.0 * a6 + 129060195264000.0 * a4 + 7771770303897600.0 * a2
    even += 64764752532480000.0 * one
    power = np.empty_like(a)
    power[:, :] = np.linalg.solve(even - odd, even + odd)
    for _ in range(squarings):
        power = power @ power
    return power


@defines("numpy.linalg.multi_dot")
@of_complex
def multi_dot(arrays):
    """The product of several matrices."""
    product = arrays[0]
    for factor in arrays[1:]:
        product = product @ factor
    return product
