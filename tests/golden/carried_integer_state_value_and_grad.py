import numpy as np


def carried_integer_state_value_and_grad(x):
    """The value of carried_integer_state, and its gradient with respect to x."""
    # forward sweep: saves s and state
    state = 7
    s = 0.5
    s_saved = np.empty(6)
    s_saved_2 = np.empty(6)
    state_saved = np.empty(6, dtype=np.int64)
    for k in range(6):
        state_saved[k] = state
        state = (5 * state + 3) % 16
        if state % 2 == 0:
            if len(x) == 0:
                raise ZeroDivisionError("division by zero")
            s_saved[k] = s
            s = s * x[state % len(x)] + 0.1
        else:
            if len(x) == 0:
                raise ZeroDivisionError("division by zero")
            s_saved_2[k] = s
            s = s + x[state % len(x)] * s * 0.5

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for k in range(5, -1, -1):
        if state % 2 == 0:
            x_bar[state % len(x)] += s_saved[k] * s_bar
            s_bar = x[state % len(x)] * s_bar
        else:
            x_bar[state % len(x)] += 0.5 * s_saved_2[k] * s_bar
            s_bar = (1.0 + 0.5 * x[state % len(x)]) * s_bar
        state = state_saved[k]
    return s, x_bar
