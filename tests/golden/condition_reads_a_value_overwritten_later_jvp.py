def condition_reads_a_value_overwritten_later_jvp(x, x_dot):
    """The value of condition_reads_a_value_overwritten_later, and its derivative in
    the direction x_dot.
    """
    t_dot = x_dot[0]
    t = x[0]
    s_dot = x_dot[1]
    s = x[1]
    if t > 0.5:
        s_dot = s_dot * t + s * t_dot
        s = s * t
    t_dot = -t_dot * s - t * s_dot
    t = -t * s
    if t > 0.5:
        s_dot = s_dot + (t_dot * t + t * t_dot)
        s = s + t * t
    t_dot = s_dot * t + s * t_dot
    t = s * t
    return s * t, s_dot * t + s * t_dot
