import numpy as np


def view_in_a_branch_not_taken_value_and_grad(x, y):
    """The value of view_in_a_branch_not_taken, and its gradient with respect to x
    and y.
    """
    # forward sweep
    s = x
    c = np.zeros(4)
    if y > 0.0:
        v = c[1:3]
        for i in range(len(v)):
            v[i] += y
        s += v[0] * v[1]

    # reverse sweep
    c_bar = np.zeros_like(c)
    y_bar = 0.0
    if y > 0.0:
        v_bar = c_bar[1:3]
        v_bar[0] += v[1] * x
        v_bar[1] += v[0] * x
        for i in range(len(v)):
            y_bar += v_bar[i]
    return s * x, s + x, y_bar
