"""Arrays that each trip makes anew; the last ones are used after the loop."""

import numpy as np


def array_of_the_last_trip(x):
    s = 1.0
    for i in range(3):
        row = x * s
        s = s * row[i]
        row[0] = row[0] * s
        square = row * row
    return s + np.sum(square * row)


EXAMPLE = (np.array([1.1, 1.3, 0.7]),)
