def loop_variable_overwritten_in_the_body_jvp(x, x_dot):
    """The value of loop_variable_overwritten_in_the_body, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 1.0
    for i_2 in range(len(x)):
        i = i_2
        i = (2 * i + 1) % len(x)
        s_dot = s_dot * x[i] + s * x_dot[i]
        s = s * x[i] + 0.5
        i += 1
        s_dot += i * x_dot[0]
        s += i * x[0]
    return s, s_dot
