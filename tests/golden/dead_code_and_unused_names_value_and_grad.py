import math


def dead_code_and_unused_names_value_and_grad(x, y):
    """The value of dead_code_and_unused_names, and its gradient with respect to x
    and y.
    """
    # forward sweep
    s = x * y
    t = s * s
    s_2 = x + y
    cos_t = math.cos(t)

    # reverse sweep
    x_bar = cos_t
    y_bar = cos_t
    s_bar = -2.0 * s * math.sin(t) * s_2
    x_bar += y * s_bar
    y_bar += x * s_bar
    return s_2 * cos_t, x_bar, y_bar
