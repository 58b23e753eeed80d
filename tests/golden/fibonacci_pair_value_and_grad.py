import numpy as np


def fibonacci_pair_value_and_grad(x, n):
    """The value of fibonacci_pair, and its gradient with respect to x."""
    # forward sweep: saves b
    a = x
    b = 1.0
    b_saved = np.empty(n)
    for k in range(n):
        next_b = a * 0.5 + b * x
        a = b
        b_saved[k] = b
        b = next_b

    # reverse sweep
    a_bar = b
    b_bar = a
    x_bar = 0.0
    for k in range(n - 1, -1, -1):
        next_b_bar = b_bar
        b_bar = a_bar + x * next_b_bar
        a_bar = 0.5 * next_b_bar
        x_bar += b_saved[k] * next_b_bar
    return a * b, x_bar + a_bar
