def while_until_large_jvp(x, x_dot):
    """The value of while_until_large, and its derivative in the direction x_dot."""
    s_dot = x_dot[0]
    s = x[0]
    while s < 10.0:
        s_dot = (
            s_dot * (1.5 + 0.1 * x[1] * x[1])
            + s * (0.1 * x_dot[1] * x[1] + 0.1 * x[1] * x_dot[1])
            + (x_dot[2] * x[2] + x[2] * x_dot[2])
        )
        s = s * (1.5 + 0.1 * x[1] * x[1]) + x[2] * x[2]
    return s, s_dot
