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
    for i in range(len(row)):
        states_values_dot[0, i] = row_dot[i]
        states_values[0, i] = row[i]
    for _ in range(steps):
        state_new_dot = np.empty_like(state)
        state_new = np.empty_like(state)
        for i in range(len(state)):
            term_2 = (rate_dot * state[i] + rate * state_dot[i]) * (1.0 - state[i])
            term = term_2 - rate * state[i] * state_dot[i]
            state_new_dot[i] = state_dot[i] + term
            state_new[i] = state[i] + rate * state[i] * (1.0 - state[i])
        state_dot = state_new_dot
        state = state_new
        row_2_dot = state_dot.copy()
        row_2 = state.copy()
        for i in range(len(row)):
            states_values_dot[_ + 1, i] = row_2_dot[i]
            states_values[_ + 1, i] = row_2[i]
    path_dot = states_values_dot.copy()
    path = states_values.copy()
    total_dot = 0.0
    total = 0.0
    for i in range(steps + 1):
        for j in range(len(row)):
            total_dot += path_dot[i, j] * path[i, j] + path[i, j] * path_dot[i, j]
            total += path[i, j] * path[i, j]
    term_4 = states_values[-1][0] * path_dot[1, 1]
    term_3 = states_values_dot[-1][0] * path[1, 1] + term_4
    value_dot = total_dot + term_3
    return total + states_values[-1][0] * path[1, 1], value_dot
