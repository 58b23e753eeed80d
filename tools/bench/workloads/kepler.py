"""Kepler's equation by Newton's iteration: a while loop inside independent problems.

By hand, the anomaly's two derivatives are carried along with it: with two inputs and
one output of each problem, that costs less than to keep the iterates and walk back.
"""

import math

import numpy as np

import s2sad


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
    mean_bar, ecc_bar = np.empty_like(mean), np.empty_like(ecc)
    total = 0.0
    for i in range(len(mean)):
        e = ecc[i]
        anomaly = mean[i]
        by_mean, by_ecc = 1.0, 0.0
        step = 1.0
        while abs(step) > tolerance:
            sine, cosine = math.sin(anomaly), math.cos(anomaly)
            slope = 1.0 - e * cosine
            inverse = 1.0 / slope
            step = (anomaly - e * sine - mean[i]) * inverse
            bend = step * e * sine
            by_mean -= (slope * by_mean - 1.0 - bend * by_mean) * inverse
            by_ecc -= (slope * by_ecc - sine + step * cosine - bend * by_ecc) * inverse
            anomaly -= step
        total += 0.5 * anomaly * anomaly
        mean_bar[i] = anomaly * by_mean
        ecc_bar[i] = anomaly * by_ecc
    return total, mean_bar, ecc_bar


def derivative():
    return s2sad.value_and_grad(primal, argnums=(0, 1))


def arguments(quick):
    size = 10 if quick else 100_000
    generator = np.random.default_rng(5)
    mean, ecc = generator.uniform(0.1, 3.0, size), generator.uniform(0.05, 0.7, size)
    return mean, ecc, 1e-12
