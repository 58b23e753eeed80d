"""Windows that weigh the samples of a signal: 1 in the middle, little at the ends."""

import numpy as np

from s2sad.known.definitions import defines


def cosines(count, first, second, third):
    """Cosines of a window's places, weighed and added up; a lone sample weighs 1."""
    values = np.ones(max(count, 0))
    if count > 1:
        for i in range(count):
            angle = 2.0 * np.pi * i / (count - 1)
            values[i] = first - second * np.cos(angle) + third * np.cos(2.0 * angle)
    return values


@defines("numpy.hanning")
def hanning(M):
    """The window of von Hann, which is 0 at its ends."""
    return cosines(M, 0.5, 0.5, 0.0)


@defines("numpy.hamming")
def hamming(M):
    """The window of Hamming."""
    return cosines(M, 0.54, 0.46, 0.0)


@defines("numpy.blackman")
def blackman(M):
    """The window of Blackman, with a second cosine."""
    return cosines(M, 0.42, 0.5, 0.08)


@defines("numpy.bartlett")
def bartlett(M):
    """The triangle, which is 0 at its ends."""
    values = np.ones(max(M, 0))
    if M > 1:
        for i in range(M):
            values[i] = 1.0 - abs(2.0 * i / (M - 1) - 1.0)
    return values
