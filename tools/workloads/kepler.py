"""Kepler's equation by Newton's iteration: a while loop inside independent problems.

By hand, the iterates of a problem are kept in one array that grows and serves all.
"""

import math

import numpy as np

ARGNUMS = (0, 1)


def primal(mean, ecc, tolerance):
    total = 0.0
    for i in range(len(mean)):
        anomaly = mean[i]
        step = 1.0
        while abs(step) > tolerance:
            error = anomaly - ecc[i] * math.sin(anomaly) - mean[i]
            step = error / (1.0 - ecc[i] * math.cos(anomaly))
            anomaly -= step
        total += 0.5 * anomaly * anomaly
    return total


def by_hand(mean, ecc, tolerance):
    """The value of primal and its gradient with respect to mean and ecc."""
    mean_bar, ecc_bar = np.zeros_like(mean), np.zeros_like(ecc)
    iterates = np.empty(8)
    total = 0.0
    for i in range(len(mean)):
        anomaly = mean[i]
        step = 1.0
        trips = 0
        while abs(step) > tolerance:
            if trips == len(iterates):
                iterates = np.append(iterates, np.empty(trips))
            iterates[trips] = anomaly
            trips += 1
            error = anomaly - ecc[i] * math.sin(anomaly) - mean[i]
            step = error / (1.0 - ecc[i] * math.cos(anomaly))
            anomaly -= step
        total += 0.5 * anomaly * anomaly
        bar = anomaly
        for trip in range(trips - 1, -1, -1):
            anomaly = iterates[trip]
            sine, cosine = math.sin(anomaly), math.cos(anomaly)
            slope = 1.0 - ecc[i] * cosine
            step = (anomaly - ecc[i] * sine - mean[i]) / slope
            error_bar = -bar / slope
            slope_bar = -step * error_bar
            ecc_bar[i] -= sine * error_bar + cosine * slope_bar
            mean_bar[i] -= error_bar
            bar += slope * error_bar + ecc[i] * sine * slope_bar
        mean_bar[i] += bar
    return total, mean_bar, ecc_bar


def arguments(quick):
    size = 10 if quick else 10_000
    generator = np.random.default_rng(5)
    mean, ecc = generator.uniform(0.1, 3.0, size), generator.uniform(0.05, 0.7, size)
    return mean, ecc, 1e-12
