"""Kepler's equation by Newton's method, for many planets: a `while` in a `for`."""

import math

TOLERANCE = 1e-12


def distances(anomalies, eccentricities):
    """The sum of the distances from the sun, in units of the long half axes."""
    total = 0.0
    for n in range(len(anomalies)):
        e = anomalies[n]
        residual = 1.0
        while abs(residual) > TOLERANCE:
            residual = e - eccentricities[n] * math.sin(e) - anomalies[n]
            e -= residual / (1.0 - eccentricities[n] * math.cos(e))
        total += 1.0 - eccentricities[n] * math.cos(e)
    return total
