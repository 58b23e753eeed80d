"""The energy of a picture that is to be smooth, but may have edges."""

import numpy as np


def total_variation_denoising(picture, noisy, mask, weight, eps=0.1):
    dx = np.zeros_like(picture)
    dy = np.zeros_like(picture)
    dx[:, :-1] = picture[:, 1:] - picture[:, :-1]
    dy[:-1] = picture[1:] - picture[:-1]
    variation = np.sqrt(dx**2 + dy**2 + eps**2) - eps
    fidelity = (picture - noisy)[mask]
    return 0.5 * np.sum(fidelity**2) + weight * variation.sum()


EXAMPLE = (
    np.array([[0.7, 0.3, 0.2], [1.1, 0.4, 0.9]]),
    np.array([[0.6, 0.5, 0.1], [1.0, 0.2, 1.1]]),
    np.array([[True, False, True], [True, True, False]]),
    0.3,
)
