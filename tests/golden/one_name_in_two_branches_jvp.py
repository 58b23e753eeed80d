import math


def one_name_in_two_branches_jvp(x, y, x_dot, y_dot):
    """The value of one_name_in_two_branches, and its derivative in the direction
    x_dot, y_dot.
    """
    s_dot = 0.0
    s = 0.5
    if x < 1.0:
        t_dot = math.cos(x) * x_dot
        t = math.sin(x)
        s_dot += t_dot * t + t * t_dot
        s += t * t
    if y > 1.0:
        cos_x = math.cos(x)
        t_dot = cos_x * y_dot - math.sin(x) * x_dot * y
        t = cos_x * y
        s_dot = (s_dot * t + s * t_dot) * t + s * t * t_dot
        s = s * t * t
    for i in range(3):
        t_dot = s_dot * y + s * y_dot
        t = s * y + i
        s_dot = s_dot + (t_dot * t + t * t_dot)
        s = s + t * t
    return s, s_dot
