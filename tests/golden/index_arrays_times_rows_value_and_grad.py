import numpy as np


def index_arrays_times_rows_value_and_grad(x, k, row, column, a):
    """The value of index_arrays_times_rows, and its gradient with respect to x, row,
    column and a.
    """
    # forward sweep
    if x[k].shape[1] != len(row):
        raise ValueError("x[k] and row have different shapes")
    s = 0.0
    total = 0.0
    total_2 = 0.0
    total_3 = 0.0
    if x[:, k].shape[0] != column.shape[0]:
        raise ValueError("x[:, k] and column have different shapes")
    row_0 = row[0]
    total_4 = 0.0
    for i in range(x.shape[0]):
        for j in range(len(k)):
            total_4 += x[i, k[j]] * row_0 - x[i, k[j]] * column[i, 0]
    total_5 = 0.0
    total_6 = 0.0
    for i in range(len(k)):
        for j in range(x.shape[1]):
            s += x[k[i], j] * row[j]
            total += x[k[i], j] * a
            total_2 += x[k[i], j]
            total_3 += x[k[i], j] * x[0, j]
        total_5 += np.sin(x[1, k[i]]) * a
        total_6 += x[2, k[i]]
    s += total - total_2
    s += total_3
    s += total_4

    # reverse sweep
    x_bar = np.zeros_like(x)
    row_bar = np.zeros_like(row)
    column_bar = np.zeros_like(column)

    # forward and reverse in one sweep: the iterations are independent
    a_bar = 0.0
    for i in range(len(k)):
        x_bar[2, k[i]] += total_5
        a_bar += np.sin(x[1, k[i]]) * total_6
        x_bar[1, k[i]] += np.cos(x[1, k[i]]) * a * total_6
        for j in range(x.shape[1]):
            x_bar[0, j] += x[k[i], j]
            a_bar += x[k[i], j]
            x_bar[k[i], j] += x[0, j] - 1.0 + a + row[j]
            row_bar[j] += x[k[i], j]
    row_0_bar = 0.0
    for i in range(x.shape[0]):
        for j in range(len(k)):
            row_0_bar += x[i, k[j]]
            x_bar[i, k[j]] += row_0 - column[i, 0]
            column_bar[i, 0] -= x[i, k[j]]
    row_bar[0] += row_0_bar
    return s + total_5 * total_6, x_bar, row_bar, column_bar, a_bar
