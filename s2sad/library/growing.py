"""Arrays that lists live in: when they need room, and where a number is in them."""

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


@defines("list.index_of")
@of_complex
def index_of(numbers, wanted):
    """The place of the first number that is equal to another."""
    for i in range(len(numbers)):
        if numbers[i] == wanted:
            return i
    raise ValueError("list.index(x): x not in list")
