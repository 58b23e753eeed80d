"""A wind profile over rough ground: stability by iteration, fluxes, and gusts."""

import numpy as np


def psi_momentum(z):
    x = np.power(1.0 - 16.0 * np.fmin(z, 0.0), 0.25)
    unstable = 2.0 * np.log(0.5 * (1.0 + x)) + np.log(0.5 * (1.0 + x**2))
    unstable = unstable - 2.0 * np.arctan(x) + 0.5 * np.pi
    return np.where(z < 0.0, unstable, -5.0 * z)


def wind_over_a_day(speed, warmth, roughness, height, heat):
    karman = 0.4
    stability = np.zeros_like(speed)
    for _ in range(3):
        profile = np.log(height / roughness) - psi_momentum(stability)
        friction = karman * speed / profile
        stability = -karman * 9.81 * height * heat / (warmth * friction**3)
        stability = np.fmax(np.fmin(stability, 1.0), -2.0)
    levels = np.geomspace(2.0, 50.0, 3)
    shape = np.log(levels[:, None] / roughness) - psi_momentum(
        np.multiply.outer(levels, stability / height)
    )
    wind = friction / karman * shape
    stress = np.float_power(friction, 2)
    gust = wind + 2.3 * friction * np.reciprocal(1.0 + levels[:, None] / 30.0)
    return stress, gust.max(axis=0), np.trapezoid(wind**3, levels, axis=0).mean()


EXAMPLE = (
    np.array([3.1, 5.2, 4.4]),
    np.array([1.1, 0.9, 1.2]) * 290.0,
    0.1,
    10.0,
    np.array([-0.01, 0.08, 0.03]),
)
