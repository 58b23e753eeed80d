import numpy as np


def running_maximum_by_max_value_and_grad(x):
    """The value of running_maximum_by_max, and its gradient with respect to x."""
    # forward sweep: saves high
    high = x[0]
    s = 0.0
    high_saved = np.empty(len(x))
    for i in range(1, len(x)):
        high_saved[i] = high
        high = max(high, x[i])
        s += high * x[i - 1]

    # reverse sweep
    x_bar = np.zeros_like(x)
    high_bar = 0.0
    for i in range(len(x) - 1, 0, -1):
        high_bar += x[i - 1]
        x_bar[i - 1] += high
        high = high_saved[i]
        x_bar[i] += high_bar if x[i] > high else 0.0
        high_bar = 0.0 if x[i] > high else high_bar
    x_bar[0] += high_bar
    return s, x_bar
