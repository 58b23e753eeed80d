def boolean_flags_value_and_grad(x, y):
    """The value of boolean_flags, and its gradient with respect to x and y."""
    # forward sweep: saves s
    inside = x > 0.0 and y > 0.0
    outside = not inside or x > 10.0
    if inside:
        s = x * y
    else:
        s = x - y
    if outside:
        s_saved = s
        s = s * x
    value = s * s

    # reverse sweep
    s_bar = 2.0 * s
    x_bar = 0.0
    if outside:
        s = s_saved
        x_bar += s * s_bar
        s_bar = x * s_bar
    if inside:
        x_bar += y * s_bar
        y_bar = x * s_bar
    else:
        x_bar += s_bar
        y_bar = -s_bar
    return value, x_bar, y_bar
