import numpy as np


def states_collected_in_a_list_jvp(start, rate, steps, start_dot, rate_dot):
    """The value of states_collected_in_a_list, and its derivative in the direction
    start_dot, rate_dot.
    """
    state_dot = start_dot.copy()
    state = start.copy()
    row_dot = state_dot.copy()
    row = state.copy()
    states_values_dot = np.zeros((max(steps, 0) + 1, len(row)))
    states_values = np.empty((max(steps, 0) + 1, len(row)))
    states_values_dot[0, :] = row_dot
    states_values[0, :] = row
    for _ in range(steps):
        term_2 = (rate_dot * state + rate * state_dot) * (1.0 - state)
        term = term_2 - rate * state * state_dot
        state_dot = state_dot + term
        state = state + rate * state * (1.0 - state)
        row_2_dot = state_dot.copy()
        row_2 = state.copy()
        states_values_dot[_ + 1, :] = row_2_dot
        states_values[_ + 1, :] = row_2
    path_dot = states_values_dot.copy()
    path = states_values.copy()
    term_4 = states_values[-1][0] * path_dot[1, 1]
    term_3 = states_values_dot[-1][0] * path[1, 1] + term_4
    value_dot = np.sum(path_dot * path + path * path_dot) + term_3
    return np.sum(path * path) + states_values[-1][0] * path[1, 1], value_dot
