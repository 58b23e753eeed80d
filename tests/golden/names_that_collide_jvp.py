import math


def names_that_collide_jvp(x, x_dot_):
    """The value of names_that_collide, and its derivative in the direction x_dot."""
    x_bar_dot = 2.0 * x_dot_[0]
    x_bar = x[0] * 2.0
    x_dot_dot = math.cos(x_bar) * x_bar_dot
    x_dot = math.sin(x_bar)
    s_saved = x_dot * x[1]
    d_dot = (x_dot_dot * x[1] + x_dot * x_dot_[1]) * x_bar + s_saved * x_bar_dot
    d = s_saved * x_bar
    for i in range(2):
        d_dot = d_dot * x_dot + d * x_dot_dot + x_dot_[i]
        d = d * x_dot + x[i]
    y_bar_0 = d * x_bar
    return y_bar_0 * d, (d_dot * x_bar + d * x_bar_dot) * d + y_bar_0 * d_dot
