"""A layered earth answers a wavelet: reflections at their times, with losses."""

import numpy as np


def synthetic_seismogram(velocity, density, thickness, peak, times):
    impedance = velocity * density
    reflection = np.diff(impedance) / (impedance[1:] + impedance[:-1])
    passed = np.cumprod(np.concatenate((np.ones(1), 1.0 - reflection[:-1] ** 2)))
    arrival = 2.0 * np.cumsum(thickness / velocity[:-1])
    arg = (np.pi * peak * (times[:, None] - arrival[None, :])) ** 2
    ricker = (1.0 - 2.0 * arg) * np.exp(-arg)
    return ricker @ (reflection * passed)


EXAMPLE = (
    np.array([1.5, 2.1, 1.8, 3.0]),
    np.array([1.9, 2.2, 2.1, 2.5]),
    np.array([0.3, 0.5, 0.4]),
    1.6,
    np.array([0.35, 0.8, 1.1, 1.4]),
)
