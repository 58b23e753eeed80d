import numpy as np


def while_until_large_value_and_grad(x):
    """The value of while_until_large, and its gradient with respect to x."""
    # forward sweep: saves s
    s = x[0]
    s_saved = []
    while s < 10.0:
        s_saved.append(s)
        s = s * (1.5 + 0.1 * x[1] * x[1]) + x[2] * x[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for trip in range(len(s_saved)):
        x_bar[1] += 0.2 * x[1] * s_saved.pop() * s_bar
        x_bar[2] += 2.0 * x[2] * s_bar
        s_bar = (1.5 + 0.1 * x[1] * x[1]) * s_bar
    x_bar[0] += s_bar
    return s, x_bar
