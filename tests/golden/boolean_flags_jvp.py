def boolean_flags_jvp(x, y, x_dot, y_dot):
    """The value of boolean_flags, and its derivative in the direction x_dot, y_dot."""
    inside = x > 0.0 and y > 0.0
    outside = not inside or x > 10.0
    if inside:
        s_dot = x_dot * y + x * y_dot
        s = x * y
    else:
        s_dot = x_dot - y_dot
        s = x - y
    if outside:
        s_dot = s_dot * x + s * x_dot
        s = s * x
    return s * s, s_dot * s + s * s_dot
