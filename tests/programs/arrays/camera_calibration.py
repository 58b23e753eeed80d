"""Points in space seen by a camera with a lens that bends: errors in the picture."""

import numpy as np


def rotation_of(vector):
    angle = np.sqrt(vector @ vector)
    x, y, z = vector / angle
    cross = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.eye(3) + np.sin(angle) * cross + (1.0 - np.cos(angle)) * cross @ cross


def camera_calibration(turn, shift, focal, centre, bend, points, seen):
    local = points @ rotation_of(turn).T + shift
    flat = local[:, :2] / local[:, 2, None]
    r2 = np.sum(flat**2, axis=1, keepdims=True)
    flat = flat * (1.0 + bend[0] * r2 + bend[1] * r2**2)
    error = (focal * flat + centre - seen).ravel()
    return np.sum(np.sqrt(1.0 + error**2) - 1.0)


EXAMPLE = (
    np.array([0.3, -0.2, 0.4]),
    np.array([0.1, 0.2, 3.0]),
    2.5,
    np.array([0.3, 0.2]),
    np.array([-0.1, 0.03]),
    np.array([[0.5, 0.2, 0.1], [-0.4, 0.6, 0.3], [0.3, -0.7, 0.5]]),
    np.array([[0.7, 0.5], [0.1, 0.9], [0.5, -0.2]]),
)
