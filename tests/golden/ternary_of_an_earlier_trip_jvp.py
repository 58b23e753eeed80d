import numpy as np


def ternary_of_an_earlier_trip_jvp(x, scale, x_dot, scale_dot):
    """The value of ternary_of_an_earlier_trip, and its derivative in the direction
    x_dot, scale_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(len(x)):
        if not (i > 0 and x[i] > 1.0):
            kept_dot = x_dot[i] * scale + x[i] * scale_dot
            kept = x[i] * scale
        if i > 0:
            choice_dot = mean_dot
            choice = mean
        else:
            choice_dot = x_dot[i]
            choice = x[i]
        mean_dot = 0.5 * choice_dot + 0.5 * kept_dot
        mean = 0.5 * choice + 0.5 * kept
        sin_x_dot = np.cos(x[i]) * x_dot[i]
        sin_x = np.sin(x[i])
        term = (kept_dot * sin_x + kept * sin_x_dot) * mean
        total_dot += term + kept * sin_x * mean_dot
        total += kept * sin_x * mean
    return total * kept, total_dot * kept + total * kept_dot
