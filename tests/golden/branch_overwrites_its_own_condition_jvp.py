def branch_overwrites_its_own_condition_jvp(x, x_dot):
    """The value of branch_overwrites_its_own_condition, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 0.0
    for i in range(len(x)):
        t_dot = x_dot[i]
        t = x[i]
        if t > 1.0:
            t_dot = t_dot * t + t * t_dot - 3.0 * t_dot
            t = t * t - 3.0 * t
            s_dot += t_dot * x[0] + t * x_dot[0]
            s += t * x[0]
        else:
            t_dot = t_dot * t + t * t_dot
            t = 1.0 + t * t
            s_dot -= t_dot * t + t * t_dot
            s -= t * t
    return s, s_dot
