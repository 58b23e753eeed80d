"""A warp of the plane that moves landmarks to their marks, and bends least."""

import numpy as np


def thin_plate_spline(landmarks, marks, points, stiffness):
    def kernel(a, b):
        d2 = np.sum((a[:, None] - b[None]) ** 2, axis=-1)
        return 0.5 * d2 * np.log(d2 + 1e-3)

    n = len(landmarks)
    affine = np.column_stack((np.ones(n), landmarks))
    system = np.zeros((n + 3, n + 3))
    system[:n, :n] = kernel(landmarks, landmarks) + stiffness * np.eye(n)
    system[:n, n:] = affine
    system[n:, :n] = affine.T
    values = np.vstack((marks, np.zeros((3, 2))))
    weights = np.linalg.solve(system, values)
    moved = kernel(points, landmarks) @ weights[:n]
    return moved + weights[n] + points @ weights[n + 1 :]


EXAMPLE = (
    np.array([[0.0, 0.1], [1.0, 0.0], [0.1, 0.9], [1.1, 1.2]]),
    np.array([[0.1, 0.0], [0.9, 0.2], [0.0, 1.1], [1.3, 1.0]]),
    np.array([[0.5, 0.4], [0.8, 0.3]]),
    0.2,
)
