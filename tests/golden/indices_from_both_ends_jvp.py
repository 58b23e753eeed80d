import numpy as np


def indices_from_both_ends_jvp(x, x_dot):
    """The value of indices_from_both_ends, and its derivative in the direction
    x_dot.
    """
    n = len(x)
    y_dot = np.zeros(n)
    y = np.zeros(n)
    z_dot = np.zeros(n)
    z = np.zeros(n)
    for i in range(-n, n):
        y_dot[i] = (x_dot[i] * x[i] + x[i] * x_dot[i]) * i
        y[i] = x[i] * x[i] * i
    for i in range(-1, n - 1):
        z_dot[i] = y_dot[i] * y[i + 1] + y[i] * y_dot[i + 1]
        z[i] = y[i] * y[i + 1]
        y_dot[i] = z_dot[i] + x_dot[i]
        y[i] = z[i] + x[i]
    total_dot = 0.0
    total = 0.0
    for i in range(n):
        total_dot += y_dot[i] * z[i] + y[i] * z_dot[i]
        total += y[i] * z[i]
    return total, total_dot
