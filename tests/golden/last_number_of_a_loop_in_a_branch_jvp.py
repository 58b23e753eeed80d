def last_number_of_a_loop_in_a_branch_jvp(x, y, x_dot, y_dot):
    """The value of last_number_of_a_loop_in_a_branch, and its derivative in the
    direction x_dot, y_dot.
    """
    s_dot = x_dot
    s = x
    if x < 1.0:
        for i in range(1, 4):
            p = x * i / (1.0 + y * y)
            p_dot = (x_dot * i - p * (y_dot * y + y * y_dot)) / (1.0 + y * y)
        q = p * p
        s_dot = p_dot * q + p * (p_dot * p + p * p_dot)
        s = p * q
    return s * y, s_dot * y + s * y_dot
