import numpy as np


def branch_overwrites_its_own_condition_value_and_grad(x):
    """The value of branch_overwrites_its_own_condition, and its gradient with
    respect to x.
    """
    s = 0.0
    x_bar = np.zeros_like(x)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        t = x[i]
        if t > 1.0:
            t_2 = t * t - 3.0 * t
            s += t_2 * x[0]
            x_bar[0] += t_2
            t_bar = (2.0 * t - 3.0) * x[0]
        else:
            t_2 = 1.0 + t * t
            s -= t_2 * t_2
            t_bar = -4.0 * t * t_2
        x_bar[i] += t_bar
    return s, x_bar
