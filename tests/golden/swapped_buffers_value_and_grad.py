import math

import numpy as np


def swapped_buffers_value_and_grad(x, steps):
    """The value of swapped_buffers, and its gradient with respect to x."""
    # forward sweep: saves v
    u = x.copy()
    v = np.zeros(len(x))
    v_saved = []
    for k in range(steps):
        for i in range(len(u)):
            v_saved.append(v[i])
            v[i] = 0.5 * math.sin(u[i]) + u[(i + 1) % len(u)] * u[i]
        u, v = v, u
    value = u[0] * u[2] + v[1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    u_bar = np.zeros_like(u)
    v_bar = np.zeros_like(v)
    u_bar[0] += u[2]
    u_bar[2] += u[0]
    v_bar[1] += 1.0
    for k in range(steps - 1, -1, -1):
        v, u = u, v
        v_bar, u_bar = u_bar, v_bar
        for i in range(len(u) - 1, -1, -1):
            v[i] = v_saved.pop()
            v_i_bar = v_bar[i]
            v_bar[i] = 0.0
            u_bar[(i + 1) % len(u)] += u[i] * v_i_bar
            u_bar[i] += (0.5 * math.cos(u[i]) + u[(i + 1) % len(u)]) * v_i_bar
    x_bar += u_bar
    return value, x_bar
