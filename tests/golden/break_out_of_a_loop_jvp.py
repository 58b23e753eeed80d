def break_out_of_a_loop_jvp(x, x_dot):
    """The value of break_out_of_a_loop, and its derivative in the direction x_dot."""
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        if x[i] > 5.0:
            break
        s_dot += 3.0 * x[i] ** 2 * x_dot[i]
        s += x[i] ** 3
        s_dot = s_dot * x[0] + s * x_dot[0]
        s *= x[0]
    return s, s_dot
