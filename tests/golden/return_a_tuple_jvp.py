import math


def return_a_tuple_jvp(x, y, x_dot, y_dot):
    """The value of return_a_tuple, and its derivative in the direction x_dot, y_dot."""
    r = math.hypot(x, y)
    r_dot = (x * x_dot + y * y_dot) / r
    angle_dot = (x * y_dot - y * x_dot) / (x**2 + y**2)
    angle = math.atan2(y, x)
    return r, angle, r * angle, r_dot, angle_dot, r_dot * angle + r * angle_dot
