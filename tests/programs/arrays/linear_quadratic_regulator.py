"""The cost of steering a linear system, by Riccati's recursion backwards in time."""

import numpy as np


def linear_quadratic_regulator(a, b, q, r, start, horizon):
    p = q
    gains = np.zeros((horizon, b.shape[1], a.shape[0]))
    for t in range(horizon - 1, -1, -1):
        bp = b.T @ p
        gains[t] = np.linalg.solve(r + bp @ b, bp @ a)
        p = q + a.T @ p @ (a - b @ gains[t])
    x, cost = start, 0.0
    for t in range(horizon):
        u = -gains[t] @ x
        cost += x @ q @ x + u @ r @ u
        x = a @ x + b @ u
    return cost + x @ q @ x


EXAMPLE = (
    np.array([[1.0, 0.2], [-0.1, 0.9]]),
    np.array([[0.1], [0.3]]),
    np.array([[1.0, 0.1], [0.1, 0.5]]),
    np.array([[0.4]]),
    np.array([0.7, -0.3]),
    3,
)
