import math

import numpy as np


def argument_changed_in_place_adjoint(x, result_bar, x_bar):
    """The adjoint of x is added to x_bar."""
    # forward sweep: saves x
    x_saved = np.empty(len(x))
    for i in range(1, len(x)):
        x_saved[i] = x[i]
        x[i] = x[i - 1] * x[i]
    x_saved_2 = x[0]
    x[0] = math.sin(x[len(x) - 1])

    # reverse sweep
    x_bar[0] += x[1] * result_bar
    x_bar[1] += x[0] * result_bar
    x[0] = x_saved_2
    x_part_bar = x_bar[0]
    x_bar[0] = 0.0
    x_bar[len(x) - 1] += math.cos(x[len(x) - 1]) * x_part_bar
    for i in range(len(x) - 1, 0, -1):
        x[i] = x_saved[i]
        x_i_bar = x_bar[i]
        x_bar[i] = 0.0
        x_bar[i - 1] += x[i] * x_i_bar
        x_bar[i] += x[i - 1] * x_i_bar
