def tuples_kept_in_names_jvp(x, y, x_dot, y_dot):
    """The value of tuples_kept_in_names, and its derivative in the direction x_dot,
    y_dot.
    """
    pair_0 = x * y
    pair_1 = x - y
    a = pair_0
    b_dot = x_dot - y_dot
    b = pair_1
    c_dot = 2.0 * x_dot
    c = 2.0 * x
    pair_0_dot = b_dot * c + b * c_dot
    pair_0 = b * c
    pair_1_dot = x_dot * y + x * y_dot
    pair_1 = a
    value_dot = pair_0_dot * pair_1 + pair_0 * pair_1_dot + (b_dot * c + b * c_dot)
    return pair_0 * pair_1 + b * c, value_dot
