import math

import numpy as np


def triangular_nest_value_and_grad(x):
    """The value of triangular_nest, and its gradient with respect to x."""
    # forward sweep: saves s
    n = len(x)
    s = 0.5
    s_saved = np.empty((n, n))
    s_saved_2 = []
    for i in range(n):
        for j in range(i, n):
            s_saved[i, j] = s
            s = s + 0.2 * math.sin(s * x[i]) * x[j]
        for j in range(i):
            s_saved_2.append(s)
            s = s * (1.0 + 0.1 * x[j])
    value = s

    # reverse sweep
    x_bar = np.zeros_like(x)
    s_bar = 1.0
    for i in range(n - 1, -1, -1):
        for j in range(i - 1, -1, -1):
            x_bar[j] += 0.1 * s_saved_2.pop() * s_bar
            s_bar = (1.0 + 0.1 * x[j]) * s_bar
        x_i_bar = 0.0
        for j in range(n - 1, i - 1, -1):
            s = s_saved[i, j]
            x_bar[j] += 0.2 * math.sin(s * x[i]) * s_bar
            product_bar = 0.2 * math.cos(s * x[i]) * x[j] * s_bar
            s_bar += x[i] * product_bar
            x_i_bar += s * product_bar
        x_bar[i] += x_i_bar
    return value, x_bar
