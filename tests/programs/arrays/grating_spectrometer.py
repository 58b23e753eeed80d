"""The intensity behind a grating of a few slits, for rays at many angles."""

import numpy as np


def grating_spectrometer(angles, wavelengths, weights, spacing, width, slits):
    sine = np.sin(angles)[:, np.newaxis] / wavelengths
    envelope = np.sinc(width * sine) ** 2
    beta = np.pi * spacing * sine
    interference = (np.sin(slits * beta) / (slits * np.sin(beta))) ** 2
    return (envelope * interference) @ weights


EXAMPLE = (
    np.array([0.11, 0.27, 0.43]),
    np.array([0.45, 0.63]),
    np.array([0.8, 1.2]),
    1.7,
    0.6,
    4,
)
