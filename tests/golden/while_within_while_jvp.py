def while_within_while_jvp(x, y, x_dot, y_dot):
    """The value of while_within_while, and its derivative in the direction x_dot,
    y_dot.
    """
    s_dot = x_dot
    s = x
    while s < 20.0:
        t_dot = y_dot
        t = y
        while t < s:
            t_dot = 1.7 * t_dot + 0.1 * x_dot
            t = t * 1.7 + 0.1 * x
        s_dot = s_dot + 0.5 * t_dot
        s = s + 0.5 * t
    return s * y, s_dot * y + s * y_dot
