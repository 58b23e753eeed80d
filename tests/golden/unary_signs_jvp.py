import math


def unary_signs_jvp(x, y, x_dot, y_dot):
    """The value of unary_signs, and its derivative in the direction x_dot, y_dot."""
    a = -(x**2) + +y
    sine = math.sin(-x)
    b_dot = sine * y_dot - math.cos(-x) * x_dot * y
    b = -sine * -y
    return -a * b - -x, (2.0 * x * x_dot - y_dot) * b - a * b_dot + x_dot
