"""A fluid of particles that smooth each other: densities, pressures, forces."""

import numpy as np


def smoothed_particles(places, velocities, masses, width, stiffness, viscosity):
    i, j = np.triu_indices_from(np.empty((len(places), len(places))), k=1)
    gap = places[i] - places[j]
    r = np.linalg.norm(gap, axis=1)
    q = r / width
    near = np.clip(2.0 - q, 0.0, None)
    kernel = (0.25 * near**3 - np.clip(1.0 - q, 0.0, None) ** 3) / width**2
    slope = (-0.75 * near**2 + 3.0 * np.clip(1.0 - q, 0.0, None) ** 2) / width**3
    density = masses / width**2
    np.add.at(density, i, masses[j] * kernel)
    np.add.at(density, j, masses[i] * kernel)
    pressure = stiffness * (density**7 - 1.0)
    share = pressure / density**2
    along = np.vecdot(velocities[i] - velocities[j], gap)
    drag = np.where(along < 0.0, -viscosity * along / (r**2 + 0.01 * width**2), 0.0)
    push = ((share[i] + share[j] + drag) * slope / r)[:, None] * gap
    force = np.zeros_like(places)
    np.subtract.at(force, i, masses[j, None] * push)
    np.add.at(force, j, masses[i, None] * push)
    return density, force


EXAMPLE = (
    np.array([[0.0, 0.1], [0.7, -0.2], [0.3, 0.8], [1.1, 0.6]]),
    np.array([[0.4, 0.1], [-0.3, 0.2], [0.1, -0.5], [-0.2, -0.1]]),
    np.array([0.5, 0.6, 0.55, 0.4]),
    0.8,
    0.3,
    0.2,
)
