"""Elements are added to, multiplied and divided in place, some twice a trip."""

import numpy as np


def augmented_elements(x):
    y = np.ones(2)
    for i in range(len(x)):
        y[i % 2] += x[i] * x[i]
        y[0] *= x[i]
        y[1] /= 1.0 + y[0] * y[0]
        y[i // 2] -= x[0]
    return y[0] * y[1]


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
