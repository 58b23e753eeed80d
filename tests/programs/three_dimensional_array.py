"""Elements, rows and planes of an array of rank three."""

import numpy as np


def three_dimensional_array(a):
    b = np.zeros(a.shape)
    for i in range(a.shape[0]):
        plane = a[i]
        for j in range(a.shape[1]):
            for k in range(a.shape[2]):
                b[i, j, k] = plane[j, k] * a[i, j, 0] + i
        b[i, 0] *= plane[1]
    s = 0.0
    for k in range(a.shape[2]):
        column = b[:, 1, k]
        s += column[0] * column[1] + b[1, 0, k] ** 2
    return s


EXAMPLE = (np.array([[[0.7, 1.3], [-0.4, 0.9]], [[0.3, -0.8], [1.1, 0.5]]]),)
