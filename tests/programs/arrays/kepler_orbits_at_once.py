"""Newton's method for many planets at the same time, and where they are then."""

import numpy as np


def kepler_orbits_at_once(mean_anomaly, eccentricity, axis, tilt):
    e = mean_anomaly + eccentricity * np.sin(mean_anomaly)
    for _ in range(4):
        residual = e - eccentricity * np.sin(e) - mean_anomaly
        e -= residual / (1.0 - eccentricity * np.cos(e))
    x = axis * (np.cos(e) - eccentricity)
    y = axis * np.sqrt(1.0 - eccentricity**2) * np.sin(e)
    c, s = np.cos(tilt), np.sin(tilt)
    return np.array([c * x - s * y, s * x + c * y])


EXAMPLE = (
    np.array([0.4, 1.7, 2.9]),
    np.array([0.1, 0.3, 0.2]),
    np.array([1.0, 1.6, 2.3]),
    np.array([0.2, 0.9, -0.4]),
)
