"""The states of a simulation are collected in a list, and stacked."""

import numpy as np


def states_collected_in_a_list(start, rate, steps):
    state = start.copy()
    states = [state.copy()]
    for _ in range(steps):
        state = state + rate * state * (1.0 - state)
        states.append(state.copy())
    path = np.array(states)
    return np.sum(path * path) + states[-1][0] * path[1, 1]


EXAMPLE = (np.array([0.2, 0.7]), 0.3, 4)
