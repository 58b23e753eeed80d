import numpy as np


def permutation_applied_in_place_value_and_grad(x, permutation):
    """The value of permutation_applied_in_place, and its gradient with respect to x."""
    # forward sweep: saves i and y
    y = np.empty_like(x)
    for j in range(len(x)):
        y[j] = x[j] * 1.0
    held = y[0]
    i = 0
    i_saved = []
    y_saved = []
    while permutation[i] != 0:
        y_saved.append(y[i])
        y[i] = y[permutation[i]] * held
        i_saved.append(i)
        i = permutation[i]
    y_saved_2 = y[i]
    y[i] = held
    value = y[0] * y[1] + y[2] * y[3]

    # reverse sweep
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    y_bar[0] += y[1]
    y_bar[1] += y[0]
    y_bar[2] += y[3]
    y_bar[3] += y[2]
    y[i] = y_saved_2
    held_bar = y_bar[i]
    y_bar[i] = 0.0
    for trip in range(len(y_saved)):
        i = i_saved.pop()
        y[i] = y_saved.pop()
        y_i_bar = y_bar[i]
        y_bar[i] = 0.0
        y_bar[permutation[i]] += held * y_i_bar
        held_bar += y[permutation[i]] * y_i_bar
    y_bar[0] += held_bar
    for j in range(len(x)):
        x_bar[j] = y_bar[j]
    return value, x_bar
