import math

import numpy as np


def continue_in_a_while_loop_value_and_grad(x):
    """The value of continue_in_a_while_loop, and its gradient with respect to x."""
    # forward sweep: saves s
    s = 0.4
    i = 0
    trips = 0
    s_saved = []
    while i < len(x):
        trips += 1
        i += 1
        if not x[i - 1] < 0.0:
            s_saved.append(s)
            s = s * x[i - 1] + math.cos(s)
    value = s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for trip in range(trips):
        if not x[i - 1] < 0.0:
            s = s_saved.pop()
            x_bar[i - 1] += s * s_bar
            s_bar = (x[i - 1] - math.sin(s)) * s_bar
        i -= 1
    return value, x_bar
