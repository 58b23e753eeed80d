"""Lists of lists and of arrays, whose parts have other names: right, or refused."""

import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad
from s2sad.errors import S2SADError

X = np.array([0.7, -0.4, 1.3])


def rows_change_places(x, n):
    rows = [[x[i] * (k + 1) for k in range(n)] for i in range(n)]
    rows[0], rows[1] = rows[1], rows[0]
    rows[0][0] *= x[2]
    return rows[0][0] * rows[1][1] ** 2


def arrays_change_places(x, n):
    rows = []
    for i in range(n):
        rows.append(x * (i + 1))
    for _ in range(2):
        rows[0], rows[1], rows[2] = rows[1], rows[2], rows[0]
    return rows[0][0] * rows[1][2] ** 2 + rows[0][1]


def elimination_with_pivots(x, n):
    a = [[x[(i + j) % n] + 2.0 * (i == j) for j in range(n)] for i in range(n)]
    b = [x[i] for i in range(n)]
    for k in range(n):
        p = k
        for i in range(k + 1, n):
            if abs(a[i][k]) > abs(a[p][k]):
                p = i
        a[k], a[p] = a[p], a[k]
        b[k], b[p] = b[p], b[k]
        for i in range(k + 1, n):
            factor = a[i][k] / a[k][k]
            for j in range(k, n):
                a[i][j] -= factor * a[k][j]
            b[i] -= factor * b[k]
    for i in range(n - 1, -1, -1):
        for j in range(i + 1, n):
            b[i] -= a[i][j] * b[j]
        b[i] /= a[i][i]
    return b[0] + b[n - 1] ** 2


def rows_with_names(x, n):
    a = [[x[(i + j) % n] + 2.0 * (i == j) for j in range(n)] for i in range(n)]
    product = 1.0
    for k in range(n):
        top = a[k]
        for i in range(k + 1, n):
            row = a[i]
            factor = row[k] / top[k]
            for j in range(k, n):
                row[j] -= factor * top[j]
        product *= a[k][k]
    return product


def rows_of_integers_at_first(x, n):
    table = [[0] * n for _ in range(n)]
    for i in range(n):
        row = table[i]
        for j in range(n):
            row[j] = x[i] * x[j]
        if i > 0:
            row[0] += table[i - 1][n - 1]
            table[i][1] *= row[0]
    return sum(table[i][j] * table[j][i] for i in range(n) for j in range(n))


def two_names_of_rows(x, n):
    table = [[x[0]] * n for _ in range(n)]
    first, last = table[0], table[n - 1]
    first[0] = x[1]
    last[1] = x[2] * first[0]
    first[1] = last[0] + table[0][0]
    return np.sin(table[0][1] * table[n - 1][1])


def rows_built_and_written(x, n):
    table = []
    for i in range(n):
        row = []
        for j in range(n):
            row.append(x[i] + x[j])
        table.append(row)
    for i in range(n):
        for j in range(n):
            table[i][j] *= x[0]
    return table[0][0] * table[n - 1][0]


def popped_and_appended(x, n):
    rows = [x * 1.0, x * 2.0]
    total = 0.0
    last = rows[0]
    for i in range(n):
        total += last[1]
        last = rows[-1]
        rows.pop()
        rows.append(last * x[0] + i)
        total += last[0] * rows[-1][2]
    return total


# Names of parts, read after their list has grown or has others in their place.


def poses_after_poses(x, n):
    poses = [[0.0, 0.0, 0.0]]
    for i in range(n):
        last = poses[-1]
        poses.append(
            [
                last[0] + np.cos(last[2] + x[0]),
                last[1] + np.sin(last[2]) * x[1],
                last[2] + x[i % 3],
            ]
        )
    return sum(p[0] * p[1] for p in poses)


def rows_after_rows(x, n):
    rows = [[x[0]] * n]
    for _ in range(n):
        last = rows[-1]
        rows.append([v * x[1] + 1 for v in last])
        rows.append([last[j] * last[0] for j in range(n)])
    return rows[-1][0] + rows[n][n - 1]


def row_made_of_the_last(x, n):
    best = [[x[0]] * n]
    for _ in range(n):
        cur = best[-1]
        new = [0.0] * n
        for j in range(n):
            new[j] = cur[j] * x[j] + cur[0]
        best.append(new)
    return best[-1][0] * best[1][1]


def tuples_after_tuples(x, n):
    path = [(x[0], x[1])]
    for _ in range(n):
        last = path[-1]
        path.append((last[0] + np.sin(last[1]), last[1] * x[2]))
    first = path[0]
    path.pop(0)
    return sum(a * b for a, b in path) + first[0]


