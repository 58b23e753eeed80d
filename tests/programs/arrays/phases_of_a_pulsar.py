"""Pulses folded at a period that drifts: the phases and how well they bunch."""

import numpy as np


def phases_of_a_pulsar(times, weights, frequency, drift, harmonics):
    turns = frequency * times + 0.5 * drift * times**2
    phase, whole = np.modf(turns)
    order = np.arange(1, harmonics + 1)
    angles = 2.0 * np.pi * np.multiply.outer(order, phase)
    power = (np.cos(angles) @ weights) ** 2 + (np.sin(angles) @ weights) ** 2
    power = 2.0 * power / np.sum(np.square(weights))
    score = np.cumulative_sum(power) - 4.0 * order + 4.0
    spacing = np.diff(np.sort(phase), append=phase.min() + 1.0)
    return np.amax(score), whole @ weights, np.ptp(spacing)


EXAMPLE = (
    np.array([0.2, 0.85, 1.52, 2.3, 3.1, 3.85]),
    np.array([1.0, 0.8, 0.9, 0.6, 1.1, 0.7]),
    1.37,
    0.02,
    3,
)
