import math

import numpy as np


def array_of_expressions_jvp(x, y, x_dot, y_dot):
    """The value of array_of_expressions, and its derivative in the direction x_dot,
    y_dot.
    """
    sin_x = math.sin(x)
    cos_x = math.cos(x)
    v_dot = np.array([-sin_x * x_dot, cos_x * x_dot, x_dot * y + x * y_dot])
    v = np.array([cos_x, sin_x, x * y])
    a_dot = np.array([[0.0, y_dot], [y_dot * y + y * y_dot, -x_dot]])
    a = np.array([[1.0, y], [y * y, -x]])
    v_dot[2] = v_dot[0] * a[1, 0] + v[0] * a_dot[1, 0]
    v[2] = v[0] * a[1, 0]
    value_dot = (
        v_dot[2] * v[1]
        + v[2] * v_dot[1]
        + (a_dot[0, 1] * a[1, 1] + a[0, 1] * a_dot[1, 1])
    )
    return v[2] * v[1] + a[0, 1] * a[1, 1], value_dot
