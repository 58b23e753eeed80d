import numpy as np


def ragged_inner_ranges_value_and_grad(x, offsets):
    """The value of ragged_inner_ranges, and its gradient with respect to x."""
    total = 0.0
    x_bar = np.zeros_like(x)

    # forward and reverse in one sweep: the iterations are independent
    for k in range(len(offsets) - 1):
        p = 1.0
        p_saved = []
        for i in range(offsets[k], offsets[k + 1]):
            p_saved.append(p)
            p = p * x[i] + 0.5
        total += p * p
        p_bar = 2.0 * p
        for i in range(offsets[k + 1] - 1, offsets[k] - 1, -1):
            x_bar[i] += p_saved.pop() * p_bar
            p_bar = x[i] * p_bar
    return total, x_bar
