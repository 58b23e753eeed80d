import numpy as np


def break_out_of_a_loop_value_and_grad(x):
    """The value of break_out_of_a_loop, and its gradient with respect to x."""
    # forward sweep: saves s
    s = 0.0
    trips = 0
    s_saved = []
    for i in range(len(x)):
        trips += 1
        if x[i] > 5.0:
            break
        s += x[i] ** 3
        s_saved.append(s)
        s *= x[0]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(trips - 1, -1, -1):
        if not x[i] > 5.0:
            x_bar[0] += s_saved.pop() * s_bar
            s_bar = x[0] * s_bar
            x_bar[i] += 3.0 * x[i] ** 2 * s_bar
    return s, x_bar
