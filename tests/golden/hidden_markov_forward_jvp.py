import math

import numpy as np


def hidden_markov_forward_jvp(
    transition, emission, start, observed, transition_dot, emission_dot, start_dot
):
    """The value of hidden_markov_forward, and its derivative in the direction
    transition_dot, emission_dot, start_dot.
    """
    states = len(start)
    if start.shape != emission[:, observed[0]].shape:
        raise ValueError("start and emission[:, observed[0]] have different shapes")
    observed_0 = observed[0]
    alpha_dot = np.empty_like(start)
    alpha = np.empty_like(start)
    for i in range(states):
        term = start[i] * emission_dot[i, observed_0]
        alpha_dot[i] = start_dot[i] * emission[i, observed_0] + term
        alpha[i] = start[i] * emission[i, observed_0]
    log_likelihood_dot = 0.0
    log_likelihood = 0.0
    for t in range(1, len(observed)):
        scale_dot = 0.0
        scale = 0.0
        for i in range(len(alpha)):
            scale_dot += alpha_dot[i]
            scale += alpha[i]
        log_likelihood_dot += scale_dot / scale
        log_likelihood += math.log(scale)
        following_dot = np.zeros(states)
        following = np.zeros(states)
        for j in range(states):
            for i in range(states):
                quotient = alpha[i] / scale
                quotient_dot = (alpha_dot[i] - quotient * scale_dot) / scale
                term_2 = quotient * transition_dot[i, j]
                following_dot[j] += quotient_dot * transition[i, j] + term_2
                following[j] += quotient * transition[i, j]
            term_3 = following[j] * emission_dot[j, observed[t]]
            following_dot[j] = following_dot[j] * emission[j, observed[t]] + term_3
            following[j] *= emission[j, observed[t]]
        alpha_dot = following_dot
        alpha = following
    total_dot = 0.0
    total = 0.0
    for i in range(len(alpha)):
        total_dot += alpha_dot[i]
        total += alpha[i]
    value = log_likelihood + math.log(total)
    return value, log_likelihood_dot + total_dot / total
