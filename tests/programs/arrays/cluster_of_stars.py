"""Stars that attract each other, by leapfrog steps of all at once; their energy."""

import numpy as np


def acceleration(x, mass, soft):
    r = x[None, :, :] - x[:, None, :]
    d2 = (r**2).sum(axis=-1) + soft**2
    return (r * (mass / d2**1.5)[:, :, None]).sum(axis=1)


def cluster_of_stars(x, v, mass, soft, dt, steps):
    a = acceleration(x, mass, soft)
    for _ in range(steps):
        v = v + 0.5 * dt * a
        x = x + dt * v
        a = acceleration(x, mass, soft)
        v = v + 0.5 * dt * a
    centre = mass @ x / mass.sum()
    kinetic = 0.5 * np.sum(mass * np.sum(v * v, axis=1))
    return centre, kinetic, x


EXAMPLE = (
    np.array([[0.0, 0.1, 0.2], [1.1, 0.3, -0.2], [0.2, 1.4, 0.5]]),
    np.array([[0.1, -0.2, 0.3], [0.0, 0.4, -0.1], [-0.2, 0.1, 0.0]]),
    np.array([1.0, 0.7, 0.4]),
    0.3,
    0.1,
    2,
)
