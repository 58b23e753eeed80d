"""A drone's attitude from its gyroscopes, pulled to what gravity and the north tell."""

from typing import NamedTuple

import numpy as np


class State(NamedTuple):
    attitude: np.ndarray
    bias: np.ndarray


def product(p, q):
    w = p[0] * q[0] - np.dot(p[1:], q[1:])
    return np.hstack((w, p[0] * q[1:] + q[0] * p[1:] + np.cross(p[1:], q[1:])))


def seen_from(q, vector):
    inverse = q * np.array([1.0, -1.0, -1.0, -1.0])
    return product(product(inverse, np.append(0.0, vector)), q)[1:]


def attitude_of_a_drone(start, rates, pulls, norths, gain, drift, dt):
    state = State(start / np.linalg.norm(start), np.zeros(3))
    for rate, pull, north in zip(rates, pulls, norths):
        down = seen_from(state.attitude, np.array([0.0, 0.0, 1.0]))
        ahead = seen_from(state.attitude, np.array([1.0, 0.0, 0.3]))
        error = np.cross(pull / np.linalg.norm(pull), down)
        error = error + np.cross(north, ahead) / np.linalg.norm(north)
        bias = state.bias - drift * dt * error
        spin = rate - bias + gain * error
        q = state.attitude + 0.5 * dt * product(state.attitude, np.append(0.0, spin))
        state = State(q / np.linalg.norm(q), bias)
    w, x, y, z = state.attitude
    roll = np.arctan2(2.0 * (w * x + y * z), 1.0 - 2.0 * (x**2 + y**2))
    return np.degrees(roll), np.arcsin(2.0 * (w * y - z * x)), state.bias


EXAMPLE = (
    np.array([1.0, 0.1, -0.2, 0.3]),
    np.array([[0.1, 0.4, -0.3], [0.2, -0.1, 0.5]]),
    np.array([[0.1, -0.2, 9.6], [0.4, 0.3, 9.9]]),
    np.array([[0.9, 0.1, 0.3], [0.8, -0.2, 0.4]]),
    0.8,
    0.1,
    0.2,
)
