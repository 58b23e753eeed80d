def value_of_the_trip_before_jvp(x, y, x_dot, y_dot):
    """The value of value_of_the_trip_before, and its derivative in the direction
    x_dot, y_dot.
    """
    s_dot = 0.0
    s = 0.0
    for i in range(4):
        if i % 2 == 0:
            t_dot = x_dot * (i + 1.0) + s_dot
            t = x * (i + 1.0) + s
        else:
            s_dot += (t_dot * t + t * t_dot) * y + t * t * y_dot
            s += t * t * y
            t_dot = t_dot * s + t * s_dot
            t = t * s
    return s + t, s_dot + t_dot
