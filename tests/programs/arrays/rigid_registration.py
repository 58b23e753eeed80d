"""The rotation that best lays one cloud of points on another, by singular values."""

import numpy as np


def rigid_registration(source, target, weights):
    w = weights / weights.sum()
    source_mean, target_mean = w @ source, w @ target
    a, b = source - source_mean, target - target_mean
    u, s, vt = np.linalg.svd((w[:, None] * a).T @ b)
    sign = np.sign(np.linalg.det(vt.T @ u.T))
    rotation = vt.T @ np.diag(np.array([1.0, 1.0, sign])) @ u.T
    moved = a @ rotation.T + target_mean
    return np.sqrt(np.sum(w * np.sum((moved - target) ** 2, axis=1)))


EXAMPLE = (
    np.array([[0.1, 0.9, 0.2], [1.2, -0.1, 0.4], [-0.5, 0.3, 1.5], [0.6, 0.7, -0.8]]),
    np.array([[0.8, 0.2, 0.3], [0.3, -1.0, 0.7], [0.1, 0.6, 1.3], [0.9, -0.4, -0.9]]),
    np.array([1.0, 0.8, 1.2, 0.6]),
)
