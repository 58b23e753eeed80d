"""Partly polarised light through a turning wave plate between polarisers."""

import numpy as np


def rotation(angle):
    c, s = np.cos(2.0 * angle), np.sin(2.0 * angle)
    matrix = np.eye(4)
    matrix[1, 1:3] = c, s
    matrix[2, 1:3] = -s, c
    return matrix


def mueller_calculus(stokes, angles, retardance):
    c, s = np.cos(retardance), np.sin(retardance)
    plate = np.array(
        [
            [1.0, 0.0, 0.0, 0.0],
            [0.0, 1.0, 0.0, 0.0],
            [0.0, 0.0, c, s],
            [0.0, 0.0, -s, c],
        ]
    )
    polariser = 0.5 * np.pad(np.ones((2, 2)), ((0, 2), (0, 2)))
    intensity = np.zeros(len(angles))
    for k, angle in enumerate(angles):
        turn = rotation(angle)
        intensity[k] = (polariser @ turn.T @ plate @ turn @ stokes)[0]
    return intensity


EXAMPLE = (np.array([1.0, 0.3, -0.2, 0.4]), np.array([0.3, 0.9, 1.4]), 1.2)
