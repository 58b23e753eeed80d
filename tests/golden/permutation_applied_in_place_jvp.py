import numpy as np


def permutation_applied_in_place_jvp(x, permutation, x_dot):
    """The value of permutation_applied_in_place, and its derivative in the direction
    x_dot.
    """
    y_dot = np.empty_like(x)
    y = np.empty_like(x)
    for j in range(len(x)):
        y_dot[j] = x_dot[j]
        y[j] = x[j] * 1.0
    held_dot = y_dot[0]
    held = y[0]
    i = 0
    while permutation[i] != 0:
        y_dot[i] = y_dot[permutation[i]] * held + y[permutation[i]] * held_dot
        y[i] = y[permutation[i]] * held
        i = permutation[i]
    y_dot[i] = held_dot
    y[i] = held
    value_dot = y_dot[0] * y[1] + y[0] * y_dot[1] + (y_dot[2] * y[3] + y[2] * y_dot[3])
    return y[0] * y[1] + y[2] * y[3], value_dot
