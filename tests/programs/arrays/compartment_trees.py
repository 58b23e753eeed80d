"""Drug levels after several doses, from the exponential of a matrix of flows."""

import numpy as np
from scipy.linalg import expm


def compartment_trees(flows, out, doses, interval, measured):
    rates = flows - np.diag(flows.sum(axis=0) + out)
    step = expm(interval * rates)
    state = np.zeros(len(out))
    levels = np.empty(len(doses))
    for k, dose in enumerate(doses):
        state = step @ (state + dose * np.array([1.0, 0.0, 0.0]))
        levels[k] = state[1]
    return np.sum((np.log(levels) - np.log(measured)) ** 2)


EXAMPLE = (
    np.array([[0.0, 0.1, 0.0], [0.5, 0.0, 0.2], [0.0, 0.3, 0.0]]),
    np.array([0.05, 0.2, 0.1]),
    np.array([1.0, 0.6, 0.8]),
    0.7,
    np.array([0.2, 0.35, 0.4]),
)
