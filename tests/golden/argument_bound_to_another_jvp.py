import numpy as np


def argument_bound_to_another_jvp(x, y, z, x_dot, y_dot, z_dot):
    """The value of argument_bound_to_another, and its derivative in the direction
    x_dot, y_dot, z_dot.
    """
    if z[0] > 0.0:
        x_dot = y_dot
        x = y
    for k in range(2):
        z_dot = np.empty_like(x)
        z = np.empty_like(x)
        for i in range(len(x)):
            z_dot[i] = x_dot[i] * (k + 1.0)
            z[i] = x[i] * (k + 1.0)
    if len(x) != len(z):
        raise ValueError("x and z have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        total_dot += (x_dot[i] * x[i] + x[i] * x_dot[i]) * z[i] + x[i] * x[i] * z_dot[i]
        total += x[i] * x[i] * z[i]
    return total, total_dot
