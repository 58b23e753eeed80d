"""A mesh is smoothed along its edges, and keeps its volume."""

import numpy as np


def laplacian_smoothing(points, edges, faces, step, sweeps):
    degree = np.bincount(edges.ravel(), minlength=len(points))[:, None]
    volume = 0.0
    for k in range(sweeps + 1):
        a, b, c = points[faces[:, 0]], points[faces[:, 1]], points[faces[:, 2]]
        now = np.sum(a * np.cross(b, c)) / 6.0
        if k == 0:
            volume = now
        else:
            points = points * np.cbrt(volume / now)
        if k < sweeps:
            pull = np.zeros_like(points)
            np.add.at(pull, edges[:, 0], points[edges[:, 1]] - points[edges[:, 0]])
            np.add.at(pull, edges[:, 1], points[edges[:, 0]] - points[edges[:, 1]])
            points = points + step * pull / degree
    return points


EXAMPLE = (
    np.array([[0.1, 0.0, 0.2], [1.0, 0.1, 0.0], [0.0, 1.2, 0.1], [0.2, 0.3, 1.1]]),
    np.array([[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]),
    np.array([[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]]),
    0.3,
    2,
)
