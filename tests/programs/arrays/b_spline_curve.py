"""A curve of B-splines fitted to data, whose bends cost something."""

import numpy as np


def basis(x, knots, degree):
    b = ((x[:, None] >= knots[:-1]) & (x[:, None] < knots[1:])).astype(float)
    for k in range(1, degree + 1):
        left = (x[:, None] - knots[: -k - 1]) / (knots[k:-1] - knots[: -k - 1])
        right = (knots[k + 1 :] - x[:, None]) / (knots[k + 1 :] - knots[1:-k])
        b = left * b[:, :-1] + right * b[:, 1:]
    return b


def b_spline_curve(x, y, smoothing, spacing, count):
    knots = spacing * (np.arange(count + 4) - 3.0)
    design = basis(x, knots, 3)
    penalty = np.diff(np.eye(count), n=2, axis=0)
    normal = design.T @ design + smoothing * penalty.T @ penalty
    weights = np.linalg.solve(normal, design.T @ y)
    hat = np.trace(np.linalg.solve(normal, design.T @ design))
    residual = y - design @ weights
    return np.mean(residual**2) / (1.0 - hat / len(x)) ** 2


EXAMPLE = (
    np.array([0.15, 0.6, 0.95, 1.3, 1.7, 1.85]),
    np.array([0.3, 0.9, 0.4, -0.2, 0.5, 0.8]),
    0.4,
    1.0,
    5,
)
