import math


def continue_to_the_next_jvp(x, x_dot):
    """The value of continue_to_the_next, and its derivative in the direction x_dot."""
    s_dot = 0.0
    s = 1.0
    for i in range(len(x)):
        if not x[i] < 0.0:
            s_dot = s_dot * x[i] + s * x_dot[i]
            s = s * x[i]
            if s > 1.5:
                s = s - 1.0
            else:
                s_dot = math.cos(s) * s_dot + x_dot[i]
                s = math.sin(s) + x[i]
    return s, s_dot
