"""Conjugate gradients solve a small system, leaving when the residual is tiny."""

import numpy as np


def conjugate_gradients(a, b):
    x = np.zeros_like(b)
    r = b.copy()
    p = r
    rho = np.dot(r, r)
    for _ in range(2):
        q = a @ p
        step = rho / np.dot(p, q)
        x += step * p
        r = r - step * q
        rho_new = np.dot(r, r)
        if rho_new < 1e-20:
            break
        p = r + rho_new / rho * p
        rho = rho_new
    return np.dot(x, x)


EXAMPLE = (
    np.array([[2.0, 0.5, 0.3], [0.5, 1.7, -0.4], [0.3, -0.4, 1.5]]),
    np.array([0.7, 1.3, -0.4]),
)
