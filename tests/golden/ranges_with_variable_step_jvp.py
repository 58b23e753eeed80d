import math


def ranges_with_variable_step_jvp(x, step, x_dot):
    """The value of ranges_with_variable_step, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 1.0
    for i in range(0, len(x), step):
        s_dot = s_dot * x[i] + s * x_dot[i]
        s = s * x[i] + 0.3
    for i in range(len(x) - 1, 0, -step):
        s_dot += math.cos(s * x[i]) * (s_dot * x[i] + s * x_dot[i])
        s += math.sin(s * x[i])
    return s, s_dot
