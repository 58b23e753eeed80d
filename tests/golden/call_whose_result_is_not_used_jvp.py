def call_whose_result_is_not_used_jvp(x, a, x_dot, a_dot):
    """The value of call_whose_result_is_not_used, and its derivative in the
    direction x_dot, a_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(a)):
        total_dot += a_dot[i]
        total += a[i]
    return total * x, total_dot * x + total * x_dot
