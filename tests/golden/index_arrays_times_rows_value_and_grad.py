import numpy as np


def index_arrays_times_rows_value_and_grad(x, k, row, column, a):
    """The value of index_arrays_times_rows, and its gradient with respect to x, row,
    column and a.
    """
    # forward sweep
    if x[k].shape[1] != len(row):
        raise ValueError("x[k] and row have different shapes")
    s = np.sum(x[k] * row)
    s += np.sum(x[k] * a) - np.sum(x[k])
    s += np.sum(x[k] * x[0])
    if x[:, k].shape[0] != column.shape[0]:
        raise ValueError("x[:, k] and column have different shapes")
    s += np.sum(x[:, k] * row[0] - x[:, k] * column)
    sin_x = np.sin(x[1, k])
    sum_result = np.sum(sin_x * a)
    sum_x = np.sum(x[2, k])

    # reverse sweep
    x_bar = np.zeros_like(x)
    row_bar = np.zeros_like(row)
    for k_2 in range(len(k)):
        x_bar[2, k[k_2]] += sum_result
    sin_x_bar = np.full_like(sin_x, a * sum_x)
    a_bar = sum_x * np.sum(sin_x)
    x_gathered_bar = np.cos(x[1, k]) * sin_x_bar
    for k_3 in range(len(k)):
        x_bar[1, k[k_3]] += x_gathered_bar[k_3]
    x_gathered_bar_2 = row[0]
    for k_4 in range(len(k)):
        x_bar[:, k[k_4]] += x_gathered_bar_2
    row_bar[0] += np.sum(x[:, k])
    x_gathered_bar_3 = -column
    for k_5 in range(len(k)):
        x_bar[:, k[k_5]] += x_gathered_bar_3[:, 0]
    column_bar = np.expand_dims(np.sum(-x[:, k], axis=1), 1)
    x_gathered_bar = x[0].copy()
    for k_6 in range(len(k)):
        x_bar[k[k_6]] += x_gathered_bar
    x_bar[0] += np.sum(x[k], axis=0)
    for k_7 in range(len(k)):
        x_bar[k[k_7]] += a
    a_bar += np.sum(x[k])
    for k_8 in range(len(k)):
        x_bar[k[k_8]] -= 1.0
    x_gathered_bar = row.copy()
    for k_9 in range(len(k)):
        x_bar[k[k_9]] += x_gathered_bar
    row_bar += np.sum(x[k], axis=0)
    return s + sum_result * sum_x, x_bar, row_bar, column_bar, a_bar
