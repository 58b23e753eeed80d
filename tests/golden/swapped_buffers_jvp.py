import math

import numpy as np


def swapped_buffers_jvp(x, steps, x_dot):
    """The value of swapped_buffers, and its derivative in the direction x_dot."""
    u_dot = x_dot.copy()
    u = x.copy()
    v_dot = np.zeros(len(x))
    v = np.zeros(len(x))
    for _ in range(steps):
        for i in range(len(u)):
            term = u_dot[(i + 1) % len(u)] * u[i] + u[(i + 1) % len(u)] * u_dot[i]
            v_dot[i] = 0.5 * math.cos(u[i]) * u_dot[i] + term
            v[i] = 0.5 * math.sin(u[i]) + u[(i + 1) % len(u)] * u[i]
        u, v = v, u
        u_dot, v_dot = v_dot, u_dot
    return u[0] * u[2] + v[1], u_dot[0] * u[2] + u[0] * u_dot[2] + v_dot[1]
