import numpy as np


def value_of_the_trip_before_value_and_grad(x, y):
    """The value of value_of_the_trip_before, and its gradient with respect to x and
    y.
    """
    # forward sweep: saves t and s
    s = 0.0
    t = 0.0
    t_saved = np.empty(4)
    s_saved = np.empty(4)
    for i in range(4):
        if i % 2 == 0:
            t = x * (i + 1.0) + s
        else:
            s_saved[i] = s
            s += t * t * y
            t_saved[i] = t
            t = t * s
    value = s + t

    # reverse sweep
    s_bar = 1.0
    t_bar = 1.0
    y_bar = 0.0
    x_bar = 0.0
    for i in range(3, -1, -1):
        if i % 2 == 0:
            x_bar += (i + 1.0) * t_bar
            s_bar += t_bar
            t_bar = 0.0
        else:
            t = t_saved[i]
            s_bar += t * t_bar
            t_bar = s * t_bar + 2.0 * t * y * s_bar
            s = s_saved[i]
            y_bar += t * t * s_bar
    return value, x_bar, y_bar
