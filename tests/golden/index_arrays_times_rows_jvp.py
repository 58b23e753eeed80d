import numpy as np


def index_arrays_times_rows_jvp(
    x, k, row, column, a, x_dot, row_dot, column_dot, a_dot
):
    """The value of index_arrays_times_rows, and its derivative in the direction
    x_dot, row_dot, column_dot, a_dot.
    """
    if x[k].shape[1] != len(row):
        raise ValueError("x[k] and row have different shapes")
    s_dot = 0.0
    s = 0.0
    total_dot = 0.0
    total = 0.0
    total_2_dot = 0.0
    total_2 = 0.0
    total_3_dot = 0.0
    total_3 = 0.0
    if x[:, k].shape[0] != column.shape[0]:
        raise ValueError("x[:, k] and column have different shapes")
    row_0_dot = row_dot[0]
    row_0 = row[0]
    total_4_dot = 0.0
    total_4 = 0.0
    for i in range(x.shape[0]):
        for j in range(len(k)):
            total_4_dot += (
                x_dot[i, k[j]] * row_0
                + x[i, k[j]] * row_0_dot
                - (x_dot[i, k[j]] * column[i, 0] + x[i, k[j]] * column_dot[i, 0])
            )
            total_4 += x[i, k[j]] * row_0 - x[i, k[j]] * column[i, 0]
    total_5_dot = 0.0
    total_5 = 0.0
    total_6_dot = 0.0
    total_6 = 0.0
    for i in range(len(k)):
        for j in range(x.shape[1]):
            s_dot += x_dot[k[i], j] * row[j] + x[k[i], j] * row_dot[j]
            s += x[k[i], j] * row[j]
            total_dot += x_dot[k[i], j] * a + x[k[i], j] * a_dot
            total += x[k[i], j] * a
            total_2_dot += x_dot[k[i], j]
            total_2 += x[k[i], j]
            total_3_dot += x_dot[k[i], j] * x[0, j] + x[k[i], j] * x_dot[0, j]
            total_3 += x[k[i], j] * x[0, j]
        sin_x = np.sin(x[1, k[i]])
        total_5_dot += np.cos(x[1, k[i]]) * x_dot[1, k[i]] * a + sin_x * a_dot
        total_5 += sin_x * a
        total_6_dot += x_dot[2, k[i]]
        total_6 += x[2, k[i]]
    s += total - total_2
    s += total_3
    s_dot += total_dot - total_2_dot + total_3_dot + total_4_dot
    s += total_4
    value = s + total_5 * total_6
    return value, s_dot + (total_5_dot * total_6 + total_5 * total_6_dot)
