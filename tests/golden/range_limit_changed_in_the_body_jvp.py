def range_limit_changed_in_the_body_jvp(x, n, x_dot):
    """The value of range_limit_changed_in_the_body, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 1.0
    for i in range(n):
        n = n - 1
        s_dot = s_dot * x + s * x_dot
        s = s * x + i * n
    return s + n * x, s_dot + n * x_dot
