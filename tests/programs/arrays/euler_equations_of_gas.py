"""A shock tube by the scheme of Lax and Friedrichs: density, momentum, energy."""

import numpy as np


def flux(q, gamma):
    rho, momentum, energy = q
    velocity = momentum / rho
    pressure = (gamma - 1.0) * (energy - 0.5 * momentum * velocity)
    return np.stack(
        (momentum, momentum * velocity + pressure, (energy + pressure) * velocity)
    )


def euler_equations_of_gas(q, gamma, ratio, steps):
    for _ in range(steps):
        f = flux(q, gamma)
        inner = 0.5 * (q[:, 2:] + q[:, :-2]) - 0.5 * ratio * (f[:, 2:] - f[:, :-2])
        q = np.concatenate((q[:, :1], inner, q[:, -1:]), axis=1)
    return q


EXAMPLE = (
    np.array(
        [
            [1.0, 0.9, 0.5, 0.3, 0.25],
            [0.1, 0.2, 0.1, 0.0, 0.1],
            [2.5, 2.2, 1.2, 0.8, 0.6],
        ]
    ),
    1.4,
    0.2,
    2,
)
