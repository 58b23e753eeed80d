import numpy as np


def axes_of_length_one_broadcast_value_and_grad(column, row):
    """The value of axes_of_length_one_broadcast, and its gradient with respect to
    column and row.
    """
    # forward sweep: saves table
    table = column * row + column
    table_2 = table / (2.0 + row * row)
    table_saved = table_2.copy()
    table_2 *= column
    value = np.sum(table_2 * table_2)

    # reverse sweep
    table_2_bar = 2.0 * table_2
    table_2[:] = table_saved
    column_bar = np.expand_dims(np.sum(table_2 * table_2_bar, axis=1), 1)
    table_2_bar *= column
    table_bar = table_2_bar / (2.0 + row * row)
    sum_bar = np.expand_dims(
        np.sum(-table_2 * table_2_bar / (2.0 + row * row), axis=0), 0
    )
    row_bar = 2.0 * row * sum_bar
    column_bar += np.expand_dims(np.sum(row * table_bar, axis=1), 1)
    row_bar += np.expand_dims(np.sum(column * table_bar, axis=0), 0)
    column_bar += np.expand_dims(np.sum(table_bar, axis=1), 1)
    return value, column_bar, row_bar
