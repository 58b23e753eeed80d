def loop_variable_that_was_a_float_jvp(x, n, x_dot):
    """The value of loop_variable_that_was_a_float, and its derivative in the
    direction x_dot.
    """
    t_dot = x_dot[1] * x[0] + x[1] * x_dot[0]
    t = x[1] * x[0]
    s_dot = x_dot[0]
    s = x[0]
    for k in range(n):
        t_dot = 0.0
        t = k
        s_dot = s_dot * (1.0 + 0.1 * t) + 0.1 * s * t_dot
        s *= 1.0 + 0.1 * t
    s_dot += t_dot
    s += t
    i_dot = x_dot[2] * x[2] + x[2] * x_dot[2]
    i = x[2] * x[2]
    for k_2 in range(len(x)):
        i_dot = 0.0
        i = k_2
        v_dot = x_dot[k_2]
        v = x[k_2]
        s_dot += (i_dot * v + i * v_dot) * v + i * v * v_dot
        s += i * v * v
    value = s * (i + 1.0) + t * x[2]
    return value, s_dot * (i + 1.0) + s * i_dot + (t_dot * x[2] + t * x_dot[2])
