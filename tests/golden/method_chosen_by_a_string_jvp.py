def method_chosen_by_a_string_jvp(x, x_dot):
    """The value of method_chosen_by_a_string, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 0.0
    for i in range(1, len(x)):
        s_dot += 0.5 * (2.0 * x[i] * x_dot[i] + 2.0 * x[i - 1] * x_dot[i - 1])
        s += 0.5 * (x[i] ** 2 + x[i - 1] ** 2)
    return s * s, s_dot * s + s * s_dot
