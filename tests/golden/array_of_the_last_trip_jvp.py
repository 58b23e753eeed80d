import numpy as np


def array_of_the_last_trip_jvp(x, x_dot):
    """The value of array_of_the_last_trip, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 1.0
    for i in range(3):
        row_dot = x_dot * s + x * s_dot
        row = x * s
        s_dot = s_dot * row[i] + s * row_dot[i]
        s = s * row[i]
        row_dot[0] = row_dot[0] * s + row[0] * s_dot
        row[0] = row[0] * s
        square_dot = row_dot * row + row * row_dot
        square = row * row
    if square.shape != row.shape:
        raise ValueError("square and row have different shapes")
    value = s + np.sum(square * row)
    return value, s_dot + np.sum(square_dot * row + square * row_dot)
