import numpy as np


def axes_of_length_one_broadcast_value_and_grad(column, row):
    """The value of axes_of_length_one_broadcast, and its gradient with respect to
    column and row.
    """
    # forward sweep: saves table
    table = np.empty((column.shape[0], row.shape[1]))
    for i in range(column.shape[0]):
        for j in range(row.shape[1]):
            table[i, j] = column[i, 0] * row[0, j] + column[i, 0]
    table_new = np.empty_like(table)
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            table_new[i, j] = table[i, j] / (2.0 + row[0, j] * row[0, j])
    table_saved = np.empty((table_new.shape[0], table_new.shape[1]))
    for i in range(table_new.shape[0]):
        for j in range(table_new.shape[1]):
            table_saved[i, j] = table_new[i, j]
            table_new[i, j] *= column[i, 0]
    total = 0.0
    for i in range(table_new.shape[0]):
        for j in range(table_new.shape[1]):
            total += table_new[i, j] * table_new[i, j]

    # reverse sweep
    column_bar = np.zeros_like(column)
    row_bar = np.zeros_like(row)
    table_new_bar = np.zeros_like(table_new)
    for i in range(table_new.shape[0]):
        for j in range(table_new.shape[1]):
            table_new_bar[i, j] += 2.0 * table_new[i, j]
    for i in range(table_new.shape[0] - 1, -1, -1):
        for j in range(table_new.shape[1] - 1, -1, -1):
            table_new[i, j] = table_saved[i, j]
            table_i_j_bar = table_new_bar[i, j]
            table_new_bar[i, j] = column[i, 0] * table_i_j_bar
            column_bar[i, 0] += table_new[i, j] * table_i_j_bar
    table_bar = np.zeros_like(table)
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            quotient = table[i, j] / (2.0 + row[0, j] * row[0, j])
            numerator_bar = table_new_bar[i, j] / (2.0 + row[0, j] * row[0, j])
            table_bar[i, j] += numerator_bar
            row_bar[0, j] -= 2.0 * row[0, j] * quotient * numerator_bar
    for i in range(column.shape[0]):
        for j in range(row.shape[1]):
            row_bar[0, j] += column[i, 0] * table_bar[i, j]
            column_bar[i, 0] += (row[0, j] + 1.0) * table_bar[i, j]
    return total, column_bar, row_bar
