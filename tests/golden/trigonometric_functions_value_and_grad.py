import math


def trigonometric_functions_value_and_grad(x, y):
    """The value of trigonometric_functions, and its gradient with respect to x and
    y.
    """
    # forward sweep
    sin_x = math.sin(x)
    cos_y = math.cos(y)
    tangent = math.tan(x * y)
    cos_x = math.cos(x)

    # reverse sweep
    product_bar = 1.0 + tangent**2
    x_bar = y * product_bar + 2.0 * sin_x * cos_x + cos_x * cos_y
    y_bar = x * product_bar - math.sin(y) * sin_x
    return sin_x * cos_y + tangent - cos_x**2, x_bar, y_bar
