"""Two spectra are compared in bands as the ear has them, as logarithms."""

import numpy as np


def mel_spectrum_loss(spectrum, target, rate, bands):
    top = 2595.0 * np.log10(1.0 + rate / 2.0 / 700.0)
    edges = 700.0 * (10.0 ** (np.linspace(0.0, top, bands + 2) / 2595.0) - 1.0)
    hertz = np.linspace(0.0, rate / 2.0, spectrum.shape[-1])
    rising = (hertz - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - hertz) / (edges[2:] - edges[1:-1])[:, None]
    filters = np.maximum(0.0, np.minimum(rising, falling))
    first = np.log(spectrum @ filters.T + 1e-2)
    second = np.log(target @ filters.T + 1e-2)
    contrast = np.linalg.norm(spectrum - target) / np.linalg.norm(target)
    return np.mean(np.abs(first - second)) + contrast


EXAMPLE = (
    np.array([[0.9, 0.4, 0.7, 0.2, 0.5], [0.3, 0.8, 0.6, 0.9, 0.1]]),
    np.array([[0.6, 0.5, 0.4, 0.3, 0.2], [0.5, 0.6, 0.9, 0.4, 0.3]]),
    2000.0,
    2,
)
