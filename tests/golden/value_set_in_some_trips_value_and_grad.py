import math

import numpy as np


def value_set_in_some_trips_value_and_grad(x):
    """The value of value_set_in_some_trips, and its gradient with respect to x."""
    # forward sweep: saves e, c and condition
    e = 1.0
    c = 0.0
    e_saved = np.empty(4)
    c_saved = np.empty(4)
    condition_saved = np.empty(4, dtype=np.bool_)
    for k in range(4):
        condition = e > 0.2
        condition_saved[k] = condition
        if condition:
            c_saved[k] = c
            c = math.cos(x * e)
            e_saved[k] = e
            e = e * c * 0.5
        s = c * e
    value = s * c

    # reverse sweep
    s_bar = c
    c_bar = s
    e_bar = 0.0
    x_bar = 0.0
    for k in range(3, -1, -1):
        c_bar += e * s_bar
        e_bar += c * s_bar
        s_bar = 0.0
        if condition_saved[k]:
            e = e_saved[k]
            c_bar += 0.5 * e * e_bar
            e_bar = 0.5 * c * e_bar
            c = c_saved[k]
            product_bar = -math.sin(x * e) * c_bar
            x_bar += e * product_bar
            e_bar += x * product_bar
            c_bar = 0.0
    return value, x_bar