def arrays_swapped_by_hand(x, n):
    rows = []
    for i in range(n):
        rows.append(x * (i + 1))
    t = rows[0]
    rows[0] = rows[1]
    rows[1] = t
    return rows[0][0] * rows[1][1] ** 2 * t[2]


def rows_swapped_by_hand(x, n):
    rows = [[x[i] * (k + 1) for k in range(n)] for i in range(n)]
    t = rows[0]
    rows[0] = rows[1]
    rows[1] = t
    return rows[0][0] * rows[1][1] ** 2 * t[2]


def popped_beside_names(x, n):
    rows = [[x[i] * (k + 1) for k in range(n)] for i in range(n)]
    t = rows[-1]
    rows.pop()
    u = rows[0]
    rows.append([x[0]] * n)
    return rows[0][0] * rows[1][1] ** 2 * t[2] * u[1] * rows[-1][0]


def row_written_then_replaced(x, n):
    rows = [[x[0]] * n for i in range(n)]
    tot = 0.0
    for i in range(n):
        row = rows[i]
        row[0] = row[0] * x[2]
        rows[i] = [v * 2.0 for v in row]
        tot += row[0]
    return rows[0][0] * row[0] + tot


def array_of_before(x, n):
    rows = []
    for i in range(n):
        rows.append(x * (i + 1))
    old = rows[0]
    rows[0] = rows[1] * 2.0
    return rows[0][0] * old[2]


RIGHT = (
    rows_change_places,
    arrays_change_places,
    elimination_with_pivots,
    rows_with_names,
    rows_of_integers_at_first,
    two_names_of_rows,
    rows_built_and_written,
    popped_and_appended,
    poses_after_poses,
    rows_after_rows,
    row_made_of_the_last,
    tuples_after_tuples,
    arrays_swapped_by_hand,
    rows_swapped_by_hand,
    popped_beside_names,
    row_written_then_replaced,
    array_of_before,
)


@pytest.mark.parametrize("function", RIGHT)
def test_programs(function):
    check_plain(lambda x: function(x, 3), X)


@pytest.mark.parametrize("n", [0, 1, 2])
def test_tables_of_other_sizes(n):
    def f(x, n):
        table = [[0.0] * max(n, 2) for _ in range(n)]
        for i in range(n):
            for j in range(len(table[i])):
                table[i][j] += x[i] * x[j]
        return sum((row[0] * row[1] for row in table), 0.0)

    check_plain(lambda x: f(x, n), X)


def test_the_array_of_a_table_is_made_once():
    text = s2sad.source(s2sad.grad(rows_with_names, jit=False), X, 3)
    assert "longer" not in text and "different shapes" not in text


# --- what is refused ------------------------------------------------------------------


def row_written_after_it_was_given(x, n):
    table = []
    for i in range(n):
        row = [x[i]] * n
        table.append(row)
        row[0] = x[1] ** 2
    return table[0][0] * table[n - 1][0]


def row_written_before_it_is_given_again(x, n):
    row = [x[0]] * n
    table = []
    for i in range(n):
        row[0] = x[1] * (i + 1)
        table.append(row)
    return table[0][0] * table[1][0]


def short_row_written_after_it_was_given(x, n):
    row = [x[0], x[1]]
    table = []
    for _ in range(n):
        table.append([x[2], x[2]])
    table.append(row)
    row[0] = x[1] * x[2]
    return row[0] * table[n][0]


def row_that_grows_after_it_was_given(x, n):
    row = [x[0]] * n
    table = []
    for _ in range(n):
        table.append([x[1]] * n)
    table.append(row)
    row.append(x[2])
    return len(table[n]) * row[n]


def row_read_after_the_table_has_changed(x, n):
    row = [x[0]] * n
    table = []
    for _ in range(n):
        table.append([x[1]] * n)
    table.append(row)
    table[n][0] = x[2]
    return row[0] * x[1]


def one_row_at_two_places(x, n):
    table = [[x[i] * (j + 1) for j in range(n)] for i in range(n)]
    table[0] = table[1]
    table[1][0] = 5.0 * x[0]
    return table[0][0] * table[1][1] ** 2


def one_row_in_each_place(x, n):
    row = [x[0]] * n
    table = [row for _ in range(n)]
    table[0][1] = x[1]
    return table[0][1] * table[1][1]


def row_of_before(x, n):
    table = [[x[0]] * n for _ in range(n)]
    row = table[0]
    table[0] = [x[1]] * n
    row[0] = x[2]
    return table[0][0] * row[0]


def array_at_two_places(x, n):
    rows = []
    for i in range(n):
        rows.append(x * (i + 1))
    rows[0] = rows[1]
    rows[1][0] = 5.0 * x[2]
    return rows[0][0] * rows[1][2]


