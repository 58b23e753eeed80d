"""The variable of an inner loop is read after it, trip after trip of the outer one."""

import numpy as np


def loop_variable_read_after_an_inner_loop(x, steps):
    u = x.copy()
    n = len(u)
    for _ in range(steps):
        for i in range(1, n - 1):
            u[i] += 0.1 * u[i - 1] * u[i + 1]
        u[i] = u[i - 1] * u[i]
        for _ in range(2):
            for j in range(i):
                u[j] *= np.cos(u[i])
            u[j] = np.sin(u[j] * u[0])
    return np.sum(u**3)


EXAMPLE = (np.array([0.2, 0.7, 1.3, -0.4, 0.5]), 3)
