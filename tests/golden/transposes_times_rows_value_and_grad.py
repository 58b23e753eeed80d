import numpy as np


def transposes_times_rows_value_and_grad(x, r):
    """The value of transposes_times_rows, and its gradient with respect to x and r."""
    # forward sweep
    if x.shape[0] != len(r):
        raise ValueError("x and r have different shapes")
    total_2 = 0.0
    term = x[:, ::-1].T
    total_3 = 0.0
    for i in range(term.shape[0]):
        for j in range(term.shape[1]):
            total_3 += term[i, j] * r[j]
    y = x.T
    total_4 = 0.0
    total_5 = 0.0
    total_6 = 0.0

    # reverse sweep
    x_bar = np.zeros_like(x)
    r_bar = np.zeros_like(r)
    y_bar = x_bar.T

    # forward and reverse in one sweep: the iterations are independent
    for i in range(x.shape[1]):
        for j in range(x.shape[0]):
            total_2 += x[j, i] * r[j]
            total_4 += (y[i, j] - r[j]) ** 2
            total_5 += r[j] - x[j, i]
            sin_x = np.sin(x[j, i])
            total_6 += sin_x * r[j]
            difference_bar = 2.0 * (y[i, j] - r[j])
            y_bar[i, j] += difference_bar
            x_bar[j, i] += np.cos(x[j, i]) * r[j] - 1.0 + r[j]
            r_bar[j] += sin_x + 1.0 - difference_bar + x[j, i]
    total = total_2 + total_3
    total += total_4 + total_5
    term_bar = x_bar[:, ::-1].T
    for i in range(term.shape[0]):
        for j in range(term.shape[1]):
            term_bar[i, j] += r[j]
            r_bar[j] += term[i, j]
    return total + total_6, x_bar, r_bar
