"""Smoothing and slope of a signal by polynomials that are fitted to windows."""

import numpy as np


def savitzky_golay(signal, width, degree, step):
    half = width // 2
    offsets = np.arange(-half, half + 1)
    design = np.vander(offsets * step, degree + 1, increasing=True)
    filters = np.linalg.pinv(design)
    smooth = np.convolve(signal, filters[0, ::-1], mode="valid")
    slope = np.convolve(signal, filters[1, ::-1], mode="valid")
    return smooth, slope


EXAMPLE = (np.array([0.3, 0.9, 1.4, 1.1, 0.2, -0.5, -0.7]), 5, 2, 0.25)
