"""A finite-volume scheme for Burgers' equation with slopes that are limited."""

import numpy as np


def minmod(a, b):
    if a * b <= 0.0:
        return 0.0
    if abs(a) < abs(b):
        return a
    return b


def limited_slopes(start, dt, steps):
    n = len(start)
    u = start.copy()
    flux = np.zeros(n + 1)
    slope = np.zeros(n)
    for _ in range(steps):
        for i in range(1, n - 1):
            slope[i] = minmod(u[i] - u[i - 1], u[i + 1] - u[i])
        for i in range(1, n):
            left = u[i - 1] + 0.5 * slope[i - 1]
            right = u[i] - 0.5 * slope[i]
            speed = max(abs(left), abs(right))
            flux[i] = 0.25 * (left * left + right * right)
            flux[i] -= 0.5 * speed * (right - left)
        flux[0] = flux[1]
        flux[n] = flux[n - 1]
        for i in range(n):
            u[i] -= dt * (flux[i + 1] - flux[i])
    return np.sum(u**3)


EXAMPLE = (np.array([0.3, 1.2, 1.5, 0.4, -0.6, -0.2, 0.7]), 0.1, 3)
