import numpy as np


def axes_of_length_one_broadcast_jvp(column, row, column_dot, row_dot):
    """The value of axes_of_length_one_broadcast, and its derivative in the direction
    column_dot, row_dot.
    """
    table_dot = np.zeros((column.shape[0], row.shape[1]))
    table = np.empty((column.shape[0], row.shape[1]))
    for i in range(column.shape[0]):
        for j in range(row.shape[1]):
            table_dot[i, j] = (
                column_dot[i, 0] * row[0, j]
                + column[i, 0] * row_dot[0, j]
                + column_dot[i, 0]
            )
            table[i, j] = column[i, 0] * row[0, j] + column[i, 0]
    table_new_dot = np.zeros_like(table)
    table_new = np.empty_like(table)
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            quotient = table[i, j] / (2.0 + row[0, j] * row[0, j])
            term = quotient * (row_dot[0, j] * row[0, j] + row[0, j] * row_dot[0, j])
            factor = table_dot[i, j] - term
            quotient_dot = factor / (2.0 + row[0, j] * row[0, j])
            table_new_dot[i, j] = quotient_dot
            table_new[i, j] = quotient
    table = table_new
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            term_2 = table_new_dot[i, j] * column[i, 0]
            table_new_dot[i, j] = term_2 + table[i, j] * column_dot[i, 0]
            table[i, j] *= column[i, 0]
    total_dot = 0.0
    total = 0.0
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            term_3 = table[i, j] * table_new_dot[i, j]
            total_dot += table_new_dot[i, j] * table[i, j] + term_3
            total += table[i, j] * table[i, j]
    return total, total_dot
