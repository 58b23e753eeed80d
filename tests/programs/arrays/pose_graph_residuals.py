"""Poses of a robot in the plane that shall agree with what it measured between them."""

import numpy as np


def pose_graph_residuals(poses, edges, measured, information):
    first, second = poses[edges[:, 0]], poses[edges[:, 1]]
    delta = second[:, :2] - first[:, :2]
    c, s = np.cos(first[:, 2]), np.sin(first[:, 2])
    local = np.empty_like(measured)
    local[:, 0] = c * delta[:, 0] + s * delta[:, 1]
    local[:, 1] = c * delta[:, 1] - s * delta[:, 0]
    local[:, 2] = second[:, 2] - first[:, 2]
    error = local - measured
    error[:, 2] = np.arctan2(np.sin(error[:, 2]), np.cos(error[:, 2]))
    squared = np.einsum("ei,ij,ej->e", error, information, error)
    return np.sum(np.where(squared < 1.0, squared, 2.0 * np.sqrt(squared) - 1.0))


EXAMPLE = (
    np.array([[0.1, 0.2, 0.3], [1.0, 0.4, 0.9], [1.7, 1.2, 1.4], [0.3, 0.9, 2.8]]),
    np.array([[0, 1], [1, 2], [2, 3], [3, 0]]),
    np.array([[0.9, 0.1, 0.5], [1.0, 0.2, 0.6], [0.8, 1.3, 1.3], [0.2, 0.4, -2.4]]),
    np.array([[2.0, 0.3, 0.0], [0.3, 1.5, 0.1], [0.0, 0.1, 4.0]]),
)
