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
    s_bar = -2.0 * s * math.sin(t) * s_2
    return s_2 * cos_t, cos_t + y * s_bar, cos_t + x * s_bar
