"""A recording read between its samples by windowed sincs, while its pitch drifts."""

import numpy as np


def sound_at_another_rate(sound, ratio, wobble, reach):
    out = np.arange(6)
    at = 1.0 + ratio * out + wobble * np.sin(0.9 * out)
    left = np.floor(at).astype(int)
    offsets = np.arange(-reach + 1, reach + 1)
    places = left[:, None] + offsets
    gap = at[:, None] - places
    window = np.cos(0.5 * np.pi * gap / (reach + 0.5)) ** 2
    cutoff = np.minimum(1.0, 1.0 / ratio)
    weights = cutoff * np.sinc(cutoff * gap) * window
    inside = (places >= 0) & (places < sound.size)
    taken = np.where(inside, sound.take(places, mode="clip"), 0.0)
    weights = weights / np.sum(weights, axis=1, keepdims=True)
    return np.einsum("ij,ij->i", weights, taken)


EXAMPLE = (np.array([0.2, 0.9, -0.4, -0.8, 0.5, 1.1, 0.3, -0.6, 0.1]), 1.13, 0.2, 2)
