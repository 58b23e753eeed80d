def power_with_a_loop_variable_jvp(x, x_dot):
    """The value of power_with_a_loop_variable, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 0.0
    for k in range(5):
        s_dot += k * x ** (k - 1 if k != 0 else 0) * x_dot / (k + 1)
        s += x**k / (k + 1)
    return s, s_dot
