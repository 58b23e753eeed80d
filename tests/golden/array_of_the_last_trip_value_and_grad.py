import numpy as np


def array_of_the_last_trip_value_and_grad(x):
    """The value of array_of_the_last_trip, and its gradient with respect to x."""
    # forward sweep: saves s and row
    s = 1.0
    square = np.empty(0)
    row = np.empty(0)
    s_saved = np.empty(3)
    row_saved_2 = np.empty(3)
    row_saved = []
    for i in range(3):
        row = np.empty_like(x)
        row_saved.append(row)
        for j in range(len(x)):
            row[j] = x[j] * s
        s_saved[i] = s
        s = s * row[i]
        row_saved_2[i] = row[0]
        row[0] = row[0] * s
        square = np.empty_like(x)
        for j in range(len(x)):
            square[j] = row[j] * row[j]
    if len(square) != len(row):
        raise ValueError("square and row have different shapes")
    total = 0.0
    for i in range(len(square)):
        total += square[i] * row[i]
    value = s + total

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    row_bar = np.zeros_like(row)
    square_bar = np.empty_like(square)
    for i in range(len(square)):
        square_bar[i] = row[i]
        row_bar[i] += square[i]
    for i in range(2, -1, -1):
        row = row_saved.pop()
        for j in range(len(x)):
            row_bar[j] += 2.0 * row[j] * square_bar[j]
        square_bar = np.zeros_like(square)
        row[0] = row_saved_2[i]
        row_part_bar = row_bar[0]
        row_bar[0] = s * row_part_bar
        s_bar += row[0] * row_part_bar
        s = s_saved[i]
        row_bar[i] += s * s_bar
        s_bar = row[i] * s_bar
        for j in range(len(x)):
            x_bar[j] += s * row_bar[j]
            s_bar += x[j] * row_bar[j]
        row_bar = np.zeros_like(row)
    return value, x_bar
