import numpy as np


def product_with_zeros_value_and_grad(x):
    """The value of product_with_zeros, and its gradient with respect to x."""
    # forward sweep: saves p
    p = 1.0
    s = 0.0
    p_saved = np.empty(len(x))
    for i in range(len(x)):
        p_saved[i] = p
        p *= x[i]
        s += p

    # reverse sweep
    x_bar = np.zeros_like(x)
    p_bar = 2.0 * p
    for i in range(len(x) - 1, -1, -1):
        p_bar += 1.0
        x_bar[i] += p_saved[i] * p_bar
        p_bar = x[i] * p_bar
    return s + p * p, x_bar
