"""An integer recurrence, carried from trip to trip, chooses what is multiplied."""

import numpy as np


def carried_integer_state(x):
    state = 7
    s = 0.5
    for _ in range(6):
        state = (5 * state + 3) % 16
        if state % 2 == 0:
            s = s * x[state % len(x)] + 0.1
        else:
            s = s + x[state % len(x)] * s * 0.5
    return s


EXAMPLE = (np.array([0.7, 1.3, -0.4]),)
