"""Tracking a target by position and speed: the likelihood of what was seen."""

import numpy as np


def kalman_filter_of_matrices(seen, dt, jerk, noise):
    f = np.array([[1.0, dt], [0.0, 1.0]])
    h = np.array([[1.0, 0.0]])
    g = np.array([0.5 * dt**2, dt])
    q, r = jerk**2 * np.outer(g, g), noise**2 * np.eye(1)
    x, p = np.zeros(2), np.eye(2)
    total = 0.0
    for z in seen:
        x, p = f @ x, f @ p @ f.T + q
        s = h @ p @ h.T + r
        gain = np.linalg.solve(s, h @ p).T
        error = z - h @ x
        total -= 0.5 * (error @ np.linalg.solve(s, error) + np.linalg.slogdet(s)[1])
        x = x + gain @ error
        p = (np.eye(2) - gain @ h) @ p
    return total


EXAMPLE = (np.array([0.3, 0.8, 1.1, 1.7]), 0.5, 0.8, 0.4)
