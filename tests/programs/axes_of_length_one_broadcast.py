"""A column of one and a row of one spread over each other."""

import numpy as np


def axes_of_length_one_broadcast(column, row):
    table = column * row + column
    table = table / (2.0 + row * row)
    table *= column
    return np.sum(table * table)


EXAMPLE = (np.array([[0.7], [1.3]]), np.array([[0.4, -0.9, 0.6]]))
