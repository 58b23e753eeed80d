import math


def rotate_tangent(x, y, angle, x_dot, y_dot, angle_dot):
    """rotate and its tangent."""
    sin_angle = math.sin(angle)
    c_dot = -sin_angle * angle_dot
    c = math.cos(angle)
    s_dot = c * angle_dot
    s = sin_angle
    value_0_dot = c_dot * x + c * x_dot - (s_dot * y + s * y_dot)
    value_1_dot = s_dot * x + s * x_dot + (c_dot * y + c * y_dot)
    return c * x - s * y, s * x + c * y, value_0_dot, value_1_dot


def helper_that_returns_a_tuple_jvp(x, y, angle, x_dot, y_dot, angle_dot):
    """The value of helper_that_returns_a_tuple, and its derivative in the direction
    x_dot, y_dot, angle_dot.
    """
    for i in range(3):
        x, y, x_dot, y_dot = rotate_tangent(
            x, y, angle * (i + 1), x_dot, y_dot, angle_dot * (i + 1)
        )
        x_dot = x_dot * (1.0 + 0.1 * y) + 0.1 * x * y_dot
        x = x * (1.0 + 0.1 * y)
    return x * x * y, (x_dot * x + x * x_dot) * y + x * x * y_dot
