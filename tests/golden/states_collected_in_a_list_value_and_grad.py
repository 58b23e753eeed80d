import numpy as np


def states_collected_in_a_list_value_and_grad(start, rate, steps):
    """The value of states_collected_in_a_list, and its gradient with respect to
    start and rate.
    """
    # forward sweep: saves state and state_bar
    state = start.copy()
    state_bar = np.zeros_like(state)
    row = state.copy()
    states_values = np.empty((max(steps, 0) + 1, len(row)))
    states_values[0, :] = row
    state_saved = []
    state_bar_saved = []
    for k in range(steps):
        state_saved.append(state)
        state_bar_saved.append(state_bar)
        state = state + rate * state * (1.0 - state)
        state_bar = np.zeros_like(state)
        row_2 = state.copy()
        states_values[k + 1, :] = row_2
    path = states_values.copy()
    value = np.sum(path * path) + states_values[-1][0] * path[1, 1]

    # reverse sweep
    start_bar = np.zeros_like(start)
    states_values_bar = np.zeros_like(states_values)
    path_bar = 2.0 * path
    states_values_bar[-1][0] += path[1, 1]
    path_bar[1, 1] += states_values[-1][0]
    states_values_bar += path_bar
    rate_bar = 0.0
    for k in range(steps - 1, -1, -1):
        row_2_bar = states_values_bar[k + 1, :].copy()
        states_values_bar[k + 1, :] = 0.0
        state_bar += row_2_bar
        state_new_bar = state_bar
        state = state_saved.pop()
        state_bar = state_bar_saved.pop()
        state_bar += state_new_bar
        product_bar = (1.0 - state) * state_new_bar
        rate_bar += np.sum(state * product_bar)
        state_bar += rate * product_bar
        state_bar -= rate * state * state_new_bar
    row_bar = states_values_bar[0, :].copy()
    state_bar += row_bar
    start_bar += state_bar
    return value, start_bar, rate_bar
