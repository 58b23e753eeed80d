import math


def endless_loop_left_in_its_first_trip_jvp(x, x_dot):
    """The value of endless_loop_left_in_its_first_trip, and its derivative in the
    direction x_dot.
    """
    s_dot = 0.0
    s = 0.5
    for i in range(2):
        while True:
            sin_s = math.sin(s)
            s_dot = math.cos(s) * s_dot * x[i] + sin_s * x_dot[i]
            s = sin_s * x[i] + 0.3
            if s < 10.0:
                break
    t_dot = x_dot[0]
    t = x[0]
    while True:
        t_dot = 2.0 * x_dot[1] * s + 2.0 * x[1] * s_dot
        t = x[1] * 2.0 * s
        if t < 10.0:
            break
    return s * t, s_dot * t + s * t_dot
