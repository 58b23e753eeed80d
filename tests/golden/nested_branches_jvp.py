import math


def nested_branches_jvp(x, y, x_dot, y_dot):
    """The value of nested_branches, and its derivative in the direction x_dot,
    y_dot.
    """
    s_dot = x_dot
    s = x
    if x > 0.0:
        if y > 0.0:
            s_dot = s_dot * y + s * y_dot
            s = s * y
            if s > 1.0:
                s_dot = s_dot / s
                s = math.log(s)
        else:
            s_dot = s_dot - y_dot
            s = s - y
        if s < 0.5:
            s_dot += x_dot * y + x * y_dot
            s += x * y
    elif y > 0.0:
        s_dot = y_dot
        s = y
    return s * s, s_dot * s + s * s_dot
