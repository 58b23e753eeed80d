import numpy as np


def view_in_a_branch_not_taken_jvp(x, y, x_dot, y_dot):
    """The value of view_in_a_branch_not_taken, and its derivative in the direction
    x_dot, y_dot.
    """
    s_dot = x_dot
    s = x
    c_dot = np.zeros(4)
    c = np.zeros(4)
    if y > 0.0:
        v_dot = c_dot[1:3]
        v = c[1:3]
        for i in range(len(v)):
            v_dot[i] += y_dot
            v[i] += y
        s_dot += v_dot[0] * v[1] + v[0] * v_dot[1]
        s += v[0] * v[1]
    return s * x, s_dot * x + s * x_dot
