"""The forward algorithm of a hidden Markov model in logarithms.

Two arrays are filled anew in every trip, one from the other, and a third takes them on.
"""

import numpy as np


def forward_in_logarithms(observed, log_start, log_move, mean, log_width):
    states = len(mean)
    forward = np.empty(states)
    following = np.empty(states)
    term = np.empty(states)
    for k in range(states):
        z = (observed[0] - mean[k]) / np.exp(log_width[k])
        forward[k] = log_start[k] - log_width[k] - 0.5 * z * z
    for t in range(1, len(observed)):
        for k in range(states):
            for j in range(states):
                term[j] = forward[j] + log_move[j, k]
            top = np.max(term)
            total = 0.0
            for j in range(states):
                total += np.exp(term[j] - top)
            z = (observed[t] - mean[k]) / np.exp(log_width[k])
            following[k] = top + np.log(total) - log_width[k] - 0.5 * z * z
        forward[:] = following
    top = np.max(forward)
    return top + np.log(np.sum(np.exp(forward - top)))


EXAMPLE = (
    np.array([0.3, 1.1, -0.4, 2.0]),
    np.array([-0.7, -1.2, -1.6]),
    np.array([[-0.4, -1.6, -2.3], [-1.6, -0.5, -1.5], [-2.3, -1.2, -0.5]]),
    np.array([-0.5, 0.4, 1.5]),
    np.array([-0.3, 0.1, -0.2]),
)
