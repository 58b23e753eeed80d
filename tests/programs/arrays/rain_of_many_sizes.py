"""Drops of a rain by a gamma law: its moments, a truncated radar echo, a quantile."""

import numpy as np
from scipy.special import gamma, gammaincc, gammaincinv


def rain_of_many_sizes(shape, slope, number, largest, echoes, weights):
    scale = number * slope ** (shape + 1.0) / gamma(shape + 1.0)
    order = np.array([3.0, 3.67, 6.0])
    moments = scale * gamma(shape + order + 1.0) / slope ** (shape + order + 1.0)
    cut = 1.0 - gammaincc(shape + order + 1.0, slope * largest)
    seen = moments * cut
    median = gammaincinv(shape + 4.0, 0.5) / slope
    decibels = 10.0 * np.log10(seen[2])
    ratio = moments[1] / moments[0]
    return np.average((decibels - echoes) ** 2, weights=weights), median, ratio


EXAMPLE = (1.4, 2.1, 3.0, 2.6, np.array([4.0, 6.5, 5.0]), np.array([1.0, 0.7, 1.3]))
