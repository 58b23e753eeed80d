"""Rows of lists, and whole lists, that are written by other names than the first.

Each program is given an array, and a list of numbers known one by one.
"""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain, of_numbers

import s2sad

X = np.array([1.2, 0.7, 1.9])


def rows_in_turn(v):
    n = len(v)
    table = [[0.0] * n for _ in range(n)]
    for i in range(n):
        row = table[i]
        for j in range(n):
            row[j] = v[i] * v[j] ** 2
        row[i] = 0.0
    return np.sum(np.array(table) ** 2)


def halves_of_a_matrix(v):
    n = len(v)
    table = [[0.0] * n for _ in range(n)]
    for i in range(n):
        row = table[i]
        for j in range(i):
            if v[i] > 0.0:
                row[j] = table[j][i] = v[i] * v[j]
        row[i] = v[i] ** 3
    total = 0.0
    for i in range(n):
        for j in range(n):
            total += table[i][j] * v[j] * (i + 1)
    return total


def an_argument_that_may_be_none(v, out=None):
    n = len(v)
    if out is None:
        out = [[0.0] * n for _ in range(n)]
    for i in range(n):
        row = out[i]
        for j in range(n):
            row[j] = v[i] + v[j] ** 2
    return np.array(out)


def numbers_of_a_row(v):
    rows = [[x, 2 * x] for x in v]
    for i in range(len(v)):
        row = rows[i]
        row[0], row[1] = row[1] * v[0], row[0]
        rows[0][1] += 1.0
        rows[i][1] += row[0]
    return rows[0][0] + rows[2][0] * rows[1][1]


def two_names_of_rows(v):
    rows = [[x, 2 * x] for x in v]
    first = rows[0]
    for i in range(len(v)):
        row = rows[i]
        row[0] = row[0] * row[1] + v[i]
        first[1] = first[1] * row[0]
    return rows[0][0] + rows[2][0] * rows[1][1] * first[1]


def rows_of_a_loop(v):
    a, b, c = v
    rows = [[a, b], [b, c], [c, a]]
    for i in range(3):
        row = rows[i]
        for j in range(2):
            row[j] = row[j] * row[1 - j]
    for row in rows:
        row[0] *= 2.0
    return rows[0][0] + rows[2][0] * rows[1][1]


def rows_that_are_counted(v):
    table = [[0.0] * 3 for _ in range(3)]
    for i, row in enumerate(table):
        for j in range(3):
            row[j] = v[i] * v[j] ** 2
    return sum(sum(row) for row in table)


def rows_beside_numbers(v):
    grid = [[0.0] * 4 for _ in range(len(v))]
    for i, (row, number) in enumerate(zip(grid, v)):
        row[i] += number**2
    return grid[0][0] * v[2] + grid[1][1]


def rows_beside_the_next(v):
    grid = [[0.0] * 4 for _ in range(len(v))]
    for i, row in enumerate(grid):
        for j in range(4):
            row[j] += v[i] * j
    for above, below in zip(grid, grid[1:]):
        for j in range(4):
            below[j] += above[j] ** 2
    return sum(map(sum, grid)) + grid[1][2] * grid[2][3]


def rows_from_the_last(v):
    grid = [[v[0], v[1]], [v[1], v[2]], [v[2], v[0]]]
    for n, row in enumerate(reversed(grid)):
        for j in range(2):
            row[j] *= v[n]
    for row in grid[::-1]:
        row[1] += v[0]
    return grid[0][0] * grid[2][1] + grid[1][1]


def gauss(v):
    a = [[2.0 + v[0], v[1], 0.5], [v[1], 3.0 + v[2], 0.1], [0.3, 0.2, 4.0]]
    b = [v[0], v[1], v[2]]
    n = 3
    for k in range(n):
        pivot = a[k]
        for i in range(k + 1, n):
            row = a[i]
            factor = row[k] / pivot[k]
            for j in range(k, n):
                row[j] -= factor * pivot[j]
            b[i] -= factor * b[k]
    x = [0.0] * n
    for i in range(n - 1, -1, -1):
        row = a[i]
        rest = b[i]
        for j in range(i + 1, n):
            rest -= row[j] * x[j]
        x[i] = rest / row[i]
    return np.array(x)


