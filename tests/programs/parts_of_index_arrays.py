"""Parts, transposes and arguments of what index arrays take."""

import numpy as np


def product(p):
    return p[0] * p[1]


def parts_of_index_arrays(x, r, k):
    total = r[k][0] + product(r[k]) + np.sum(x[k].T * r)
    v = r[k][1:]
    total += np.sum(v * v) + x[k][1][0] * x[k][0, 1]
    total += np.sum(x[:, k][1]) + np.sum(x[k - 1][0] * r)
    total += product(x[1][k]) + product(x.T[k][1]) + product(r[k][k])
    pair = (r[k][0], r[k][2])
    return total + pair[0] * pair[1] + np.sum(r[::-1][k][::-1] * r)


EXAMPLE = (
    np.arange(9.0).reshape(3, 3) / 4.0,
    np.array([0.3, 0.5, 0.7]),
    np.array([2, 0, 2]),
)
