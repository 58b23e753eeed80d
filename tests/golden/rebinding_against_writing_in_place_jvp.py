def rebinding_against_writing_in_place_jvp(x, x_dot):
    """The value of rebinding_against_writing_in_place, and its derivative in the
    direction x_dot.
    """
    y_dot = x_dot * x + x * x_dot
    y = x * x
    old_dot = y_dot
    old = y
    y_dot = 2.0 * y_dot
    y = y * 2.0
    y_dot[:] = y_dot * x + y * x_dot
    y *= x
    kept_dot = y_dot
    kept = y
    y_dot += old_dot
    y += old
    old_dot[:] = old_dot * x[0] + old * x_dot[0]
    old *= x[0]
    value_dot = (
        kept_dot[0] * old[1]
        + kept[0] * old_dot[1]
        + (kept_dot[1] * y[2] + kept[1] * y_dot[2])
    )
    return kept[0] * old[1] + kept[1] * y[2], value_dot