def rows_in_order(v):
    table = [[v[0], v[1], 3.0], [v[2], 1.0, v[0]]]
    for i in range(2):
        row = table[i]
        row.sort()
        row[0] *= v[1]
        row.reverse()
    return table[0][0] * table[1][1] + table[1][0] * table[1][2]


def one_row_of_two(v):
    rows, k = [[v[0], v[1]], [v[2], v[0]]], int(v[0] > 1)
    row = rows[k]
    row[0] = 7.0
    return rows[1][0] * v[0] + rows[0][0] * row[1]


def one_row_after_the_other(v):
    rows, i = [[0.0, 0.0], [0.0, 0.0]], 0
    for x in v:
        row = rows[i]
        row[0] += x
        i = 1 - i
    return rows[0][0] * rows[1][0]


def another_name(v):
    t = [x * x for x in v]
    total = sum(t)
    u = t
    for i in range(len(v)):
        u[i] = u[i] * v[0] * total
    return t[0] * u[1] + t[2]


def two_names_in_turn(v):
    t = [x * x for x in v]
    u = t
    for i in range(2):
        u[i] = u[i] * t[i + 1]
        t[i + 1] *= 2.0
    return t[0] * v[0] + t[1] * u[1] * t[2]


def another_name_for_a_part(v):
    t = [x * x for x in v]
    u = t[:]
    u[0] = 3.0 * v[1]
    w = u
    w[1] = t[0]
    t[2] = w[0]
    return t[0] * v[0] + t[1] * u[1] * t[-1] + u[0]


def numbers_of_two_kinds(v):
    t = [int(x) for x in v]
    u = t
    u[0] = v[0] * v[1]
    return t[0] * v[0] + u[1]


def list_of_the_caller(v):
    def square(values):
        for i in range(len(values)):
            values[i] = values[i] ** 2

    values = [x for x in v]
    square(values)
    return values[0]


def joined_and_repeated(v):
    rows, total = [[x, x * x] for x in v], 0.0
    for row in rows:
        twice = row + row
        total += len(twice) * twice[3]
        thrice = row * 3
        total += len(thrice) * sum(thrice)
    return total + sum(len(row * 2) for row in rows) * v[0]


def joined_of_any_length(v):
    rows, total = [[x] * len(v) for x in v], 0.0
    for row, x in zip(rows, v):
        twice = row * 2
        total += len(twice) * sum(twice) * x
    longest = max(rows, key=lambda row: row[0])
    return total + len(longest + longest) * v[0]


def a_row_that_a_helper_gives(v):
    def first(rows):
        return rows[0]

    grid = [[x, x * x] for x in v]
    row = first(grid)
    row[0] = 5.0 * v[0]
    return grid[0][0] * grid[1][0] + grid[2][0]


def rows_sorted(v):
    rows = [[x] * len(v) for x in v]
    falling = sorted(rows, key=lambda row: -row[0])
    return falling[0][0] * falling[1][0] ** 2 + falling[2][0] * v[1]


RIGHT = (
    joined_and_repeated,
    joined_of_any_length,
    a_row_that_a_helper_gives,
    rows_in_turn,
    halves_of_a_matrix,
    an_argument_that_may_be_none,
    numbers_of_a_row,
    two_names_of_rows,
    rows_of_a_loop,
    rows_that_are_counted,
    rows_beside_numbers,
    rows_beside_the_next,
    rows_from_the_last,
    gauss,
    rows_in_order,
    one_row_of_two,
    one_row_after_the_other,
    another_name,
    two_names_in_turn,
    another_name_for_a_part,
    numbers_of_two_kinds,
    list_of_the_caller,
)


