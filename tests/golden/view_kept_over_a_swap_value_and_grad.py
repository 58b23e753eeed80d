import numpy as np


def view_kept_over_a_swap_value_and_grad(x):
    """The value of view_kept_over_a_swap, and its gradient with respect to x."""
    # forward sweep
    a = x.copy()
    a_bar = np.zeros_like(a)
    b = np.ones(2)
    b_bar = np.zeros_like(b)
    v = a[1:]
    v_bar = a_bar[1:]
    a_2, b_2 = b, a
    a_2_bar, b_2_bar = b_bar, a_bar

    # reverse sweep
    x_bar = np.zeros_like(x)
    v_bar[0] += b_2[0]
    b_2_bar[0] += v[0]
    b_bar, a_bar = a_2_bar, b_2_bar
    x_bar += a_bar
    return v[0] * b_2[0], x_bar
