import math

import numpy as np


def integer_halved_or_stepped_value_and_grad(x, n):
    """The value of integer_halved_or_stepped, and its gradient with respect to x."""
    # forward sweep: saves k and condition
    s = 0.0
    k = n
    k_saved = np.empty(5, dtype=np.int64)
    k_saved_2 = np.empty(5, dtype=np.int64)
    condition_saved = np.empty(5, dtype=np.bool_)
    for i in range(5):
        condition = k % 2 == 0
        condition_saved[i] = condition
        if condition:
            k_saved[i] = k
            k = k // 2
        else:
            k_saved_2[i] = k
            k = k + 3
        s += math.sin(x * k)

    # reverse sweep
    x_bar = 0.0
    for i in range(4, -1, -1):
        x_bar += k * math.cos(x * k)
        if condition_saved[i]:
            k = k_saved[i]
        else:
            k = k_saved_2[i]
    return s, x_bar