@pytest.mark.parametrize("program", RIGHT)
def test_what_is_written_by_another_name_is_seen_by_the_first(program):
    check_plain(program, X)
    check_plain(of_numbers(program), *map(float, X))


def test_rows_are_sorted():
    check_plain(rows_sorted, X)


@pytest.mark.parametrize("program", [gauss, rows_beside_the_next, two_names_in_turn])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)


def rows_of_a_copy(v):
    grid = [[x, x * x] for x in v]
    copy = grid[:]
    copy[0][1] = v[2]
    return grid[0][1] * grid[1][1]


def rows_of_a_copy_in_a_loop(v):
    grid = [[x, x * x] for x in v]
    for row in grid.copy():
        row[1] *= v[2]
    return grid[0][1] * grid[1][1]


def rows_of_a_list_of_them(v):
    grid = [[x, x * x] for x in v]
    for row in list(grid):
        for j in range(2):
            row[j] *= v[2]
    return grid[0][1] * grid[1][1]


def rows_of_a_list_with_a_name(v):
    grid = [[x, x * x] for x in v]
    copy = list(grid)
    for i in range(len(v)):
        copy[i][0] *= v[2]
    return grid[0][0] * grid[1][0]


def rows_with_names_of_their_own(v):
    one = [v[0], v[1]]
    rows = [one, [v[1], v[2]]]
    for i in range(2):
        row = rows[i]
        row[1] = row[0] * row[1]
    return rows[0][1] * one[1]


def rows_of_a_dict(v):
    rows = {"a": [v[0], v[1]], "b": [v[2], 1.0]}
    for key in rows:
        row = rows[key]
        for j in range(2):
            row[j] = row[j] * v[j]
    return rows["a"][0] * rows["b"][1]


def a_row_by_a_helper(v):
    def scale(row, factor):
        row[0] = row[0] * factor

    rows = [[v[0], v[1]], [v[2], 1.0]]
    for i in range(2):
        scale(rows[i], v[1])
    return rows[0][0] * rows[1][0]


def a_name_of_one_of_two(v):
    t = [x * x for x in v]
    u = t
    if v[0] > 1:
        u = [1.0 * v[1], v[2], 1.0]
    u[0] = v[2]
    return t[0] * v[0] + t[1] * u[1] * t[2] + u[0]


def two_arguments_for_one_list(v):
    def scale(a, b):
        for i in range(len(a)):
            a[i] = a[i] * b[0]
        return a[0]

    t = [x * x for x in v]
    return scale(t, t) + t[2]


def arrays_sorted_and_written(v):
    rows = [np.full(2, x) for x in v]
    falling = sorted(rows, key=lambda row: -row[0])
    falling[0][0] = 5.0 * v[0]
    return rows[0][0] * rows[2][0]


def arrays_written_after_they_were_sorted(v):
    rows = [np.full(2, x) for x in v]
    falling = sorted(rows, key=lambda row: -row[0])
    rows[0][0] = 5.0 * v[0]
    return falling[0][0] * falling[2][0]


def arrays_that_a_helper_picks(v):
    def picked(rows):
        kept = [row for row in rows]
        return [kept[k] for k in (1, 0, 2)]

    rows = [np.full(2, x) for x in v]
    others = picked(rows)
    rows[0][0] = 5.0 * v[0]
    return others[1][0] * others[0][1]


def put(rows, k, j, value):
    rows[k][j] = value


def a_row_beside_a_helper(v):
    rows = [[v[0], v[1]], [v[2], 2.0]]
    row = rows[1]
    put(rows, 1, 1, v[1])
    return row[1] * 3.0


def a_row_of_any_list_beside_a_helper(v):
    rows = []
    for x in v:
        rows.append([x, 1.0])
    row = rows[1]
    put(rows, 1, 1, v[1])
    return row[1] * 3.0


def a_row_with_a_name_beside_a_helper(v):
    row = [v[2], 2.0]
    rows = [[v[0], v[1]], row]
    for k in range(2):
        put(rows, k, 1, v[1])
    return row[1] * 3.0


