import numpy as np


def axes_of_length_one_broadcast_jvp(column, row, column_dot, row_dot):
    """The value of axes_of_length_one_broadcast, and its derivative in the direction
    column_dot, row_dot.
    """
    table_dot = column_dot * row + column * row_dot + column_dot
    table = column * row + column
    quotient = table / (2.0 + row * row)
    factor = table_dot - quotient * (row_dot * row + row * row_dot)
    quotient_dot = factor / (2.0 + row * row)
    table = quotient
    quotient_dot[:] = quotient_dot * column + table * column_dot
    table *= column
    value = np.sum(table * table)
    return value, np.sum(quotient_dot * table + table * quotient_dot)
