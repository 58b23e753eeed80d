import math

import numpy as np


def element_accumulated_then_read_jvp(x, x_dot):
    """The value of element_accumulated_then_read, and its derivative in the
    direction x_dot.
    """
    total_dot = np.zeros(1)
    total = np.zeros(1)
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        total_dot[0] += x_dot[i] * x[i] + x[i] * x_dot[i]
        total[0] += x[i] * x[i]
        sin_total = math.sin(total[0])
        s_dot += math.cos(total[0]) * total_dot[0] * x[i] + sin_total * x_dot[i]
        s += sin_total * x[i]
    return s * total[0], s_dot * total[0] + s * total_dot[0]
