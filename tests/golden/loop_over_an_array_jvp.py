import math


def loop_over_an_array_jvp(x, x_dot):
    """The value of loop_over_an_array, and its derivative in the direction x_dot."""
    s_dot = 0.0
    s = 0.5
    for k in range(len(x)):
        value_dot = x_dot[k]
        value = x[k]
        s_dot = s_dot * value + s * value_dot - math.sin(value) * value_dot
        s = s * value + math.cos(value)
    return s, s_dot
