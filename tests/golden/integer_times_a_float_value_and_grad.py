def integer_times_a_float_value_and_grad(x, n):
    """The value of integer_times_a_float, and its gradient with respect to x."""
    return x * n + (n > 2) * x, 1.0 * (n + (n > 2))
