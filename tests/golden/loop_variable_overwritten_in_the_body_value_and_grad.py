import numpy as np


def loop_variable_overwritten_in_the_body_value_and_grad(x):
    """The value of loop_variable_overwritten_in_the_body, and its gradient with
    respect to x.
    """
    # forward sweep: saves s and i
    s = 1.0
    s_saved = np.empty(len(x))
    i_last_saved = np.empty(len(x), dtype=np.int64)
    for i_2 in range(len(x)):
        i = i_2
        i = (2 * i + 1) % len(x)
        s_saved[i_2] = s
        s = s * x[i] + 0.5
        i += 1
        i_last_saved[i_2] = i
        s += i * x[0]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i_2 in range(len(x) - 1, -1, -1):
        i = i_last_saved[i_2]
        x_bar[0] += i * s_bar
        i -= 1
        x_bar[i] += s_saved[i_2] * s_bar
        s_bar = x[i] * s_bar
    return s, x_bar
