"""Burgers' equation, each point written in place: its old value is saved before.

The reverse sweep puts a point's old value back, and then adds to its neighbours.
"""

import numpy as np

import s2sad


def primal(start, goal, steps, speed, spread):
    u = start.copy()
    rows, columns = u.shape
    for _ in range(steps):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                rise = 2.0 * u[i, j] - u[i - 1, j] - u[i, j - 1]
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                u[i, j] += spread * (around - 4.0 * u[i, j]) - speed * u[i, j] * rise
    misfit = 0.0
    for i in range(rows):
        for j in range(columns):
            misfit += 0.5 * (u[i, j] - goal[i, j]) ** 2
    return misfit


def by_hand(start, goal, steps, speed, spread):
    """The value of primal and its gradient with respect to start."""
    u = start.copy()
    rows, columns = u.shape
    saved = np.empty((steps, rows, columns))
    for t in range(steps):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                saved[t, i, j] = u[i, j]
                rise = 2.0 * u[i, j] - u[i - 1, j] - u[i, j - 1]
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                u[i, j] += spread * (around - 4.0 * u[i, j]) - speed * u[i, j] * rise
    misfit = 0.0
    u_bar = np.empty_like(u)
    for i in range(rows):
        for j in range(columns):
            u_bar[i, j] = u[i, j] - goal[i, j]
            misfit += 0.5 * u_bar[i, j] ** 2
    for t in range(steps - 1, -1, -1):
        for i in range(rows - 2, 0, -1):
            for j in range(columns - 2, 0, -1):
                here, bar = saved[t, i, j], u_bar[i, j]
                u[i, j] = here
                rise = 2.0 * here - u[i - 1, j] - u[i, j - 1]
                back = (spread + speed * here) * bar
                ahead = spread * bar
                own = 1.0 - 4.0 * spread - speed * (rise + 2.0 * here)
                u_bar[i, j] = own * bar
                u_bar[i - 1, j] += back
                u_bar[i, j - 1] += back
                u_bar[i + 1, j] += ahead
                u_bar[i, j + 1] += ahead
    return misfit, u_bar


def derivative():
    return s2sad.value_and_grad(primal)


def arguments(quick):
    size, steps = (10, 3) if quick else (128, 100)
    wave = np.sin(np.linspace(0.0, 2.0 * np.pi, size))
    start = 1.0 + 0.4 * np.outer(wave, wave)
    goal = start + 0.1 * np.random.default_rng(4).standard_normal((size, size))
    return start, goal, steps, 0.1, 0.05
