"""A two-level quantum system is driven, its state stepped by Crank and Nicolson."""

import numpy as np


def two_level_system(detuning, drive, steps):
    state = np.zeros(2, dtype=complex)
    state[0] = 1.0
    dt = 0.15
    for k in range(steps):
        rabi = drive * np.exp(1j * detuning * k * dt)
        a = 0.5j * dt * rabi
        b = 0.5j * dt * np.conj(rabi)
        up = state[0] - a * state[1]
        down = state[1] - b * state[0]
        scale = 1.0 - a * b
        state[0] = (up - a * down) / scale
        state[1] = (down - b * up) / scale
    return abs(state[1]) ** 2 + 0.1 * np.angle(state[0])


EXAMPLE = (0.7, 1.3, 4)
