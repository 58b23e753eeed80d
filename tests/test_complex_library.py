"""Library functions that say that they are right for complex numbers, with such."""

import numpy as np
import pytest
from complex_checks import check_complex

w = 0.4 + 0.9j
Z = np.array([1 + 0.5j, 0.3 - 0.2j, -0.7 + 0.9j])
X = np.array([0.5, 1.5, -0.3])
M = np.outer(Z, Z + 1) + np.eye(3)
R = np.outer(X, X + 2) + np.eye(3)
T = np.stack([M, M * 1j + R])

CASES = [
    (lambda T: np.sum(T, axis=(0, 2)) + np.prod(T[0], axis=0), T),
    (lambda z: np.add.reduce(z) * np.multiply.reduce(z) + np.prod(z), Z),
    (lambda M: np.mean(M, axis=1, keepdims=True) * M, M),
    (lambda z, M: np.einsum("ij,j->i", M, z) + np.einsum("ij,ji->", M, M), Z, M),
    (lambda M, R: np.tensordot(M, R) + np.inner(M[0], R[1]), M, R),
    (lambda z, x: np.vdot(z, x) + np.vdot(x, z) * np.vdot(z, z * 1j), Z, X),
    (lambda M, z: np.vecdot(M, z), M, Z),
    (lambda T: T @ T[0], T),
    (lambda T: np.moveaxis(T, 0, 2) * 2j + np.transpose(T, (1, 2, 0)), T),
    (lambda z, x: np.concatenate([z, z * z, x]), Z, X),
    (lambda z, x: np.stack([x, z * x]) * np.append(z[:2], 1j), Z, X),
    (lambda z: np.hstack([z, np.split(z, 3)[1] * z[:1]]), Z),
    (lambda z: np.tile(z, 2) * np.repeat(z, 2) + np.roll(np.tile(z, 2), 1), Z),
    (lambda z: np.flip(z) * z + np.diag(z) @ z, Z),
    (lambda M: np.trace(M) * np.diag(M) + np.tril(M) @ np.triu(M), M),
    (lambda z, x: np.outer(z, x) + np.eye(3, dtype=complex) * z[0], Z, X),
    (lambda z: np.kron(z, z)[:3] * np.vander(z), Z),
    (lambda z: np.take(z, np.array([0, 2, 0])) * z + z[np.array([0, 2, 0])], Z),
    (lambda z: np.sum(z[z.real > 0]) * z + len(np.nonzero(z)[0]), Z),
    (lambda z: np.select([z.real > 0.5, z.real < 0], [z * z, z * 1j], 0.0), Z),
    (lambda z: np.cumsum(z * z) + np.cumprod(z), Z),
    (lambda M: np.cumsum(M, axis=0) * np.cumprod(M, axis=1), M),
    (lambda z: np.diff(z * z) * np.trapezoid(z * z, dx=0.3), Z),
    (lambda z, w: np.polyval(z, w) + np.polyder(z) * z[0], Z, w),
    (lambda z: np.convolve(z, z * 1j) + np.convolve(z, np.ones(3)), Z),
    (lambda z: np.gradient(z * z) + np.cross(z, z * z + 1), Z),
    (lambda M, z: np.linalg.inv(M) @ np.linalg.solve(M, z), M, Z),
    (lambda M, R: np.linalg.solve(M, R) * np.linalg.det(M), M, R),
    (lambda R, z: np.linalg.solve(R, z), R, Z),
    (lambda T: np.linalg.inv(T), T),
    (lambda T: np.linalg.det(T), T),
    (lambda M: np.linalg.matrix_power(M, 3) + np.linalg.multi_dot([M, R, M]), M),
    (lambda z: np.delete(z, 1) * z[1] + np.insert(z, 1, z[0])[:2], Z),
    (lambda z: np.squeeze(z[None]) * z.flatten() + np.ravel(z), Z),
    (lambda z: np.atleast_2d(z) * np.broadcast_to(z[0], (3,)), Z),
    (lambda z: sum([z[0], z[1] * z[2]]) * 1j + np.allclose(z, z) * z, Z),
    (lambda z: np.where(np.isclose(z, z * 1.0000001), z, z * z), Z),
]


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_library_functions_of_complex_numbers(case):
    check_complex(*case)
