"""Kepler's equation is solved by Newton's method until the step is small."""

import math


def kepler_by_newton(mean_anomaly, eccentricity):
    anomaly = mean_anomaly
    for _ in range(20):
        residual = anomaly - eccentricity * math.sin(anomaly) - mean_anomaly
        step = residual / (1.0 - eccentricity * math.cos(anomaly))
        anomaly -= step
        if abs(step) < 1e-12:
            break
    return anomaly


EXAMPLE = (0.9, 0.3)
