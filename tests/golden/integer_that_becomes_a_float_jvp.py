def integer_that_becomes_a_float_jvp(x, n, x_dot):
    """The value of integer_that_becomes_a_float, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 1
    count = 0
    for i in range(n):
        s_dot = s_dot * x + s * x_dot
        s = s * x + i
        count += 1
    s_dot = s_dot / count
    s /= count
    return s * s, s_dot * s + s * s_dot
