def running_maximum_by_max_jvp(x, x_dot):
    """The value of running_maximum_by_max, and its derivative in the direction
    x_dot.
    """
    high_dot = x_dot[0]
    high = x[0]
    s_dot = 0.0
    s = 0.0
    for i in range(1, len(x)):
        high_dot = x_dot[i] if x[i] > high else high_dot
        high = max(high, x[i])
        s_dot += high_dot * x[i - 1] + high * x_dot[i - 1]
        s += high * x[i - 1]
    return s, s_dot
