"""A chromatogram of peaks that tail: Gaussian times exponential, and their overlap."""

import numpy as np
from scipy.special import erfcx


def peaks_with_tails(time, area, place, width, tail, measured, base):
    z = (time[:, None] - place) / width
    ratio = width / tail
    argument = (ratio - z) / np.sqrt(2.0)
    peaks = np.sqrt(np.pi / 2.0) * ratio / (width * np.sqrt(2.0 * np.pi))
    peaks = peaks * np.exp(-0.5 * z**2) * erfcx(argument)
    signal = peaks @ area + base[0] + base[1] * time
    resolution = np.diff(place) / (2.0 * (width[1:] + width[:-1]) + tail[:-1])
    mutual = peaks.T @ peaks
    norm = np.sqrt(np.diagonal(mutual))
    return np.sum((signal - measured) ** 2), resolution, mutual / np.outer(norm, norm)


EXAMPLE = (
    np.array([0.4, 0.9, 1.5, 2.2, 2.8, 3.6]),
    np.array([1.3, 0.8]),
    np.array([0.8, 2.1]),
    np.array([0.25, 0.3]),
    np.array([0.4, 0.3]),
    np.array([0.2, 0.9, 0.6, 0.9, 0.3, 0.2]),
    np.array([0.05, 0.02]),
)
