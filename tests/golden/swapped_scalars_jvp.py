def swapped_scalars_jvp(x, y, x_dot, y_dot):
    """The value of swapped_scalars, and its derivative in the direction x_dot,
    y_dot.
    """
    z_dot = x_dot * y + x * y_dot
    z = x * y
    x_before_dot = x_dot
    x_before = x
    x_dot = y_dot
    x = y
    y_dot = x_before_dot
    y = x_before
    s_dot = x_dot * x + x * x_dot + y_dot
    s = x * x + y
    x_before_2_dot = x_dot
    x_before_2 = x
    x_dot = y_dot
    x = y
    y_dot = z_dot
    y = z
    z = x_before_2
    value_dot = (
        s_dot * x
        + s * x_dot
        + ((y_dot * y + y * y_dot) * y + y * y * y_dot)
        - x_before_2_dot
    )
    return s * x + y * y * y - z, value_dot
