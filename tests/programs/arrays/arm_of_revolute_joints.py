"""Where the hand of a robot is, from matrices in the form of Denavit and Hartenberg."""

import numpy as np


def arm_of_revolute_joints(angles, offsets, lengths, twists, goal):
    pose = np.eye(4)
    origins, axes = [], []
    for theta, d, a, alpha in zip(angles, offsets, lengths, twists):
        origins.append(pose[:3, 3])
        axes.append(pose[:3, 2])
        ct, st, ca, sa = np.cos(theta), np.sin(theta), np.cos(alpha), np.sin(alpha)
        link = np.array(
            [
                [ct, -st * ca, st * sa, a * ct],
                [st, ct * ca, -ct * sa, a * st],
                [0.0, sa, ca, d],
                [0.0, 0.0, 0.0, 1.0],
            ]
        )
        pose = pose @ link
    hand = pose[:3, 3]
    jacobian = np.stack([np.cross(z, hand - p) for z, p in zip(axes, origins)], axis=1)
    reach = np.linalg.norm(hand - goal)
    return reach, np.linalg.det(jacobian @ jacobian.T + 0.01 * np.eye(3))


EXAMPLE = (
    np.array([0.3, -0.7, 1.1]),
    np.array([0.4, 0.0, 0.1]),
    np.array([0.1, 0.8, 0.6]),
    np.array([1.57, 0.2, -0.3]),
    np.array([0.5, 0.6, 0.2]),
)
