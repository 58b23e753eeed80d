import math

import numpy as np


def break_that_keeps_carried_state_value_and_grad(x):
    """The value of break_that_keeps_carried_state, and its gradient with respect to
    x.
    """
    # forward sweep: saves s and trips
    s = x[0]
    s_saved = []
    s_saved_2 = np.empty(4)
    trips_saved = np.empty(4, dtype=np.int64)
    for i in range(4):
        trips = 0
        for j in range(10):
            trips += 1
            s_saved.append(s)
            s = s * x[1] * 0.8 + 0.1 * math.sin(s)
            if j * x[0] > i + 1.3:
                break
            s = s + 0.05 * x[0]
        trips_saved[i] = trips
        s_saved_2[i] = s
        s = s + x[0] * s * 0.1
    value = s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(3, -1, -1):
        s = s_saved_2[i]
        x_bar[0] += 0.1 * s * s_bar
        s_bar = (1.0 + 0.1 * x[0]) * s_bar
        trips = trips_saved[i]
        for j in range(trips - 1, -1, -1):
            if not j * x[0] > i + 1.3:
                x_bar[0] += 0.05 * s_bar
            s = s_saved.pop()
            x_bar[1] += 0.8 * s * s_bar
            s_bar = (0.8 * x[1] + 0.1 * math.cos(s)) * s_bar
    x_bar[0] += s_bar
    return value, x_bar
