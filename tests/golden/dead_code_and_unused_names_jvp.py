import math


def dead_code_and_unused_names_jvp(x, y, x_dot, y_dot):
    """The value of dead_code_and_unused_names, and its derivative in the direction
    x_dot, y_dot.
    """
    s_dot = x_dot * y + x * y_dot
    s = x * y
    t_dot = s_dot * s + s * s_dot
    t = s * s
    s = x + y
    cos_t = math.cos(t)
    return s * cos_t, (x_dot + y_dot) * cos_t - s * math.sin(t) * t_dot
