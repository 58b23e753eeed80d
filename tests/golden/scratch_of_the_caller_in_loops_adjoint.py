import numpy as np


def scratch_of_the_caller_in_loops_adjoint(x, y, sweeps, result_bar, x_bar, y_bar):
    """The adjoint of x and y is added to x_bar, y_bar."""
    # forward sweep: saves y
    y_saved = np.empty((sweeps, len(x)))
    for k in range(sweeps):
        for i in range(len(x)):
            y_saved[k, i] = y[i]
            y[i] = x[i] * (k + 1)

    # reverse sweep
    for k in range(sweeps - 1, -1, -1):
        for i in range(len(x)):
            y_bar[i] -= np.cos(y[i]) * result_bar
            y[i] = y_saved[k, i]
            x_bar[i] += (k + 1) * y_bar[i]
            y_bar[i] = 0.0
