import math


def continue_in_a_while_loop_jvp(x, x_dot):
    """The value of continue_in_a_while_loop, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 0.4
    i = 0
    while i < len(x):
        i += 1
        if not x[i - 1] < 0.0:
            s_dot = s_dot * x[i - 1] + s * x_dot[i - 1] - math.sin(s) * s_dot
            s = s * x[i - 1] + math.cos(s)
    return s, s_dot
