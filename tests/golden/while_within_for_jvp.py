import math


def while_within_for_jvp(x, x_dot):
    """The value of while_within_for, and its derivative in the direction x_dot."""
    s_dot = 0.0
    s = 1.0
    for i in range(len(x)):
        t_dot = x_dot[i]
        t = x[i]
        while t * t < 4.0:
            t_dot = 1.5 * t_dot + 0.1 * s_dot
            t = t * 1.5 + 0.1 * s
            s_dot = s_dot + 0.1 * t_dot
            s = s + 0.1 * t
        sin_s = math.sin(s)
        s_dot = math.cos(s) * s_dot * t + sin_s * t_dot
        s = sin_s * t
    return s, s_dot
