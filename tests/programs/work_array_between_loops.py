"""An array that every step fills anew in one loop and reads in another one."""

import numpy as np


def work_array_between_loops(stiffness, load):
    n = len(load)
    u = np.zeros(n)
    residual = np.empty_like(load)
    for _ in range(3):
        for k in range(n):
            residual[k] = load[k] - u[k] * stiffness[k] * u[k]
        for i in range(n):
            u[i] += residual[i] / stiffness[i]
    return np.sum(u)


EXAMPLE = (np.array([1.5, 0.8, 1.2]), np.array([0.3, -0.2, 0.7]))
