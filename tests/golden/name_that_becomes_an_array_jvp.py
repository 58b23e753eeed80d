import math

import numpy as np


def name_that_becomes_an_array_jvp(x, x_dot):
    """The value of name_that_becomes_an_array, and its derivative in the direction
    x_dot.
    """
    t_dot = 0.0
    t = 0
    for i in range(len(x)):
        t_dot = t_dot + (x_dot[i] * x[i] + x[i] * x_dot[i])
        t = t + x[i] * x[i]
    t_2_dot = np.empty_like(x)
    t_2 = np.empty_like(x)
    for i in range(len(x)):
        t_2_dot[i] = t_dot * x[i] + t * x_dot[i]
        t_2[i] = t * x[i]
    t_dot = t_2_dot[0] * t_2[1] + t_2[0] * t_2_dot[1] - t_2_dot[2]
    t = t_2[0] * t_2[1] - t_2[2]
    return math.sin(0.1 * t), 0.1 * math.cos(0.1 * t) * t_dot
