"""Weibull lifetimes, some still running: the likelihood, Kaplan and Meier beside it."""

import numpy as np


def lifetimes_of_bearings(hours, failed, stress, shape, scale, power):
    life = scale * stress**-power
    z = (hours / life) ** shape
    hazard = np.log(shape / hours) + np.log(z)
    likelihood = np.where(failed, hazard, 0.0).sum() - z.sum()
    order = np.argsort(hours)
    at_risk = len(hours) - np.arange(len(hours))
    survive = np.cumprod(1.0 - failed[order] / at_risk)
    model = np.exp(-(z[order]))
    distance = np.max(np.abs(survive - model)[:-1])
    t = hours[order]
    rest = np.sum(np.diff(t) * model[:-1]) + t[0]
    median = life * np.log(2.0) ** (1.0 / shape)
    return likelihood, distance, rest, np.compress(failed, median)


EXAMPLE = (
    np.array([1.2, 0.7, 2.5, 1.9, 0.9]),
    np.array([True, True, False, True, False]),
    np.array([1.0, 1.3, 0.8, 1.0, 1.2]),
    1.6,
    2.2,
    0.9,
)
