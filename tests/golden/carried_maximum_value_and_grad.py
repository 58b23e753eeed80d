import numpy as np


def carried_maximum_value_and_grad(x):
    """The value of carried_maximum, and its gradient with respect to x."""
    # forward sweep: saves condition
    best = -1e300
    where = 0
    condition_saved = np.empty(len(x), dtype=np.bool_)
    for i in range(len(x)):
        value = x[i] * (2.0 - x[i])
        condition = value > best
        condition_saved[i] = condition
        if condition:
            best = value
            where = i

    # reverse sweep
    x_bar = np.zeros_like(x)
    best_bar = 2.0 * best
    x_bar[where] += where
    for i in range(len(x) - 1, -1, -1):
        if condition_saved[i]:
            x_bar[i] += (2.0 - 2.0 * x[i]) * best_bar
            best_bar = 0.0
    return best * best + where * x[where], x_bar
