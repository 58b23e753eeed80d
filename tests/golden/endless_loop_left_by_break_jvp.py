def endless_loop_left_by_break_jvp(x, x_dot):
    """The value of endless_loop_left_by_break, and its derivative in the direction
    x_dot.
    """
    s_dot = x_dot
    s = x
    n = 0
    while True:
        s_dot = 0.5 * (s_dot * s + s * s_dot) + x_dot
        s = s * s * 0.5 + x
        if s > 3.0:
            break
        n += 1
        s_dot = s_dot + 0.1 * n * x_dot
        s = s + 0.1 * n * x
    return s * s + n * x, s_dot * s + s * s_dot + n * x_dot
