import math

import numpy as np


def endless_loop_left_in_its_first_trip_value_and_grad(x):
    """The value of endless_loop_left_in_its_first_trip, and its gradient with
    respect to x.
    """
    # forward sweep: saves s_by_s_start and s_by_x_i
    s = 0.5
    s_by_s_start_saved = np.empty(2)
    s_by_x_i_saved = np.empty(2)
    for i in range(2):
        x_i = x[i]
        s_by_s_start = 1.0
        s_by_x_i = 0.0
        while True:
            sin_s = math.sin(s)
            cos_s = math.cos(s)
            s_by_x_i = cos_s * s_by_x_i * x_i + sin_s
            s_by_s_start = cos_s * s_by_s_start * x_i
            s = sin_s * x_i + 0.3
            if s < 10.0:
                break
        s_by_s_start_saved[i] = s_by_s_start
        s_by_x_i_saved[i] = s_by_x_i
    t = x[0]
    trips = 0
    while True:
        trips += 1
        t = x[1] * 2.0 * s
        if t < 10.0:
            break

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = t
    t_bar = s
    for trip in range(trips):
        x_bar[1] += 2.0 * s * t_bar
        s_bar += 2.0 * x[1] * t_bar
        t_bar = 0.0
    x_bar[0] += t_bar
    for i in range(1, -1, -1):
        x_bar[i] += s_by_x_i_saved[i] * s_bar
        s_bar = s_by_s_start_saved[i] * s_bar
    return s * t, x_bar
