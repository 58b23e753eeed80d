import numpy as np


def argument_bound_to_another_jvp(x, y, z, x_dot, y_dot, z_dot):
    """The value of argument_bound_to_another, and its derivative in the direction
    x_dot, y_dot, z_dot.
    """
    if z[0] > 0.0:
        x_dot = y_dot
        x = y
    for k in range(2):
        z_dot = x_dot * (k + 1.0)
        z = x * (k + 1.0)
    if len(x) != len(z):
        raise ValueError("x and z have different shapes")
    value = np.sum(x * x * z)
    return value, np.sum((x_dot * x + x * x_dot) * z + x * x * z_dot)
