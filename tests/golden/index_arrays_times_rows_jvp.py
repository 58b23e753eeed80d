import numpy as np


def index_arrays_times_rows_jvp(
    x, k, row, column, a, x_dot, row_dot, column_dot, a_dot
):
    """The value of index_arrays_times_rows, and its derivative in the direction
    x_dot, row_dot, column_dot, a_dot.
    """
    if x[k].shape[1] != len(row):
        raise ValueError("x[k] and row have different shapes")
    s_dot = np.sum(x_dot[k] * row + x[k] * row_dot)
    s = np.sum(x[k] * row)
    s_dot += np.sum(x_dot[k] * a + x[k] * a_dot) - np.sum(x_dot[k])
    s += np.sum(x[k] * a) - np.sum(x[k])
    s_dot += np.sum(x_dot[k] * x[0] + x[k] * x_dot[0])
    s += np.sum(x[k] * x[0])
    if x[:, k].shape[0] != column.shape[0]:
        raise ValueError("x[:, k] and column have different shapes")
    s_dot += np.sum(
        x_dot[:, k] * row[0]
        + x[:, k] * row_dot[0]
        - (x_dot[:, k] * column + x[:, k] * column_dot)
    )
    s += np.sum(x[:, k] * row[0] - x[:, k] * column)
    sin_x_dot = np.cos(x[1, k]) * x_dot[1, k]
    sin_x = np.sin(x[1, k])
    sum_result_dot = np.sum(sin_x_dot * a + sin_x * a_dot)
    sum_result = np.sum(sin_x * a)
    sum_x_dot = np.sum(x_dot[2, k])
    sum_x = np.sum(x[2, k])
    value = s + sum_result * sum_x
    return value, s_dot + (sum_result_dot * sum_x + sum_result * sum_x_dot)
