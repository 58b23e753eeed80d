import numpy as np


def axes_of_length_one_broadcast_value_and_grad(column, row):
    """The value of axes_of_length_one_broadcast, and its gradient with respect to
    column and row.
    """
    total = 0.0
    column_bar = np.zeros_like(column)
    row_bar = np.zeros_like(row)

    # forward and reverse in one sweep: the iterations are independent
    for i in range(column.shape[0]):
        for j in range(row.shape[1]):
            table = column[i, 0] * row[0, j] + column[i, 0]
            quotient = table / (2.0 + row[0, j] * row[0, j])
            table_2 = quotient
            table_2_saved = table_2
            table_2 *= column[i, 0]
            total += table_2 * table_2
            table_2_bar = 2.0 * table_2
            table_2 = table_2_saved
            column_bar[i, 0] += table_2 * table_2_bar
            numerator_bar = column[i, 0] * table_2_bar / (2.0 + row[0, j] * row[0, j])
            row_bar[0, j] += (column[i, 0] - 2.0 * row[0, j] * quotient) * numerator_bar
            column_bar[i, 0] += (row[0, j] + 1.0) * numerator_bar
    return total, column_bar, row_bar
