import numpy as np


def integer_work_array_value_and_grad(x):
    """The value of integer_work_array, and its gradient with respect to x."""
    # forward sweep
    n = len(x)
    partner = np.zeros(n, dtype=np.int64)
    for i in range(n):
        partner[i] = (2 * i + 1) % n
    partner[0] += 1
    s = 0.0
    for i in range(n):
        s += x[i] * x[i] * x[partner[i]]

    # reverse sweep
    x_bar = np.zeros_like(x)
    for i in range(n):
        x_bar[i] += 2.0 * x[i] * x[partner[i]]
        x_bar[partner[i]] += x[i] * x[i]
    return s, x_bar
