import numpy as np


def scratch_of_the_caller_in_loops_tangent(x, y, sweeps, x_dot, y_dot):
    """scratch_of_the_caller_in_loops and its tangent."""
    total_dot = 0.0
    total = 0.0
    for k in range(sweeps):
        for i in range(len(x)):
            y_dot[i] = x_dot[i] * (k + 1)
            y[i] = x[i] * (k + 1)
            total_dot -= np.cos(y[i]) * y_dot[i]
            total -= np.sin(y[i])
    return total, total_dot
