import math

import numpy as np


def linspace_between_variables_value_and_grad(a, b):
    """The value of linspace_between_variables, and its gradient with respect to a
    and b.
    """
    # forward sweep
    grid = np.linspace(a, b, 5)
    s = 0.0
    for k in range(len(grid)):
        t = grid[k]
        s += t * t * math.sin(t)

    # reverse sweep
    grid_bar = np.zeros_like(grid)
    s_bar = grid[1] - grid[0]
    grid_bar[1] += s
    grid_bar[0] -= s

    # forward and reverse in one sweep: the iterations are independent
    for k in range(len(grid)):
        t = grid[k]
        grid_bar[k] += 2.0 * t * math.sin(t) * s_bar + math.cos(t) * t * t * s_bar
    a_bar = np.sum(np.linspace(1.0, 0.0, 5) * grid_bar)
    b_bar = np.sum(np.linspace(0.0, 1.0, 5) * grid_bar)
    return s * (grid[1] - grid[0]), a_bar, b_bar
