def minimum_and_maximum_jvp(x, y, z, x_dot, y_dot, z_dot):
    """The value of minimum_and_maximum, and its derivative in the direction x_dot,
    y_dot, z_dot.
    """
    low_dot = y_dot if y < x else x_dot
    low = min(x, y)
    high_dot = (
        0.0 if 0.1 > max(x * y, z) else z_dot if z > x * y else x_dot * y + x * y_dot
    )
    high = max(max(x * y, z), 0.1)
    value_dot = (
        low_dot * high
        + low * high_dot
        + (
            (
                0.0
                if 3.0 < min(x * x, y * y)
                else y_dot * y + y * y_dot
                if y * y < x * x
                else x_dot * x + x * x_dot
            )
            * max(z, 2.0)
            + min(min(x * x, y * y), 3.0) * (0.0 if 2.0 > z else z_dot)
        )
    )
    return low * high + min(min(x * x, y * y), 3.0) * max(z, 2.0), value_dot
