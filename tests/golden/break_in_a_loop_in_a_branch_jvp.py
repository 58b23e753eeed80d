import numpy as np


def break_in_a_loop_in_a_branch_jvp(x, n, x_dot):
    """The value of break_in_a_loop_in_a_branch, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.5 * x_dot[0]
    s = 0.5 * x[0]
    if n > 2:
        for i in range(n):
            if s > 1.5:
                s_dot += x_dot[0]
                s += x[0]
                break
            else:
                sin_s = np.sin(s)
                s_dot += x_dot[i] * sin_s + x[i] * np.cos(s) * s_dot
                s += x[i] * sin_s
                s_dot = s_dot * x[i] + s * x_dot[i]
                s *= x[i]
    return s * x[1], s_dot * x[1] + s * x_dot[1]
