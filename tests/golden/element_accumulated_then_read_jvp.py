import math


def element_accumulated_then_read_jvp(x, x_dot):
    """The value of element_accumulated_then_read, and its derivative in the
    direction x_dot.
    """
    total_dot = 0.0
    total = 0.0
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        total_dot += x_dot[i] * x[i] + x[i] * x_dot[i]
        total += x[i] * x[i]
        sin_total = math.sin(total)
        s_dot += math.cos(total) * total_dot * x[i] + sin_total * x_dot[i]
        s += sin_total * x[i]
    return s * total, s_dot * total + s * total_dot
