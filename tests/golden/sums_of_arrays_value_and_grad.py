import numpy as np


def sums_of_arrays_value_and_grad(x, a):
    """The value of sums_of_arrays, and its gradient with respect to x and a."""
    # forward sweep: saves total
    total = 0.0
    total_3 = 0.0
    for i in range(len(x) - 1):
        total_3 += x[i + 1]
    total_4 = 0.0
    for i in range(a.shape[0]):
        for j in range(a.shape[1]):
            total += a[i, j]
        total_4 += a[i, 0] ** 2
    for i in range(a.shape[0]):
        if a[i].shape != x.shape:
            raise ValueError("a[i] and x have different shapes")
        total_2 = 0.0
        for j in range(a.shape[1]):
            total_2 += a[i, j] * x[j]
        total += total_2**2
    total_saved = total
    total *= total_3 - total_4
    value = total

    # reverse sweep
    x_bar = np.zeros_like(x)
    a_bar = np.empty_like(a)
    total_bar = 1.0
    total = total_saved
    total_3_bar = total * total_bar
    total_4_bar = -total * total_bar
    total_bar = (total_3 - total_4) * total_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        total_2 = 0.0
        for j in range(a.shape[1]):
            total_2 += a[i, j] * x[j]
        total_2_bar = 2.0 * total_2 * total_bar
        for j in range(a.shape[1]):
            a_bar[i, j] = x[j] * total_2_bar
            x_bar[j] += a[i, j] * total_2_bar
    for i in range(a.shape[0]):
        a_bar[i, 0] += 2.0 * a[i, 0] * total_4_bar
        for j in range(a.shape[1]):
            a_bar[i, j] += total_bar
    for i in range(len(x) - 1):
        x_bar[i + 1] += total_3_bar
    return value, x_bar, a_bar
