import math

import numpy as np


def hidden_markov_forward_value_and_grad(transition, emission, start, observed):
    """The value of hidden_markov_forward, and its gradient with respect to
    transition, emission and start.
    """
    # forward sweep: saves alpha, following and scale
    states = len(start)
    if start.shape != emission[:, observed[0]].shape:
        raise ValueError("start and emission[:, observed[0]] have different shapes")
    observed_0 = observed[0]
    alpha = np.empty_like(start)
    for i in range(states):
        alpha[i] = start[i] * emission[i, observed_0]
    log_likelihood = 0.0
    alpha_saved = []
    following_saved_2 = np.empty((len(observed), states))
    following_saved = []
    scale_saved = np.empty(len(observed))
    for t in range(1, len(observed)):
        scale = 0.0
        for i in range(len(alpha)):
            scale += alpha[i]
        scale_saved[t] = scale
        log_likelihood += math.log(scale)
        following = np.zeros(states)
        following_saved.append(following)
        for j in range(states):
            for i in range(states):
                following[j] += alpha[i] / scale * transition[i, j]
            following_saved_2[t, j] = following[j]
            following[j] *= emission[j, observed[t]]
        alpha_saved.append(alpha)
        alpha = following
    total = 0.0
    for i in range(len(alpha)):
        total += alpha[i]
    value = log_likelihood + math.log(total)

    # reverse sweep
    transition_bar = np.zeros_like(transition)
    emission_bar = np.zeros_like(emission)
    start_bar = np.empty_like(start)
    total_bar = 1.0 / total
    alpha_bar = np.empty_like(alpha)
    for i in range(len(alpha)):
        alpha_bar[i] = total_bar
    for t in range(len(observed) - 1, 0, -1):
        alpha = alpha_saved.pop()
        following_bar = alpha_bar
        alpha_bar = np.zeros_like(alpha)
        following = following_saved.pop()
        scale = scale_saved[t]
        scale_bar = 0.0
        for j in range(states - 1, -1, -1):
            following[j] = following_saved_2[t, j]
            following_j_bar = following_bar[j]
            following_bar[j] = emission[j, observed[t]] * following_j_bar
            emission_bar[j, observed[t]] += following[j] * following_j_bar
            for i in range(states):
                quotient = alpha[i] / scale
                transition_bar[i, j] += quotient * following_bar[j]
                numerator_bar = transition[i, j] * following_bar[j] / scale
                alpha_bar[i] += numerator_bar
                scale_bar -= quotient * numerator_bar
        scale_bar += 1.0 / scale
        for i in range(len(alpha)):
            alpha_bar[i] += scale_bar
    for i in range(states):
        start_bar[i] = emission[i, observed_0] * alpha_bar[i]
        emission_bar[i, observed_0] += start[i] * alpha_bar[i]
    return value, transition_bar, emission_bar, start_bar
