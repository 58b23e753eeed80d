"""The forward algorithm of a hidden Markov model, rescaled at every step."""

import math

import numpy as np


def hidden_markov_forward(transition, emission, start, observed):
    states = len(start)
    alpha = start * emission[:, observed[0]]
    log_likelihood = 0.0
    for t in range(1, len(observed)):
        scale = np.sum(alpha)
        log_likelihood += math.log(scale)
        following = np.zeros(states)
        for j in range(states):
            for i in range(states):
                following[j] += alpha[i] / scale * transition[i, j]
            following[j] *= emission[j, observed[t]]
        alpha = following
    return log_likelihood + math.log(np.sum(alpha))


EXAMPLE = (
    np.array([[0.7, 0.3], [0.4, 0.6]]),
    np.array([[0.5, 0.4, 0.1], [0.1, 0.3, 0.6]]),
    np.array([0.6, 0.4]),
    np.array([0, 1, 2, 1]),
)
