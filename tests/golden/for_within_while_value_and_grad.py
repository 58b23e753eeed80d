import math

import numpy as np


def for_within_while_value_and_grad(x):
    """The value of for_within_while, and its gradient with respect to x."""
    # forward sweep: saves s
    s = 0.1
    rounds = 1
    trips = 0
    s_saved = []
    while s < 2.0 and rounds < 6:
        trips += 1
        for i in range(rounds):
            if len(x) == 0:
                raise ZeroDivisionError("division by zero")
            s_saved.append(s)
            s = s + 0.2 * x[i % len(x)] * math.cos(s)
        s = s * 1.3 + 0.2
        rounds += 1
    value = s * rounds

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0 * rounds
    for trip in range(trips):
        rounds -= 1
        s_bar = 1.3 * s_bar
        for i in range(rounds - 1, -1, -1):
            s = s_saved.pop()
            x_bar[i % len(x)] += 0.2 * math.cos(s) * s_bar
            s_bar -= 0.2 * math.sin(s) * x[i % len(x)] * s_bar
    return value, x_bar
