import math


def ranges_with_every_step_jvp(x, x_dot):
    """The value of ranges_with_every_step, and its derivative in the direction
    x_dot.
    """
    n = len(x)
    s_dot = 0.0
    s = 0.5
    for i in range(n - 1, -1, -1):
        s_dot = s_dot * x[i] + s * x_dot[i]
        s = s * x[i] + 1.0
    for i in range(1, n, 2):
        s_dot += math.cos(x[i] * s) * (x_dot[i] * s + x[i] * s_dot)
        s += math.sin(x[i] * s)
    for i in range(n - 1, 0, -3):
        s_dot = 0.5 * s_dot + (x_dot[i] * x[i - 1] + x[i] * x_dot[i - 1])
        s = s * 0.5 + x[i] * x[i - 1]
    return s, s_dot
