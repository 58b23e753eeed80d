import numpy as np


def loop_variable_that_was_a_float_value_and_grad(x, n):
    """The value of loop_variable_that_was_a_float, and its gradient with respect to
    x.
    """
    # forward sweep: saves t and i
    t = x[1] * x[0]
    s = x[0]
    t_saved = np.empty(n)
    for k in range(n):
        t_saved[k] = t
        t = k
        s *= 1.0 + 0.1 * t
    s += t
    i = x[2] * x[2]
    i_saved = np.empty(len(x))
    for k_2 in range(len(x)):
        i_saved[k_2] = i
        i = k_2
        v = x[k_2]
        s += i * v * v
    value = s * (i + 1.0) + t * x[2]

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = i + 1.0
    i_bar = s
    t_bar = x[2]
    x_bar[2] += t
    for k_2 in range(len(x) - 1, -1, -1):
        x_bar[k_2] += 2.0 * i * x[k_2] * s_bar
        i = i_saved[k_2]
        i_bar = 0.0
    x_bar[2] += 2.0 * x[2] * i_bar
    t_bar += s_bar
    for k in range(n - 1, -1, -1):
        s_bar = (1.0 + 0.1 * t) * s_bar
        t = t_saved[k]
        t_bar = 0.0
    x_bar[1] += x[0] * t_bar
    x_bar[0] += s_bar + x[1] * t_bar
    return value, x_bar
