"""How far wells draw the water down, by Theis; one is switched off after a time."""

import numpy as np
from scipy.special import exp1


def drawdown(r2, t, rate, transmissivity, storage):
    u = r2 * storage / (4.0 * transmissivity * t)
    return rate * exp1(u) / (4.0 * np.pi * transmissivity)


def pumping_test(wells, rates, stopped, transmissivity, storage, seen, times, levels):
    r2 = np.sum((wells[:, None, :] - seen) ** 2, axis=-1)[:, :, None]
    rate = rates[:, None, None]
    fall = drawdown(r2, times, rate, transmissivity, storage)
    late = times > stopped
    after = drawdown(
        r2, np.where(late, times - stopped, 1.0), rate, transmissivity, storage
    )
    fall = fall - np.where(late, after, 0.0)
    return np.sum((fall.sum(axis=0) - levels) ** 2)


EXAMPLE = (
    np.array([[0.0, 0.0], [2.0, 1.0]]),
    np.array([3.0, 1.7]),
    2.05,
    1.3,
    0.4,
    np.array([[1.0, 0.3], [0.5, 1.6]]),
    np.array([0.7, 1.5, 2.8, 4.0]),
    np.array([[0.2, 0.5, 0.6, 0.3], [0.1, 0.3, 0.7, 0.4]]),
)
