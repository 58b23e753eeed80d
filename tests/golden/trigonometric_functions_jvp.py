import math


def trigonometric_functions_jvp(x, y, x_dot, y_dot):
    """The value of trigonometric_functions, and its derivative in the direction
    x_dot, y_dot.
    """
    cos_x = math.cos(x)
    sin_x_dot = cos_x * x_dot
    sin_x = math.sin(x)
    cos_y_dot = -math.sin(y) * y_dot
    cos_y = math.cos(y)
    tangent = math.tan(x * y)
    tangent_dot = (1.0 + tangent**2) * (x_dot * y + x * y_dot)
    cos_x_dot = -sin_x * x_dot
    value_dot = (
        sin_x_dot * cos_y + sin_x * cos_y_dot + tangent_dot - 2.0 * cos_x * cos_x_dot
    )
    return sin_x * cos_y + tangent - cos_x**2, value_dot
