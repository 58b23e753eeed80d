import numpy as np


def loop_variable_used_after_the_loop_value_and_grad(x):
    """The value of loop_variable_used_after_the_loop, and its gradient with respect
    to x.
    """
    # forward sweep
    s = 0.0
    i = 0
    for i in range(len(x)):
        s += x[i] * x[i]
    s_2 = s * x[i]
    for k in range(len(x)):
        if x[k] > 1.0:
            break
    value = s_2 * (k + 1) * x[k] + i * x[0]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_2_bar = (k + 1) * x[k]
    x_bar[k] += s_2 * (k + 1)
    x_bar[0] += i
    s_bar = x[i] * s_2_bar
    x_bar[i] += s * s_2_bar
    for i in range(len(x)):
        x_bar[i] += 2.0 * x[i] * s_bar
    return value, x_bar
