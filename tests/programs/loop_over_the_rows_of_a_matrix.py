"""A loop over a matrix gives its rows, which are themselves looped over."""

import numpy as np


def loop_over_the_rows_of_a_matrix(a):
    s = 0.0
    for row in a:
        p = 1.0
        for value in row:
            p *= value
        s += p * p + row[0]
    return s


EXAMPLE = (np.array([[0.7, 1.3, -0.4], [1.1, -0.8, 0.5]]),)
