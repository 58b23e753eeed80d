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
        sin_x = np.sin(x[i])
        total_dot += kept_dot * sin_x + kept * np.cos(x[i]) * x_dot[i]
        total += kept * sin_x
    return total * kept, total_dot * kept + total * kept_dot
