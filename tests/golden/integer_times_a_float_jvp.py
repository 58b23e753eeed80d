def integer_times_a_float_jvp(x, n, x_dot):
    """The value of integer_times_a_float, and its derivative in the direction x_dot."""
    return x * n + (n > 2) * x, x_dot * n + x_dot * (n > 2)
