"""Overlapping frames of a signal: energy, brightness and how they change."""

import numpy as np


def frames_of_a_signal(signal, size, hop):
    starts = np.arange(0, len(signal) - size + 1, hop)
    frames = signal[starts[:, None] + np.arange(size)]
    frames = frames * np.sin(np.pi * (np.arange(size) + 0.5) / size)
    k = np.arange(size // 2 + 1)
    angle = 2.0 * np.pi * np.outer(np.arange(size), k) / size
    power = (frames @ np.cos(angle)) ** 2 + (frames @ np.sin(angle)) ** 2
    energy = power.sum(axis=1)
    centroid = power @ k / energy
    flux = np.sqrt(np.sum(np.diff(power, axis=0) ** 2, axis=1))
    return energy, centroid, flux


EXAMPLE = (np.array([0.7, 1.3, 0.9, -0.4, -0.6, 0.2, 0.8, 0.5]), 4, 2)
