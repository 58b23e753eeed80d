import math

import numpy as np


def range_bounds_computed_in_the_loop_value_and_grad(x):
    """The value of range_bounds_computed_in_the_loop, and its gradient with respect
    to x.
    """
    # forward sweep: saves start and s
    s = 0.3
    start = 0
    width = 1
    start_saved = []
    s_saved = []
    while start + width <= len(x):
        for i in range(start, start + width):
            s_saved.append(s)
            s = math.sin(s) + x[i] * s
        start_saved.append(start)
        start += width
        width += 1
    value = s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for trip in range(len(start_saved)):
        width -= 1
        start = start_saved.pop()
        for i in range(start + width - 1, start - 1, -1):
            s = s_saved.pop()
            x_bar[i] += s * s_bar
            s_bar = (math.cos(s) + x[i]) * s_bar
    return value, x_bar
