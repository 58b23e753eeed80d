import math

import numpy as np


def linspace_between_variables_jvp(a, b, a_dot, b_dot):
    """The value of linspace_between_variables, and its derivative in the direction
    a_dot, b_dot.
    """
    grid_dot = np.linspace(a_dot, b_dot, 5)
    grid = np.linspace(a, b, 5)
    s_dot = 0.0
    s = 0.0
    for k in range(len(grid)):
        t_dot = grid_dot[k]
        t = grid[k]
        sin_t = math.sin(t)
        s_dot += (t_dot * t + t * t_dot) * sin_t + t * t * math.cos(t) * t_dot
        s += t * t * sin_t
    value = s * (grid[1] - grid[0])
    return value, s_dot * (grid[1] - grid[0]) + s * (grid_dot[1] - grid_dot[0])
