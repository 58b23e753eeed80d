"""A quantum particle on a line: kicks and drifts of its real and imaginary parts."""

import numpy as np


def split_operator_steps(real, imaginary, potential, mass, dt, steps):
    n = len(real)
    k = np.minimum(np.arange(n), n - np.arange(n))
    waves = np.cos(2.0 * np.pi * np.outer(np.arange(n), np.arange(n)) / n) / n
    phase = 0.5 * (2.0 * np.pi * k / n) ** 2 / mass * dt
    drift_c = np.einsum("jk,k,kl->jl", waves * n, np.cos(phase), waves)
    drift_s = np.einsum("jk,k,kl->jl", waves * n, np.sin(phase), waves)
    c, s = np.cos(0.5 * dt * potential), np.sin(0.5 * dt * potential)
    a, b = real, imaginary
    for _ in range(steps):
        a, b = c * a + s * b, c * b - s * a
        a, b = drift_c @ a + drift_s @ b, drift_c @ b - drift_s @ a
        a, b = c * a + s * b, c * b - s * a
    density = a**2 + b**2
    return density / density.sum()


EXAMPLE = (
    np.array([0.2, 0.8, 0.5, 0.1, -0.2]),
    np.array([0.1, -0.3, 0.4, 0.2, 0.0]),
    np.array([0.0, 0.5, 1.2, 0.4, 0.1]),
    0.8,
    0.3,
    2,
)
