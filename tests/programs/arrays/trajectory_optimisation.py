"""A path for a robot among obstacles: short, smooth and clear of them."""

import numpy as np


def trajectory_optimisation(path, start, goal, obstacles, radii, smooth, margin):
    full = np.concatenate((start[None], path, goal[None]))
    velocity = np.diff(full, axis=0)
    jerk = np.diff(full, n=3, axis=0)
    middle = 0.5 * (full[1:] + full[:-1])
    speed = np.sqrt((velocity**2).sum(-1) + 1e-4)
    distance = np.sqrt(((middle[:, None] - obstacles) ** 2).sum(-1)) - radii
    inside = margin - distance
    cost = np.where(inside > 0.0, inside**2 / (2.0 * margin), 0.0)
    cost += np.where(distance < 0.0, -distance, 0.0)
    return np.sum(cost.sum(1) * speed) + smooth * np.sum(jerk**2) + speed.sum()


EXAMPLE = (
    np.array([[0.5, 0.3], [0.9, 0.9], [1.4, 1.1]]),
    np.array([0.0, 0.1]),
    np.array([2.0, 1.3]),
    np.array([[0.8, 0.4], [1.3, 1.5]]),
    np.array([0.3, 0.2]),
    0.3,
    0.35,
)
