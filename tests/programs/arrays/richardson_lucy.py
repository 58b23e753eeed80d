"""A blurred signal is sharpened by the multiplicative steps of Richardson and Lucy."""

import numpy as np


def richardson_lucy(blurred, spread, steps):
    spread = spread / spread.sum()
    estimate = np.full_like(blurred, blurred.mean())
    for _ in range(steps):
        model = np.convolve(estimate, spread, mode="same")
        ratio = blurred / np.maximum(model, 1e-6)
        estimate *= np.convolve(ratio, spread[::-1], mode="same")
    return estimate


EXAMPLE = (np.array([0.3, 0.9, 1.4, 0.8, 0.4]), np.array([0.2, 0.5, 0.4]), 2)
