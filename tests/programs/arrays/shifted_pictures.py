"""Two pictures that are shifted: the phase correlation, and the centre of its peak."""

import numpy as np


def shifted_pictures(first, second, damping):
    rows, columns = first.shape
    window = np.outer(np.hamming(rows), np.hamming(columns))
    a = np.fft.fft2((first - first.mean()) * window)
    b = np.fft.fft2((second - second.mean()) * window)
    cross = a * np.conj(b)
    peak = np.real(np.fft.ifft2(cross / (np.abs(cross) + damping)))
    weight = np.exp(8.0 * peak)
    weight /= weight.sum()
    i = np.fft.ifftshift(np.arange(rows) - rows // 2)
    j = np.fft.ifftshift(np.arange(columns) - columns // 2)
    return i @ weight.sum(axis=1), weight.sum(axis=0) @ j


EXAMPLE = (
    np.array([[0.1, 0.4, 0.9, 0.2], [0.3, 1.2, 1.0, 0.1], [0.0, 0.5, 0.3, 0.2]]),
    np.array([[0.2, 0.1, 0.5, 0.8], [0.1, 0.4, 1.1, 1.2], [0.1, 0.0, 0.6, 0.2]]),
    0.3,
)
