"""Arrays that lists live in, when they need room."""

import numpy as np

from s2sad.known.definitions import defines, of_complex


@defines("list.longer_numbers")
@of_complex
def longer_numbers(numbers, length):
    """The numbers in an array with room for `length` of them, or for twice as many."""
    longer = np.empty(max(2 * len(numbers), length), dtype=numbers.dtype)
    for i in range(len(numbers)):
        longer[i] = numbers[i]
    return longer


@defines("list.longer_rows")
@of_complex
def longer_rows(rows, length, row):
    """The rows in an array with room for `length` of them, or for twice as many."""
    longer = np.empty((max(2 * len(rows), length), *row.shape), dtype=rows.dtype)
    for i in range(len(rows)):
        longer[i] = rows[i]
    return longer
