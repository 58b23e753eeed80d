import numpy as np


def array_and_its_view_in_one_sum_jvp(x, x_dot):
    """The value of array_and_its_view_in_one_sum, and its derivative in the
    direction x_dot.
    """
    p_dot = np.zeros(4)
    p = np.ones(4)
    q_dot = p_dot[1:]
    q = p[1:]
    q_dot[0] = x_dot[2]
    q[0] = x[2]
    term = p[2] * q[0] * (0.5 * q_dot[0] - (q_dot[2] * x[0] + q[2] * x_dot[0]))
    p_dot[1] += (p_dot[2] * q[0] + p[2] * q_dot[0]) * (0.5 * q[0] - q[2] * x[0]) + term
    p[1] += p[2] * q[0] * (0.5 * q[0] - q[2] * x[0])
    value_dot = (
        p_dot[1] * q[2]
        + p[1] * q_dot[2]
        + p_dot[3]
        + (q_dot[0] * x[1] + q[0] * x_dot[1])
    )
    return p[1] * q[2] + p[3] + q[0] * x[1], value_dot
