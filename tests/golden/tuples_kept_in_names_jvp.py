def tuples_kept_in_names_jvp(x, y, x_dot, y_dot):
    """The value of tuples_kept_in_names, and its derivative in the direction x_dot,
    y_dot.
    """
    pair_0 = x * y
    pair_1 = x - y
    nested_0_0 = pair_0
    nested_0_1_dot = x_dot - y_dot
    nested_0_1 = pair_1
    nested_1_dot = 2.0 * x_dot
    nested_1 = 2.0 * x
    a = nested_0_0
    b = nested_0_1
    c = nested_1
    pair_0_dot = nested_0_1_dot * c + b * nested_1_dot
    pair_0 = b * c
    pair_1_dot = x_dot * y + x * y_dot
    pair_1 = a
    value_dot = (
        pair_0_dot * pair_1
        + pair_0 * pair_1_dot
        + (nested_0_1_dot * nested_1 + nested_0_1 * nested_1_dot)
    )
    return pair_0 * pair_1 + nested_0_1 * nested_1, value_dot
