import numpy as np


def views_that_are_only_written_jvp(x, x_dot):
    """The value of views_that_are_only_written, and its derivative in the direction
    x_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        v_dot = np.zeros(3)
        v = np.zeros(3)
        u_dot = v_dot[1:]
        u = v[1:]
        u_dot[0] = x_dot[i] * x[1] + x[i] * x_dot[1]
        u[0] = x[i] * x[1]
        w = v
        v_dot[2] = 2.0 * x[i] * x_dot[i]
        w[2] = x[i] ** 2
        sin_v = np.sin(v[1])
        total_dot += np.cos(v[1]) * v_dot[1] * v[2] + sin_v * v_dot[2]
        total += sin_v * v[2]
    return total, total_dot
