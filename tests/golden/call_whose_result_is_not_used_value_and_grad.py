import numpy as np


def call_whose_result_is_not_used_value_and_grad(x, a):
    """The value of call_whose_result_is_not_used, and its gradient with respect to x
    and a.
    """
    # forward sweep
    total = 0.0
    for i in range(len(a)):
        total += a[i]

    # reverse sweep
    a_bar = np.empty_like(a)
    for i in range(len(a)):
        a_bar[i] = x
    return total * x, total, a_bar
