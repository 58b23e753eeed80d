"""Arrays born of zeros, ones, full, empty and their likes."""

import numpy as np


def arrays_of_every_birth(x, fill):
    a = np.zeros_like(x)
    b = np.ones(len(x))
    c = np.full(3, fill)
    d = np.full_like(x, 2.0)
    e = np.empty_like(x)
    f = np.ones_like(x)
    for i in range(len(x)):
        a[i] += x[i] * c[i]
        b[i] *= x[i] * d[i]
        e[i] = a[i] * b[i] + c[i]
        f[i] -= e[i]
    return f[0] * f[1] + f[2] * c[0]


EXAMPLE = (np.array([0.7, 1.3, -0.4]), 0.6)
