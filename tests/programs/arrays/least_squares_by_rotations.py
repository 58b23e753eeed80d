"""A regression by an orthogonal factor, and who pulls at it."""

import numpy as np
from scipy.linalg import solve_triangular


def least_squares_by_rotations(design, measured, weights):
    root = np.sqrt(weights)
    q, r = np.linalg.qr(design * root[:, None])
    right = root * measured
    estimate = solve_triangular(r, q.T @ right)
    residual = right - q @ (q.T @ right)
    rows, columns = design.shape
    variance = residual @ residual / (rows - columns)
    inverse = solve_triangular(r, np.eye(columns))
    errors = np.sqrt(variance * np.sum(inverse**2, axis=1))
    leverage = np.einsum("ij,ij->i", q, q)
    cook = residual**2 * leverage / (columns * variance * (1.0 - leverage) ** 2)
    return estimate, errors, np.max(cook)


EXAMPLE = (
    np.array([[1.0, 0.2], [1.0, 0.9], [1.0, 1.7], [1.0, 2.2], [1.0, 3.1]]),
    np.array([0.3, 1.4, 1.8, 2.9, 3.0]),
    np.array([1.0, 2.0, 1.5, 0.7, 1.2]),
)
