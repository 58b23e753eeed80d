import math


def comparison_as_a_number_jvp(x, y, x_dot, y_dot):
    """The value of comparison_as_a_number, and its derivative in the direction
    x_dot, y_dot.
    """
    up = x > 0.5
    down = y > 0.5
    exp_y = math.exp(y)
    exp_y_dot = exp_y * y_dot
    value_dot = x_dot * up * x + up * x * x_dot + y_dot * down + (1 - down) * exp_y_dot
    return up * x * x + down * y + (x < y) * 2.0 + (1 - down) * exp_y, value_dot
