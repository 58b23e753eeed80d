def loop_variable_used_after_the_loop_jvp(x, x_dot):
    """The value of loop_variable_used_after_the_loop, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 0.0
    i = 0
    for i in range(len(x)):
        s_dot += x_dot[i] * x[i] + x[i] * x_dot[i]
        s += x[i] * x[i]
    s_dot = s_dot * x[i] + s * x_dot[i]
    s = s * x[i]
    for k in range(len(x)):
        if x[k] > 1.0:
            break
    value = s * (k + 1) * x[k] + i * x[0]
    return value, s_dot * (k + 1) * x[k] + s * (k + 1) * x_dot[k] + i * x_dot[0]
