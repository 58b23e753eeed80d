import numpy as np


def condition_reads_a_value_overwritten_later_value_and_grad(x):
    """The value of condition_reads_a_value_overwritten_later, and its gradient with
    respect to x.
    """
    # forward sweep: saves s
    t = x[0]
    s = x[1]
    if t > 0.5:
        s_saved = s
        s = s * t
    t_2 = -t * s
    if t_2 > 0.5:
        s_saved_2 = s
        s = s + t_2 * t_2
    t_3 = s * t_2
    value = s * t_3

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = t_3 + t_2 * s
    t_2_bar = s * s
    if t_2 > 0.5:
        s = s_saved_2
        t_2_bar += 2.0 * t_2 * s_bar
    t_bar = -s * t_2_bar
    s_bar -= t * t_2_bar
    if t > 0.5:
        s = s_saved
        t_bar += s * s_bar
        s_bar = t * s_bar
    x_bar[1] += s_bar
    x_bar[0] += t_bar
    return value, x_bar
