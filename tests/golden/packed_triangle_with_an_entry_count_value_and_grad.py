import numpy as np


def packed_triangle_with_an_entry_count_value_and_grad(packed, x, y):
    """The value of packed_triangle_with_an_entry_count, and its gradient with
    respect to packed, x and y.
    """
    # forward sweep
    total = 0.0
    entry = 0
    for i in range(len(x)):
        for j in range(i + 1):
            total += packed[entry] ** 2 * x[i] * y[j]
            entry += 1
    value = total * packed[entry - 1]

    # reverse sweep
    packed_bar = np.zeros_like(packed)
    x_bar = np.empty_like(x)
    y_bar = np.zeros_like(y)
    total_bar = packed[entry - 1]
    packed_bar[entry - 1] += total
    entry = 0

    # forward and reverse in one sweep: the iterations are independent
    for i in range(len(x)):
        x_i_bar = 0.0
        for j in range(i + 1):
            packed_bar[entry] += 2.0 * packed[entry] * x[i] * y[j] * total_bar
            x_i_bar += packed[entry] ** 2 * y[j] * total_bar
            y_bar[j] += packed[entry] ** 2 * x[i] * total_bar
            entry += 1
        x_bar[i] = x_i_bar
    return value, packed_bar, x_bar, y_bar
