import math

import numpy as np


def integer_halved_or_stepped_value_and_grad(x, n):
    """The value of integer_halved_or_stepped, and its gradient with respect to x."""
    # forward sweep: saves k
    s = 0.0
    k = n
    k_saved = np.empty(5, dtype=np.int64)
    for i in range(5):
        k_saved[i] = k
        if k % 2 == 0:
            k = k // 2
        else:
            k = k + 3
        s += math.sin(x * k)

    # reverse sweep
    x_bar = 0.0
    for i in range(4, -1, -1):
        x_bar += k * math.cos(x * k)
        k = k_saved[i]
    return s, x_bar
