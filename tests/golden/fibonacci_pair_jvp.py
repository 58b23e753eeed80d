def fibonacci_pair_jvp(x, n, x_dot):
    """The value of fibonacci_pair, and its derivative in the direction x_dot."""
    a_dot = x_dot
    a = x
    b_dot = 0.0
    b = 1.0
    for _ in range(n):
        next_b_dot = 0.5 * a_dot + (b_dot * x + b * x_dot)
        next_b = a * 0.5 + b * x
        a_dot = b_dot
        a = b
        b_dot = next_b_dot
        b = next_b
    return a * b, a_dot * b + a * b_dot
