"""Symbols of a modem through a channel: an equaliser in frequencies, and soft bits."""

import numpy as np
from scipy.special import logsumexp

LEVELS = np.array([-3.0, -1.0, 1.0, 3.0]) / np.sqrt(5.0)
LABELS = np.array([[0, 0], [0, 1], [1, 1], [1, 0]], dtype=bool)


def symbols_in_noise(sent, channel, interference, noise):
    n = len(sent)
    answer = np.fft.fft(channel, n)
    received = np.fft.fft(sent) * answer + np.fft.fft(interference)
    weight = np.conj(answer) / (np.abs(answer) ** 2 + noise)
    equal = np.fft.ifft(received * weight).real
    gain = np.mean((weight * answer).real)
    distance = -((equal[:, None] / gain - LEVELS) ** 2) / noise
    ones = np.where(LABELS.T[:, None], distance, -np.inf)
    zeros = np.where(LABELS.T[:, None], -np.inf, distance)
    soft = logsumexp(ones, axis=-1) - logsumexp(zeros, axis=-1)
    bits = np.logaddexp(0.0, -np.abs(soft)) / np.log(2.0)
    return soft, 2.0 - bits.sum(axis=0).mean()


EXAMPLE = (
    np.array([0.4472, -1.3416, 1.3416, -0.4472]),
    np.array([0.9, 0.35, -0.15]),
    np.array([0.1, -0.05, 0.2, 0.08]),
    0.4,
)
