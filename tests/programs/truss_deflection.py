"""A spring network is assembled by element and relaxed by Jacobi's method."""

import numpy as np


def truss_deflection(stiffness, ends, load):
    n = len(load)
    k = np.zeros((n, n))
    for e in range(len(stiffness)):
        i = ends[e, 0]
        j = ends[e, 1]
        k[i, i] += stiffness[e]
        if j >= 0:
            k[j, j] += stiffness[e]
            k[i, j] -= stiffness[e]
            k[j, i] -= stiffness[e]
    u = np.zeros(n)
    for _ in range(5):
        residual = load - k @ u
        for i in range(n):
            u[i] += residual[i] / k[i, i]
    return np.dot(u, load)


EXAMPLE = (
    np.array([1.5, 0.8, 1.2]),
    np.array([[0, 1], [1, 2], [2, -1]]),
    np.array([0.3, -0.2, 0.7]),
)
