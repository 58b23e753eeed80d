import math

import numpy as np


def handler_that_takes_another_way_value_and_grad(x):
    """The value of handler_that_takes_another_way, and its gradient with respect to
    x.
    """
    # forward sweep: saves s, step, sqrt_v and failed
    s = 1.0
    step = 0.0
    s_saved = np.empty(len(x))
    step_saved = np.empty(len(x))
    step_saved_2 = np.empty(len(x))
    sqrt_v_saved = np.empty(len(x))
    failed_saved = np.empty(len(x), dtype=np.bool_)
    for i in range(len(x)):
        failed = False
        v = x[i]
        if v < 0.0:
            failed = True
        else:
            sqrt_v = math.sqrt(v)
            sqrt_v_saved[i] = sqrt_v
            step_saved[i] = step
            step = sqrt_v
        failed_saved[i] = failed
        if failed:
            step_saved_2[i] = step
            step = x[i] * x[i]
        s_saved[i] = s
        s = s * 0.5 + step * s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    step_bar = 0.0
    for i in range(len(x) - 1, -1, -1):
        step_bar += s_saved[i] * s_bar
        s_bar = (0.5 + step) * s_bar
        failed = failed_saved[i]
        if failed:
            step = step_saved_2[i]
            x_bar[i] += 2.0 * x[i] * step_bar
            step_bar = 0.0
        v = x[i]
        if not v < 0.0:
            step = step_saved[i]
            x_bar[i] += step_bar / (2.0 * sqrt_v_saved[i])
            step_bar = 0.0
    return s, x_bar