def a_row_beside_a_function_inside(v):
    def put_there(k, j, value):
        rows[k][j] = value

    row = [v[2], 2.0]
    rows = [[v[0], v[1]], row]
    put_there(1, 1, v[1])
    return row[1] * 3.0


def a_copy_beside_a_helper(v):
    rows = [[v[0], v[1]], [v[2], 2.0]]
    copy = rows[:]
    put(copy, -1, -1, v[1])
    return rows[1][1] * 3.0


def a_dict_beside_a_helper(v):
    rows = [[v[0], v[1]], [v[2], 2.0]]
    held = {"rows": rows, "row": rows[1]}
    put(held["rows"], 1, 1, v[1])
    return held["row"][1] * 3.0


class Holder:
    def __init__(self, rows):
        self.rows = rows

    def put(self, k, j, value):
        self.rows[k][j] = value


def a_row_beside_a_method(v):
    rows = [[x, 1.0] for x in v]
    row = rows[1]
    holder = Holder(rows)
    holder.put(1, 1, v[1])
    return row[1] * 3.0 + holder.rows[0][0]


def a_copy_whose_first_name_is_bound_anew(v):
    rows = [[v[0], v[1]], [v[2], 2.0]]
    copy = rows[:]
    for i in range(2):
        rows = [[v[0], v[1]], [v[i], 2.0]]
    for row, _ in zip(copy, copy):
        row[i] = v[1]
    return copy[0][1] + copy[1][1] * 3.0


def rows_of_a_list_that_was(v):
    rows = [[x] * len(v) for x in v]
    row = rows[1]
    for _ in range(2):
        for _ in range(1, 3):
            rows = [rows[1], rows[0], rows[2]]
    for k in range(3):
        rows[k][k - 1] += rows[1][-1] + 1.5
        row[1] *= 2.0
    return rows[1][0] * rows[2][1] + row[0]


def the_last_row_of_a_loop(v):
    rows = [[x] * len(v) for x in v]
    row = [x * 2.0 for x in v]
    for j in range(3):
        row[2 - j] -= v[0]
        for other, _ in zip(rows, row):
            row = other
    return sum(map(sum, rows)) + row[0]


REFUSED = (
    rows_of_a_list_that_was,
    the_last_row_of_a_loop,
    a_row_beside_a_helper,
    a_row_of_any_list_beside_a_helper,
    a_row_with_a_name_beside_a_helper,
    a_row_beside_a_function_inside,
    a_copy_beside_a_helper,
    a_dict_beside_a_helper,
    a_row_beside_a_method,
    a_copy_whose_first_name_is_bound_anew,
    arrays_sorted_and_written,
    arrays_written_after_they_were_sorted,
    arrays_that_a_helper_picks,
    rows_of_a_copy,
    rows_of_a_copy_in_a_loop,
    rows_of_a_list_of_them,
    rows_of_a_list_with_a_name,
    rows_with_names_of_their_own,
    rows_of_a_dict,
    a_row_by_a_helper,
    a_name_of_one_of_two,
    two_arguments_for_one_list,
)
WORDS = "|".join(
    [
        "is changed",
        "a call changes",
        "a list may be in rows twice",
        "an array is written that a list holds",
        "is read, after rows has changed",
        "objects? that may have other",
    ]
)


@pytest.mark.parametrize("program", REFUSED)
def test_what_would_be_a_copy_is_refused(program):
    with pytest.raises(s2sad.S2SADError, match=WORDS):
        s2sad.grad(program, jit=False)(X)


def test_a_copy_of_the_outer_list_may_have_more_rows():
    def f(v):
        grid = [[x, x * x] for x in v]
        copy = grid[:]
        copy.append([v[1], v[0]])
        copy[0] = [v[2], v[2]]
        return copy[0][1] * copy[3][0] + grid[0][1] * copy[1][1]

    check_plain(f, X)
