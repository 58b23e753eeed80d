"""How strong the edges of a blurred picture are: separable filters on shifted views."""

import numpy as np


def sobel_edges(picture, sigma):
    taps = np.exp(-0.5 * (np.arange(-1, 2) / sigma) ** 2)
    kernel = np.outer(taps, taps)
    kernel /= kernel.sum()
    m, n = picture.shape
    blurred = sum(
        kernel[i, j] * picture[i : m - 2 + i, j : n - 2 + j]
        for i in range(3)
        for j in range(3)
    )
    smooth = blurred[:-2] + 2.0 * blurred[1:-1] + blurred[2:]
    gx = smooth[:, 2:] - smooth[:, :-2]
    smooth = blurred[:, :-2] + 2.0 * blurred[:, 1:-1] + blurred[:, 2:]
    gy = smooth[2:] - smooth[:-2]
    return np.hypot(gx, gy)


EXAMPLE = (np.sin(np.arange(30.0) ** 1.3).reshape(5, 6), 0.8)
