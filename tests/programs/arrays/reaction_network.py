"""Rates of mass action: products of concentrations to powers, and Arrhenius' law."""

import numpy as np


def reaction_network(c, prefactor, energy, temperature, orders, change, dt, steps):
    k = prefactor * np.exp(-energy / (8.314e-3 * temperature))
    for _ in range(steps):
        rates = k * np.prod(c**orders, axis=1)
        c = c + dt * change.T @ rates
    return c


EXAMPLE = (
    np.array([1.0, 0.7, 0.2]),
    np.array([2.0, 1.5]),
    np.array([1.2, 2.3]),
    350.0,
    np.array([[1, 1, 0], [0, 0, 1]]),
    np.array([[-1.0, -1.0, 1.0], [1.0, 1.0, -1.0]]),
    0.05,
    3,
)
