import math

import numpy as np


def alternating_branches_in_a_loop_value_and_grad(x, n):
    """The value of alternating_branches_in_a_loop, and its gradient with respect to
    x.
    """
    # forward sweep: saves t and s
    s = x
    t = 0.5 * x
    t_saved = np.empty(n)
    s_saved = np.empty(n)
    for i in range(n):
        if i % 2 == 0:
            s_saved[i] = s
            s = s * t + 0.3
        else:
            t_saved[i] = t
            t = math.sin(s) - t
    value = s - t * t

    # reverse sweep
    s_bar = 1.0
    t_bar = -2.0 * t
    for i in range(n - 1, -1, -1):
        if i % 2 == 0:
            s = s_saved[i]
            t_bar += s * s_bar
            s_bar = t * s_bar
        else:
            t = t_saved[i]
            s_bar += math.cos(s) * t_bar
            t_bar = -t_bar
    return value, 0.5 * t_bar + s_bar