def array_written_after_it_was_given(x, n):
    rows = []
    for i in range(n):
        rows.append(x * (i + 1))
    a = x * x
    rows[0] = a
    a[1] = 3.0 * x[0]
    return rows[0][1]


def array_written_after_a_pop(x, n):
    rows = []
    for i in range(n):
        rows.append(x * (i + 1))
    last = rows[0]
    rows.pop()
    last[0] = 5.0 * x[1]
    return rows[0][0] * x[2]


def row_written_after_the_table_grew(x, n):
    table = [[x[0]] * n for _ in range(n)]
    row = table[0]
    table.append([x[1]] * n)
    row[0] = x[2]
    return table[0][0] * row[0]


def row_read_after_a_part_of_it_changed(x, n):
    table = [[x[0]] * n for _ in range(n)]
    row = table[0]
    table.append([x[1]] * n)
    table[0][0] = x[2]
    return table[0][0] * row[0]


def array_read_after_a_part_of_it_changed(x, n):
    rows = []
    for i in range(n):
        rows.append(x * (i + 1))
    row = rows[0]
    rows.append(x * x)
    rows[0][0] = x[2]
    return rows[0][0] * row[0]


def array_written_after_the_list_grew(x, n):
    rows = []
    for i in range(n):
        rows.append(x * (i + 1))
    row = rows[0]
    rows.append(x * x)
    row[0] = x[2]
    return rows[0][0] * row[0]


def list_of_two_names_grows(x, n):
    poses = [[x[0], x[1]]]
    for i in range(n):
        poses.append([x[0] * i, x[1]])
    other = poses
    other.append([x[2], x[2]])
    return sum(p[0] * p[1] for p in poses)


REFUSED = {
    row_written_after_it_was_given: "row is changed, which is in a list",
    row_written_before_it_is_given_again: "row is changed, which is in a list",
    short_row_written_after_it_was_given: "row is changed, which is in a list",
    row_that_grows_after_it_was_given: "row is changed, which is in a list",
    row_read_after_the_table_has_changed: "row is read, after table has changed",
    one_row_at_two_places: "a list may be in table twice",
    one_row_in_each_place: "a list may be in table twice",
    array_written_after_a_pop: "last is changed, which is in a list",
    row_written_after_the_table_grew: "row is changed, which is in a list",
    row_read_after_a_part_of_it_changed: "row is read, after table has changed",
    array_read_after_a_part_of_it_changed: "row is read, after rows has changed",
    array_written_after_the_list_grew: "row is changed, which is in a list",
    list_of_two_names_grows: "other is changed, which poses is too",
    row_of_before: "row is changed, which is in a list",
    array_at_two_places: "an array is written that a list holds",
    array_written_after_it_was_given: "an array is written that a list holds",
}


@pytest.mark.parametrize("function", REFUSED)
def test_what_copies_would_get_wrong_is_refused(function):
    with pytest.raises(S2SADError, match=REFUSED[function]):
        s2sad.grad(function, jit=False)(X, 3)


def test_a_copy_is_the_rewrite():
    def f(x, n):
        rows = []
        for i in range(n):
            rows.append(x * (i + 1))
        old = rows[0].copy()
        rows[0] = rows[1] * 2.0
        return rows[0][0] * old[2]

    check_plain(lambda x: f(x, 3), X)


def parts_move(x, n):
    rows = []
    for i in range(n):
        rows.append(x * (i + 1))
    first, second = rows[0], rows[1]
    rows.insert(0, x * x)
    rows.reverse()
    last = rows.pop()
    del rows[0]
    return first[0] * second[1] * rows[0][1] + last[2] * rows[1][0]


def rows_move(x, n):
    rows = [[x[i] * k for k in range(1, n + 1)] for i in range(n)]
    rows.insert(1, [x[0]] * n)
    rows.reverse()
    rows[0][1] *= x[0]
    rows.append([x[2]] * n)
    return rows[0][1] * rows[2][0] * rows[n][1] * rows.pop(1)[0]


@pytest.mark.parametrize("function", [parts_move, rows_move])
def test_parts_that_move_are_what_their_names_had(function):
    check_plain(lambda x: function(x, 3), X)


def test_a_list_that_grows_from_rows_has_room_before_the_loop():
    text = s2sad.source(s2sad.grad(poses_after_poses, jit=False), X, 3)
    assert "np.empty((max(n, 0) + 1, 3))" in text
    assert "np.array" not in text and "longer" not in text


def test_a_list_of_rows_that_grows_later_makes_room_itself():
    def f(x, n):
        path = [[x[0], x[1]]]
        total = path[0][1]
        for i in range(n):
            total += path[-1][0]
            path.append([path[-1][1] * x[2], path[-1][0] + i])
        return total * path[n][0]

    check_plain(lambda x: f(x, 3), X)
