"""Tides as a sum of waves: harmonic analysis, a residual surge, and a form number."""

import numpy as np


def tidal_constituents(hours, level, speeds, damping, threshold):
    phase = np.deg2rad(speeds) * hours[:, None]
    waves = np.exp(1j * phase)
    design = np.block([np.ones((len(hours), 1)), waves.real, waves.imag])
    normal = design.T @ design + damping * np.eye(design.shape[1])
    mean, *rest = np.linalg.solve(normal, design.T @ level)
    half = len(speeds)
    harmonics = np.asarray(rest[:half]) - 1j * np.asarray(rest[half:])
    amplitude, lag = np.abs(harmonics), np.angle(harmonics)
    predicted = mean + np.real(waves @ np.conj(np.conj(harmonics)))
    surge = level - predicted
    flooded = np.extract(surge > threshold, surge)
    return amplitude, lag, np.sum(np.square(flooded)), amplitude[0] / amplitude[1]


EXAMPLE = (
    np.array([0.0, 3.0, 5.0, 8.0, 12.0, 15.0, 17.0, 21.0]),
    np.array([1.2, 0.4, -0.7, -0.2, 1.4, 0.1, -0.9, 0.5]),
    np.array([28.98, 15.04]),
    0.05,
    0.1,
)
