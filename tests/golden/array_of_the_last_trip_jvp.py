import numpy as np


def array_of_the_last_trip_jvp(x, x_dot):
    """The value of array_of_the_last_trip, and its derivative in the direction
    x_dot.
    """
    s_dot = 0.0
    s = 1.0
    for i in range(3):
        row_dot = np.empty_like(x)
        row = np.empty_like(x)
        for j in range(len(x)):
            row_dot[j] = x_dot[j] * s + x[j] * s_dot
            row[j] = x[j] * s
        s_dot = s_dot * row[i] + s * row_dot[i]
        s = s * row[i]
        row_dot[0] = row_dot[0] * s + row[0] * s_dot
        row[0] = row[0] * s
        square_dot = np.empty_like(x)
        square = np.empty_like(x)
        for j in range(len(x)):
            square_dot[j] = row_dot[j] * row[j] + row[j] * row_dot[j]
            square[j] = row[j] * row[j]
    if len(square) != len(row):
        raise ValueError("square and row have different shapes")
    total_dot = 0.0
    total = 0.0
    for i in range(len(square)):
        total_dot += square_dot[i] * row[i] + square[i] * row_dot[i]
        total += square[i] * row[i]
    return s + total, s_dot + total_dot
