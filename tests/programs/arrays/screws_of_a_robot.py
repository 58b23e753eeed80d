"""A robot's hand by exponentials of screws, and how able it is."""

import numpy as np
from scipy.linalg import expm


def hat(twist):
    v, (x, y, z) = twist[:3], twist[3:]
    top = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.block([[top, v[:, None]], [np.zeros((1, 4))]])


def screws_of_a_robot(angles, screws, home, target):
    pose = np.eye(4)
    columns = []
    for angle, screw in zip(angles, screws):
        turn, shift = pose[:3, :3], pose[:3, 3]
        spin = turn @ screw[3:]
        columns.append(np.r_[turn @ screw[:3] + np.cross(shift, spin), spin])
        pose = pose @ expm(hat(screw) * angle)
    pose = pose @ home
    jacobian = np.column_stack(columns)
    apart = pose[:3, 3] - target[:3, 3]
    turned = pose[:3, :3].T @ target[:3, :3]
    angle = np.arccos(np.clip(0.5 * (np.trace(turned) - 1.0), -1.0, 1.0))
    ability = np.sqrt(np.linalg.det(jacobian.T @ jacobian))
    return apart @ apart + angle**2, ability


EXAMPLE = (
    np.array([0.4, -0.7]),
    np.array([[0.0, 0.1, 0.0, 0.0, 0.0, 1.0], [0.2, 0.0, -0.5, 0.0, 1.0, 0.0]]),
    np.array(
        [
            [1.0, 0.0, 0.0, 0.8],
            [0.0, 1.0, 0.0, 0.1],
            [0.0, 0.0, 1.0, 0.3],
            [0.0, 0.0, 0.0, 1.0],
        ]
    ),
    np.array(
        [
            [0.8, -0.6, 0.0, 0.6],
            [0.6, 0.8, 0.0, 0.2],
            [0.0, 0.0, 1.0, 0.5],
            [0.0, 0.0, 0.0, 1.0],
        ]
    ),
)
