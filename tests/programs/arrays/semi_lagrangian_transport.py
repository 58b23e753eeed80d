"""A tracer in a wind that turns: each point looks back where it came from."""

import numpy as np


def semi_lagrangian_transport(tracer, wind, dt, dx, steps):
    x = np.arange(len(tracer)) * dx
    for k in range(steps):
        speed = wind[0] + wind[1] * np.sin(x + k * dt)
        middle = x - 0.5 * dt * speed
        origin = x - dt * (wind[0] + wind[1] * np.sin(middle + (k + 0.5) * dt))
        tracer = np.interp(origin, x, tracer)
    return tracer, np.trapezoid(tracer, x)


EXAMPLE = (np.array([0.2, 0.9, 1.7, 0.6, 0.1]), np.array([0.4, 0.3]), 0.25, 0.5, 2)
