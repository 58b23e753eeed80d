"""Velocity Verlet on a chain of springs; a helper writes the forces."""

import numpy as np


def spring_forces(force, q):
    force[:] = 0.0
    for i in range(len(q) - 1):
        stretch = q[i + 1] - q[i]
        pull = stretch + 0.3 * stretch**3
        force[i] += pull
        force[i + 1] -= pull


def leapfrog_of_three_bodies(q, p, steps):
    q = q.copy()
    p = p.copy()
    force = np.empty_like(q)
    spring_forces(force, q)
    for _ in range(steps):
        p += 0.1 * force
        q += 0.2 * p
        spring_forces(force, q)
        p += 0.1 * force
    return 0.5 * np.dot(p, p) + q[0] * q[2]


EXAMPLE = (np.array([0.1, 0.9, -0.4]), np.array([0.3, -0.2, 0.5]), 3)
