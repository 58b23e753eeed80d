"""A boundary value problem at Chebyshev's points, by the matrix of derivatives."""

import numpy as np


def chebyshev_collocation(n, diffusion, reaction, left, right):
    x = np.cos(np.pi * np.arange(n + 1) / n)
    c = np.ones(n + 1)
    c[0] = c[-1] = 2.0
    c *= (-1.0) ** np.arange(n + 1)
    dx = x[:, None] - x + np.eye(n + 1)
    d = np.outer(c, 1.0 / c) / dx
    d -= np.diag(d.sum(axis=1))
    operator = diffusion * d @ d - reaction * np.eye(n + 1)
    force = -np.exp(x)
    operator[0], operator[-1] = 0.0, 0.0
    operator[0, 0] = operator[-1, -1] = 1.0
    force[0], force[-1] = right, left
    return np.linalg.solve(operator, force)


EXAMPLE = (4, 0.7, 1.2, 0.3, -0.2)
