import numpy as np


def axes_of_length_one_broadcast_value_and_grad(column, row):
    """The value of axes_of_length_one_broadcast, and its gradient with respect to
    column and row.
    """
    # forward sweep: saves table_2
    table_2 = np.empty((column.shape[0], row.shape[1]))
    for i in range(column.shape[0]):
        for j in range(row.shape[1]):
            table = column[i, 0] * row[0, j] + column[i, 0]
            table_2[i, j] = table / (2.0 + row[0, j] * row[0, j])
    table_2_saved = np.empty((table_2.shape[0], table_2.shape[1]))
    for i in range(table_2.shape[0]):
        for j in range(table_2.shape[1]):
            table_2_saved[i, j] = table_2[i, j]
            table_2[i, j] *= column[i, 0]
    total = 0.0
    for i in range(table_2.shape[0]):
        for j in range(table_2.shape[1]):
            total += table_2[i, j] * table_2[i, j]

    # reverse sweep
    column_bar = np.zeros_like(column)
    row_bar = np.zeros_like(row)
    table_2_bar = np.empty_like(table_2)
    for i in range(table_2.shape[0]):
        for j in range(table_2.shape[1]):
            table_2_bar[i, j] = 2.0 * table_2[i, j]
    for i in range(table_2.shape[0]):
        for j in range(table_2.shape[1]):
            table_2[i, j] = table_2_saved[i, j]
            table_2_i_j_bar = table_2_bar[i, j]
            table_2_bar[i, j] = column[i, 0] * table_2_i_j_bar
            column_bar[i, 0] += table_2[i, j] * table_2_i_j_bar

    # forward and reverse in one sweep: the iterations are independent
    for i in range(column.shape[0]):
        for j in range(row.shape[1]):
            table = column[i, 0] * row[0, j] + column[i, 0]
            quotient = table / (2.0 + row[0, j] * row[0, j])
            numerator_bar = table_2_bar[i, j] / (2.0 + row[0, j] * row[0, j])
            row_bar[0, j] += (column[i, 0] - 2.0 * row[0, j] * quotient) * numerator_bar
            column_bar[i, 0] += (row[0, j] + 1.0) * numerator_bar
    return total, column_bar, row_bar
