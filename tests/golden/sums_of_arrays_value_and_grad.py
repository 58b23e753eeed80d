import numpy as np


def sums_of_arrays_value_and_grad(x, a):
    """The value of sums_of_arrays, and its gradient with respect to x and a."""
    # forward sweep: saves total
    total = np.sum(a)
    for i in range(a.shape[0]):
        if a[i].shape != x.shape:
            raise ValueError("a[i] and x have different shapes")
        total += np.sum(a[i] * x) ** 2
    sum_x = np.sum(x[1:])
    sum_result = np.sum(a[:, 0] ** 2)
    total_saved = total
    total *= sum_x - sum_result
    value = total

    # reverse sweep
    x_bar = np.zeros_like(x)
    a_bar = np.zeros_like(a)
    total_bar = 1.0
    total = total_saved
    x_bar[1:] += total * total_bar
    a_bar[:, 0] -= 2.0 * a[:, 0] * total * total_bar
    total_bar = (sum_x - sum_result) * total_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(a.shape[0]):
        sum_result_bar = 2.0 * np.sum(a[i] * x) * total_bar
        a_bar[i] += x * sum_result_bar
        x_bar += a[i] * sum_result_bar
    a_bar += total_bar
    return value, x_bar, a_bar
