"""Burgers' equation with two buffers: each step saves the state it starts from.

By hand, the adjoint of a point gathers what its neighbours owe it, so that the loops
vectorise; the border is never written, so one array of adjoints serves both buffers.
"""

import numpy as np

import s2sad


def primal(start, goal, steps, speed, spread):
    u = start.copy()
    new = start.copy()
    rows, columns = u.shape
    for _ in range(steps):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                rise = 2.0 * u[i, j] - u[i - 1, j] - u[i, j - 1]
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                change = spread * (around - 4.0 * u[i, j]) - speed * u[i, j] * rise
                new[i, j] = u[i, j] + change
        u, new = new, u
    misfit = 0.0
    for i in range(rows):
        for j in range(columns):
            misfit += 0.5 * (u[i, j] - goal[i, j]) ** 2
    return misfit


def by_hand(start, goal, steps, speed, spread):
    """The value of primal and its gradient with respect to start."""
    rows, columns = start.shape
    saved = np.empty((steps + 1, rows, columns))
    for t in range(steps + 1):
        for i in range(rows):
            for j in range(columns):
                saved[t, i, j] = start[i, j]
    for t in range(steps):
        u, new = saved[t], saved[t + 1]
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                rise = 2.0 * u[i, j] - u[i - 1, j] - u[i, j - 1]
                around = u[i - 1, j] + u[i + 1, j] + u[i, j - 1] + u[i, j + 1]
                change = spread * (around - 4.0 * u[i, j]) - speed * u[i, j] * rise
                new[i, j] = u[i, j] + change
    misfit = 0.0
    u = saved[steps]
    u_bar = np.empty_like(start)
    for i in range(rows):
        for j in range(columns):
            u_bar[i, j] = u[i, j] - goal[i, j]
            misfit += 0.5 * u_bar[i, j] ** 2

    behind, ahead = np.zeros_like(start), np.zeros_like(start)
    for t in range(steps - 1, -1, -1):
        u = saved[t]
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                rise = 4.0 * u[i, j] - u[i - 1, j] - u[i, j - 1]
                behind[i, j] = (spread + speed * u[i, j]) * u_bar[i, j]
                ahead[i, j] = spread * u_bar[i, j]
                u_bar[i, j] *= 1.0 - 4.0 * spread - speed * rise
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                u_bar[i, j] += behind[i + 1, j] + behind[i, j + 1]
                u_bar[i, j] += ahead[i - 1, j] + ahead[i, j - 1]
        for i in range(1, rows - 1):
            u_bar[i, 0] += behind[i, 1]
            u_bar[i, columns - 1] += ahead[i, columns - 2]
        for j in range(1, columns - 1):
            u_bar[0, j] += behind[1, j]
            u_bar[rows - 1, j] += ahead[rows - 2, j]
    return misfit, u_bar


def derivative():
    return s2sad.value_and_grad(primal)


def arguments(quick):
    size, steps = (10, 3) if quick else (128, 100)
    wave = np.sin(np.linspace(0.0, 2.0 * np.pi, size))
    start = 1.0 + 0.4 * np.outer(wave, wave)
    goal = start + 0.1 * np.random.default_rng(4).standard_normal((size, size))
    return start, goal, steps, 0.1, 0.05
