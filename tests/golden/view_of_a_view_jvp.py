import math

import numpy as np


def view_of_a_view_jvp(x, x_dot):
    """The value of view_of_a_view, and its derivative in the direction x_dot."""
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for i in range(len(x)):
        y_dot[i] = x_dot[i]
        y[i] = x[i] * 1.0
    middle_dot = y_dot[1:5]
    middle = y[1:5]
    inner_dot = middle_dot[1:3]
    inner = middle[1:3]
    inner_dot[0] = inner_dot[0] * inner[1] + inner[0] * inner_dot[1]
    inner[0] = inner[0] * inner[1]
    middle_dot[0] = math.cos(inner[0]) * inner_dot[0]
    middle[0] = math.sin(inner[0])
    y_0_dot = y_dot[0]
    y_0 = y[0]
    for i in range(len(inner)):
        inner_dot[i] = inner_dot[i] * y_0 + inner[i] * y_0_dot
        inner[i] = inner[i] * y_0
    y_dot[3] = y_dot[3] * middle[3] + y[3] * middle_dot[3]
    y[3] = y[3] * middle[3]
    value_dot = (
        y_dot[1] * y[2] + y[1] * y_dot[2] + (inner_dot[1] * y[4] + inner[1] * y_dot[4])
    )
    return y[1] * y[2] + inner[1] * y[4], value_dot
