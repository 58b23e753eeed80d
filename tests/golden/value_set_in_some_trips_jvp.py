import math


def value_set_in_some_trips_jvp(x, x_dot):
    """The value of value_set_in_some_trips, and its derivative in the direction
    x_dot.
    """
    e_dot = 0.0
    e = 1.0
    for _ in range(4):
        if e > 0.2:
            c_dot = -math.sin(x * e) * (x_dot * e + x * e_dot)
            c = math.cos(x * e)
            e_dot = 0.5 * (e_dot * c + e * c_dot)
            e = e * c * 0.5
        s_dot = c_dot * e + c * e_dot
        s = c * e
    return s * c, s_dot * c + s * c_dot
