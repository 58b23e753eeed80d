import numpy as np


def states_collected_in_a_list_value_and_grad(start, rate, steps):
    """The value of states_collected_in_a_list, and its gradient with respect to
    start and rate.
    """
    # forward sweep: saves state
    state = start.copy()
    row = state.copy()
    states_values = np.empty((max(steps, 0) + 1, len(row)))
    for i in range(len(row)):
        states_values[0, i] = row[i]
    state_saved = []
    for k in range(steps):
        state_new = np.empty_like(state)
        for i in range(len(state)):
            state_new[i] = state[i] + rate * state[i] * (1.0 - state[i])
        state_saved.append(state)
        state = state_new
        row_2 = state.copy()
        for i in range(len(row)):
            states_values[k + 1, i] = row_2[i]
    path = states_values.copy()
    total = 0.0
    for i in range(steps + 1):
        for j in range(len(row)):
            total += path[i, j] * path[i, j]

    # reverse sweep
    states_values_bar = np.zeros_like(states_values)
    path_bar = np.zeros_like(path)
    states_values_bar[-1][0] += path[1, 1]
    path_bar[1, 1] += states_values[-1][0]
    for i in range(steps + 1):
        for j in range(len(row)):
            path_bar[i, j] += 2.0 * path[i, j]
    states_values_bar += path_bar
    state_bar = np.zeros_like(state)
    rate_bar = 0.0
    for k in range(steps - 1, -1, -1):
        row_2_bar = np.empty_like(state)
        for i in range(len(row)):
            row_2_bar[i] = states_values_bar[k + 1, i]
            states_values_bar[k + 1, i] = 0.0
        state_bar += row_2_bar
        state = state_saved.pop()
        state_new_bar = state_bar
        state_bar = np.empty_like(state)
        for i in range(len(state)):
            product_bar = (1.0 - state[i]) * state_new_bar[i]
            rate_bar += state[i] * product_bar
            state_bar[i] = state_new_bar[i] + rate * product_bar
            state_bar[i] -= rate * state[i] * state_new_bar[i]
    row_bar = np.empty_like(row)
    for i in range(len(row)):
        row_bar[i] = states_values_bar[0, i]
    state_bar += row_bar
    return total + states_values[-1][0] * path[1, 1], state_bar, rate_bar
