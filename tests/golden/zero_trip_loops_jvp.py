def zero_trip_loops_jvp(x, n, x_dot):
    """The value of zero_trip_loops, and its derivative in the direction x_dot."""
    s_dot = x_dot[0] * x[0] + x[0] * x_dot[0]
    s = x[0] * x[0]
    for i in range(n):
        s_dot = 7.0 * (s_dot * x[i] + s * x_dot[i])
        s = s * x[i] * 7.0
    for j in range(3):
        for i in range(n, n - j - 1):
            s_dot = s_dot + 100.0 * x_dot[i]
            s = s + 100.0 * x[i]
        s_dot = s_dot * x[1] + s * x_dot[1]
        s = s * x[1]
    while s > 1000000.0:
        quotient = s / x[0]
        s_dot = (s_dot - quotient * x_dot[0]) / x[0]
        s = quotient
    return s, s_dot
