def axes_of_length_one_broadcast_jvp(column, row, column_dot, row_dot):
    """The value of axes_of_length_one_broadcast, and its derivative in the direction
    column_dot, row_dot.
    """
    total_dot = 0.0
    total = 0.0
    for i in range(column.shape[0]):
        for j in range(row.shape[1]):
            table_dot = (
                column_dot[i, 0] * row[0, j]
                + column[i, 0] * row_dot[0, j]
                + column_dot[i, 0]
            )
            table = column[i, 0] * row[0, j] + column[i, 0]
            table_2 = table / (2.0 + row[0, j] * row[0, j])
            term = table_2 * (row_dot[0, j] * row[0, j] + row[0, j] * row_dot[0, j])
            factor = table_dot - term
            table_2_dot = factor / (2.0 + row[0, j] * row[0, j])
            table_2_dot = table_2_dot * column[i, 0] + table_2 * column_dot[i, 0]
            table_2 *= column[i, 0]
            total_dot += table_2_dot * table_2 + table_2 * table_2_dot
            total += table_2 * table_2
    return total, total_dot
