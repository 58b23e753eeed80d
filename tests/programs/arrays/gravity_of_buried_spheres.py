"""The pull of buried bodies along a profile, fitted with a trend of the region."""

import numpy as np


def gravity_of_buried_spheres(place, depth, mass, stations, measured):
    dx = np.subtract.outer(stations, place)
    pull = mass * depth / (dx**2 + depth**2) ** 1.5
    model = pull.sum(axis=1)
    trend = np.polyfit(stations, measured - model, 1)
    residual = measured - model - np.polyval(trend, stations)
    return residual @ residual / (len(stations) - 2)


EXAMPLE = (
    np.array([0.4, 1.9]),
    np.array([0.7, 0.5]),
    np.array([0.8, 0.4]),
    np.array([0.0, 0.6, 1.2, 1.8, 2.4]),
    np.array([1.1, 1.4, 0.9, 1.8, 1.0]),
)
