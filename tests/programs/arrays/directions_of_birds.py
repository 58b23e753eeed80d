"""Directions around two means, by von Mises: the likelihood and the mean vector."""

import numpy as np
from scipy.special import i0e, i1e, logsumexp


def directions_of_birds(angles, means, concentration, logits):
    weights = logits - logsumexp(logits)
    bend = np.cos(angles[:, None] - means) - 1.0
    density = concentration * bend - np.log(2.0 * np.pi * i0e(concentration))
    likelihood = logsumexp(density + weights, axis=1).sum()
    length = i1e(concentration) / i0e(concentration)
    vector = np.sum(np.exp(weights) * length * np.exp(1j * means))
    return likelihood, np.abs(vector), np.angle(vector)


EXAMPLE = (
    np.array([0.3, 2.9, -0.4, 3.3, 0.1]),
    np.array([0.2, 2.8]),
    np.array([2.5, 1.4]),
    np.array([0.4, -0.2]),
)
