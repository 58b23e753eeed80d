import math


def three_nested_loops_jvp(x, x_dot):
    """The value of three_nested_loops, and its derivative in the direction x_dot."""
    s_dot = x_dot[0]
    s = x[0]
    for i in range(2):
        s_dot = s_dot * x[1] + s * x_dot[1]
        s = s * x[1]
        for j in range(3):
            s_dot = s_dot + 0.1 * x_dot[j] * i
            s = s + 0.1 * x[j] * i
            for k in range(j + 1):
                term = 0.1 * math.cos(s * x[k]) * (s_dot * x[k] + s * x_dot[k])
                s_dot = 0.9 * s_dot + term
                s = s * 0.9 + 0.1 * math.sin(s * x[k])
            s_dot = s_dot - (0.05 * s_dot * s + 0.05 * s * s_dot)
            s = s - 0.05 * s * s
        s_dot = s_dot + (x_dot[2] * x[2] + x[2] * x_dot[2])
        s = s + x[2] * x[2]
    return s, s_dot
