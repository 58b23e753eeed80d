import numpy as np


def view_kept_over_a_swap_value_and_grad(x):
    """The value of view_kept_over_a_swap, and its gradient with respect to x."""
    # forward sweep
    a = x.copy()
    v = a[1:]

    # reverse sweep
    x_bar = np.zeros_like(x)
    a_bar = np.zeros_like(a)
    v_bar = a_bar[1:]
    v_bar[0] += a[0]
    a_bar[0] += v[0]
    x_bar += a_bar
    return v[0] * a[0], x_bar
