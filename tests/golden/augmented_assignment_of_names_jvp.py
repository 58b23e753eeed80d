import math


def augmented_assignment_of_names_jvp(x, y, x_dot, y_dot):
    """The value of augmented_assignment_of_names, and its derivative in the
    direction x_dot, y_dot.
    """
    s_dot = (1.0 + y) * x_dot + y_dot * x
    s = x
    t = 3.0 * y
    s += y * x
    t //= 2.0
    s_dot = s_dot * s + s * s_dot
    s *= s
    s_dot += math.sin(s) * s_dot * t
    s -= math.cos(s) * t
    s_dot = (s_dot - s * (y_dot + (s_dot * s + s * s_dot)) / (y + s * s)) / (y + s * s)
    s /= y + s * s
    s_dot = 2.0 * s * s_dot
    s **= 2
    s %= 1.0
    t += s
    t -= x
    return s * t, s_dot * t + s * (s_dot - x_dot)
