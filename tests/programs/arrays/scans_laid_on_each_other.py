"""Two scans of a room: each point finds its nearest, and the turn that fits best."""

import numpy as np


def scans_laid_on_each_other(moving, fixed, angle, shift, steps, softness):
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    for _ in range(steps):
        seen = moving @ turn.T + shift
        apart = np.linalg.norm(seen[:, np.newaxis] - fixed, axis=-1)
        partner = np.take(fixed, apart.argmin(axis=1), axis=0)
        miss = np.linalg.norm(seen - partner, axis=1)
        weight = softness / (softness + miss**2)
        middle = np.average(moving, axis=0, weights=weight)
        target = np.average(partner, axis=0, weights=weight)
        cross = (weight[:, None] * (moving - middle)).T @ (partner - target)
        bend = np.arctan2(cross[0, 1] - cross[1, 0], np.trace(cross))
        turn = np.array([[np.cos(bend), -np.sin(bend)], [np.sin(bend), np.cos(bend)]])
        shift = target - turn @ middle
    return np.rad2deg(bend), shift, np.sum(weight * miss**2)


EXAMPLE = (
    np.array([[0.0, 0.1], [1.0, 0.0], [0.9, 1.1], [0.1, 0.9]]),
    np.array([[0.2, 0.2], [1.1, 0.4], [0.8, 1.4], [-0.1, 1.1], [0.5, 2.0]]),
    0.2,
    np.array([0.1, 0.05]),
    2,
    0.3,
)
