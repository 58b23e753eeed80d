import math


def fractional_part_jvp(x, x_dot):
    """The value of fractional_part, and its derivative in the direction x_dot."""
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        f_dot = x_dot[i]
        f = x[i] - math.floor(x[i])
        s_dot += (f_dot * f + f * f_dot) * (1.0 - f) - f * f * f_dot
        s += f * f * (1.0 - f)
    return s, s_dot
