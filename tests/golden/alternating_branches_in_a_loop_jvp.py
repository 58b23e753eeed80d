import math


def alternating_branches_in_a_loop_jvp(x, n, x_dot):
    """The value of alternating_branches_in_a_loop, and its derivative in the
    direction x_dot.
    """
    s_dot = x_dot
    s = x
    t_dot = 0.5 * x_dot
    t = 0.5 * x
    for i in range(n):
        if i % 2 == 0:
            s_dot = s_dot * t + s * t_dot
            s = s * t + 0.3
        else:
            t_dot = math.cos(s) * s_dot - t_dot
            t = math.sin(s) - t
    return s - t * t, s_dot - (t_dot * t + t * t_dot)
