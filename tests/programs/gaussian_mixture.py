"""The log-likelihood of a mixture of normals by a stable log of a sum."""

import math

import numpy as np


def gaussian_mixture(x, weight, mean, log_width):
    k = len(mean)
    total = 0.0
    term = np.empty(k)
    for value in x:
        high = -1e300
        for j in range(k):
            z = (value - mean[j]) * math.exp(-log_width[j])
            term[j] = math.log(weight[j]) - log_width[j] - 0.5 * z * z
            high = max(high, term[j])
        s = 0.0
        for j in range(k):
            s += math.exp(term[j] - high)
        total += high + math.log(s)
    return total


EXAMPLE = (
    np.array([0.7, 1.3, -0.4]),
    np.array([0.4, 0.6]),
    np.array([-0.2, 1.1]),
    np.array([0.1, -0.3]),
)
