import numpy as np


def method_chosen_by_a_string_value_and_grad(x):
    """The value of method_chosen_by_a_string, and its gradient with respect to x."""
    # forward sweep
    s = 0.0
    for i in range(1, len(x)):
        s += 0.5 * (x[i] ** 2 + x[i - 1] ** 2)

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 2.0 * s
    for i in range(1, len(x)):
        x_bar[i] += x[i] * s_bar
        x_bar[i - 1] += x[i - 1] * s_bar
    return s * s, x_bar
