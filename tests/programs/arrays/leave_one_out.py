"""Kernel regression judged by what it says of points that it has not seen."""

import numpy as np


def leave_one_out(places, values, width, slope):
    errors = np.empty_like(values)
    for i in range(len(places)):
        x, y = np.delete(places, i), np.delete(values, i)
        z = (x - places[i]) / width
        weight = np.exp(-0.5 * z * z)
        design = np.c_[np.ones_like(z), z]
        left = design.T @ (weight[:, None] * design) + slope * np.diag([0.0, 1.0])
        fit = np.linalg.solve(left, design.T @ (weight * y))
        errors[i] = values[i] - fit[0]
    return np.sqrt(np.mean(errors**2)) + np.mean(np.abs(errors))


EXAMPLE = (
    np.array([0.1, 0.6, 1.0, 1.7, 2.2]),
    np.array([0.3, 1.1, 0.9, 0.2, -0.4]),
    0.6,
    0.05,
)
