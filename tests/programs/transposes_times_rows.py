"""Transposed matrices beside vectors, which are spread over their rows."""

import numpy as np


def transposes_times_rows(x, r):
    total = np.sum(x.T * r) + np.sum(x[:, ::-1].T * r)
    y = x.T
    total += np.sum((y - r) ** 2) + np.sum(r - x.T)
    return total + np.sum(np.sin(x.T) * r)


EXAMPLE = (np.arange(9.0).reshape(3, 3) / 4.0, np.array([0.3, 0.5, 0.7]))
