def tuple_bound_in_two_branches_jvp(x, y, x_dot, y_dot):
    """The value of tuple_bound_in_two_branches, and its derivative in the direction
    x_dot, y_dot.
    """
    if x > 1.0:
        pair_0_dot = x_dot
        pair_0 = x
        pair_1_dot = y_dot
        pair_1 = y
    else:
        pair_0_dot = y_dot
        pair_0 = y
        pair_1_dot = x_dot * x + x * x_dot
        pair_1 = x * x
    for i in range(3):
        if i == 1:
            pair_1_2_dot = pair_0_dot
            pair_1_2 = pair_0
            pair_0_dot = pair_1_dot * x + pair_1 * x_dot
            pair_0 = pair_1 * x
            pair_1_dot = pair_1_2_dot
            pair_1 = pair_1_2
        else:
            pair_1_dot = pair_1_dot + y_dot
            pair_1 = pair_1 + y
    return pair_0 * pair_1, pair_0_dot * pair_1 + pair_0 * pair_1_dot
