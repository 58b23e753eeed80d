import numpy as np


def axes_of_length_one_broadcast_jvp(column, row, column_dot, row_dot):
    """The value of axes_of_length_one_broadcast, and its derivative in the direction
    column_dot, row_dot.
    """
    table_2_dot = np.empty((column.shape[0], row.shape[1]))
    table_2 = np.empty((column.shape[0], row.shape[1]))
    for i in range(column.shape[0]):
        for j in range(row.shape[1]):
            table_dot = (
                column_dot[i, 0] * row[0, j]
                + column[i, 0] * row_dot[0, j]
                + column_dot[i, 0]
            )
            table = column[i, 0] * row[0, j] + column[i, 0]
            quotient = table / (2.0 + row[0, j] * row[0, j])
            term = quotient * (row_dot[0, j] * row[0, j] + row[0, j] * row_dot[0, j])
            factor = table_dot - term
            quotient_dot = factor / (2.0 + row[0, j] * row[0, j])
            table_2_dot[i, j] = quotient_dot
            table_2[i, j] = quotient
    for i in range(table_2.shape[0]):
        for j in range(table_2.shape[1]):
            term_2 = table_2[i, j] * column_dot[i, 0]
            table_2_dot[i, j] = table_2_dot[i, j] * column[i, 0] + term_2
            table_2[i, j] *= column[i, 0]
    total_dot = 0.0
    total = 0.0
    for i in range(table_2.shape[0]):
        for j in range(table_2.shape[1]):
            term_3 = table_2[i, j] * table_2_dot[i, j]
            total_dot += table_2_dot[i, j] * table_2[i, j] + term_3
            total += table_2[i, j] * table_2[i, j]
    return total, total_dot
