def view_of_a_moving_window_jvp(x, x_dot):
    """The value of view_of_a_moving_window, and its derivative in the direction
    x_dot.
    """
    start = 0
    s_dot = 0.0
    s = 1.0
    for i in range(3):
        window_dot = x_dot[start:]
        window = x[start:]
        start += 1
        s_dot = s_dot * window[0] + s * window_dot[0] + 2.0 * window[1] * window_dot[1]
        s = s * window[0] + window[1] ** 2
    return s, s_dot
