import math

import numpy as np


def while_within_for_value_and_grad(x):
    """The value of while_within_for, and its gradient with respect to x."""
    # forward sweep: saves s, t and trips
    s = 1.0
    s_saved = np.empty(len(x))
    t_saved = np.empty(len(x))
    trips_saved = np.empty(len(x), dtype=np.int64)
    for i in range(len(x)):
        t = x[i]
        trips = 0
        while t * t < 4.0:
            trips += 1
            t = t * 1.5 + 0.1 * s
            s = s + 0.1 * t
        t_saved[i] = t
        trips_saved[i] = trips
        s_saved[i] = s
        s = math.sin(s) * t
    value = s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(len(x) - 1, -1, -1):
        s = s_saved[i]
        t_bar = math.sin(s) * s_bar
        s_bar = math.cos(s) * t_saved[i] * s_bar
        trips = trips_saved[i]
        for trip in range(trips):
            t_bar += 0.1 * s_bar
            s_bar += 0.1 * t_bar
            t_bar = 1.5 * t_bar
        x_bar[i] += t_bar
    return value, x_bar
