"""How likely data are under a Gaussian process with one length for each input."""

import numpy as np


def gaussian_process_evidence(x, y, log_length, log_amplitude, log_noise):
    scaled = x / np.exp(log_length)
    squared = np.sum(scaled**2, axis=1)
    distance = squared[:, None] + squared[None, :] - 2.0 * scaled @ scaled.T
    kernel = np.exp(2.0 * log_amplitude - 0.5 * distance)
    kernel[np.diag_indices(len(y))] += np.exp(2.0 * log_noise)
    sign, log_det = np.linalg.slogdet(kernel)
    fit = y @ np.linalg.solve(kernel, y)
    return -0.5 * (fit + log_det + len(y) * np.log(2.0 * np.pi))


EXAMPLE = (
    np.array([[0.2, 1.1], [-0.9, 0.4], [0.6, -0.5]]),
    np.array([0.7, -0.3, 0.4]),
    np.array([0.1, -0.2]),
    0.3,
    -0.7,
)
