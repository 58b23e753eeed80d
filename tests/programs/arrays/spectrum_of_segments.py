"""A spectrum by averaged segments that overlap, and how coherent two records are."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def segments(x, width, step):
    cut = sliding_window_view(x, width)[::step]
    return cut - cut.mean(axis=1, keepdims=True)


def spectrum_of_segments(x, y, rate, width):
    window = np.blackman(width + 2)[1:-1]
    a = np.fft.rfft(segments(x, width, width // 2) * window, axis=1)
    b = np.fft.rfft(segments(y, width, width // 2) * window, axis=1)
    scale = 2.0 / (rate * np.sum(window**2))
    across = scale * np.mean(a * np.conj(b), axis=0)
    px = scale * np.mean(np.abs(a) ** 2, axis=0)
    py = scale * np.mean(np.abs(b) ** 2, axis=0)
    f = np.fft.rfftfreq(width, 1.0 / rate)
    coherence = np.abs(across[1:]) ** 2 / (px[1:] * py[1:])
    centroid = np.sum(f * px) / np.sum(px)
    return coherence, centroid, np.angle(across[1])


EXAMPLE = (
    np.array([0.3, 1.1, -0.4, 0.7, 1.3, -0.9, 0.2, 0.8, -0.6, 0.5]),
    np.array([0.1, 0.9, 0.2, -0.5, 1.1, 0.4, -0.8, 0.6, 0.3, -0.2]),
    2.0,
    4,
)
