import math

import numpy as np


def return_a_tuple_of_arrays_vjp(x, result_0_bar, result_1_bar):
    """The adjoints of x of return_a_tuple_of_arrays, for the adjoint of its result."""
    # forward sweep: saves total
    total = 0.0
    total_saved = np.empty(len(x))
    for i in range(len(x)):
        total_saved[i] = total
        total += x[i] * x[i]

    # reverse sweep
    x_bar = np.zeros_like(x)
    y_bar = result_0_bar.copy()
    total_bar = result_1_bar / (2.0 * math.sqrt(total))
    for i in range(len(x) - 1, -1, -1):
        total_bar += x[i] * y_bar[i]
        x_bar[i] += total * y_bar[i]
        total = total_saved[i]
        x_bar[i] += 2.0 * x[i] * total_bar
    return x_bar
