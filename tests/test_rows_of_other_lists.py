"""Lists with rows of other lists: they grow, and who writes a row writes both."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain, of_numbers

import s2sad

X = np.array([1.2, 0.7, 1.9])


def pairs(x):
    return [[x[0], x[1]], [x[1], x[2]], [x[2], x[0] * 2.0], [x[0] * x[1], 1.0]]


def pairs_that_grow(x):
    found = []
    for v in x:
        found.append([v, v * x[0]])
    return found


def weighed(rows):
    return sum(r[0] * r[1] * (k + 1) for k, r in enumerate(rows))


def gone_through(x):
    points, out, k = pairs(x), [], 0
    while k < len(points):
        out.append(points[k])
        k += 1
    return weighed(out)


def there_and_back(x):
    points, out, k, back, is_forward = pairs(x), [], 0, -1, True
    while k < len(points):
        if is_forward:
            out.append(points[k])
        else:
            out.append(points[back])
            back -= 1
        k += 1
        if k % 2 == 0:
            is_forward = not is_forward
            back = k + 1
    return weighed(out)


def chosen(x):
    return weighed([p for p in pairs(x) if p[0] > 0.8])


def two_halves(x):
    low, high = [], []
    for p in pairs_that_grow(x):
        if p[0] > 0.9:
            high.append(p)
        else:
            low.append(p)
    return weighed(high) + weighed(low) ** 2


def a_stack(x):
    stack = []
    for p in pairs_that_grow(x):
        while len(stack) > 1 and stack[-1][0] > p[0]:
            stack.pop()
        stack.append(p)
    return weighed(stack)


def with_ends(x):
    rows = pairs_that_grow(x)
    return weighed([rows[0]] + rows + [rows[-1]])


def a_path(x):
    rows = pairs_that_grow(x)
    path = [rows[0]]
    while len(path) < 3:
        path.append(rows[len(path)])
    return weighed(path)


def the_same_twice(x):
    rows = pairs_that_grow(x)
    rows.append(rows[0])
    rows.insert(0, rows[-1])
    return weighed(rows)


def anew_in_each_trip(x):
    rows = pairs_that_grow(x)
    for _ in range(2):
        first = [rows[0]]
        for k in range(1, 3):
            first.append(rows[k])
        rows = [[r[0] * 2.0, r[1]] for r in first]
    return weighed(rows)


def doubled(values):
    return [v * 2.0 for v in values]


def a_new_list_of_a_helper(x):
    now = [v for v in x]
    for _ in range(3):
        then = doubled(now)
        for k in range(len(now)):
            now[k] = then[k] * x[0] + then[k - 1]
    return sum(now)


def two_that_grow_together(x):
    a, b, total = [], [], 0.0
    for k in range(3):
        for u, v in zip(a, b):
            total += u * v
        b.append(x[2] * k)
        a.append(x[0] * k)
    return total


def from_loops_in_loops(x):
    found, values = [], [v * 2.0 for v in x]
    for _ in range(3):
        for _ in range(len(x)):
            found.append([v * 0.5 for v in values])
    copies = []
    for row in found:
        copies.append(row[:])
    return weighed(copies)


def arrays_from_loops_in_loops(x):
    found, values = [], 2.0 * np.array(x)
    for i in range(3):
        for _ in range(len(x)):
            found.append(values * i)
    halves = []
    for row in found:
        halves.append(row * 0.5)
    return np.sum(np.array(halves))


RIGHT = [
    from_loops_in_loops,
    arrays_from_loops_in_loops,
    gone_through,
    there_and_back,
    chosen,
    two_halves,
    a_stack,
    with_ends,
    a_path,
    the_same_twice,
    anew_in_each_trip,
    a_new_list_of_a_helper,
    two_that_grow_together,
]


@pytest.mark.parametrize("program", RIGHT)
def test_it_is_what_python_does(program):
    check_plain(program, X)
    check_plain(of_numbers(program), *map(float, X))


@pytest.mark.parametrize("program", [there_and_back, a_stack, with_ends])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)


def written_in_both(x):
    rows, out = pairs_that_grow(x), []
    for r in rows:
        out.append(r)
    out[1][0] = 5.0
    return weighed(rows)


def written_before(x):
    rows, out = pairs_that_grow(x), []
    for k in range(len(x)):
        rows[0][1] *= x[k]
        out.extend(rows)
    return weighed(out)


def written_before_a_part(x):
    rows, out = pairs_that_grow(x), []
    for k in range(len(x)):
        rows[0][1] *= x[k]
        out.extend(rows[1:])
        out.extend(reversed(rows))
    return weighed(out)


def written_before_sorted(x):
    rows, out = pairs_that_grow(x), []
    for k in range(len(x)):
        rows[0][1] *= x[k]
        out.extend(sorted(rows, key=lambda r: r[0]))
    return weighed(out)


def written_by_its_name(x):
    row, other, out = [x[0], x[1]], [x[2], 1.0], []
    for _ in range(len(x)):
        row[1] *= x[0]
        out.extend([other, row])
    return weighed(out)


def is_another_one_later(x):
    first, out = [], []
    for k in range(len(x)):
        out.append([x[k], 1.0])
        for _ in range(len(x)):
            out = first
    return weighed(first) + x[0]


def written_twice(x):
    rows = pairs_that_grow(x)
    rows.append(rows[-1])
    rows[-1][0] = 5.0
    return weighed(rows)


def twice_from_the_next_trip_on(x):
    rows = [[x[0], 1.0], [x[1], 2.0]]
    for _ in range(len(x)):
        rows[-1][0] *= 2.0
        rows.append(rows[0])
    return weighed(rows)


@pytest.mark.parametrize(
    "program",
    [
        twice_from_the_next_trip_on,
        written_in_both,
        written_before,
        written_before_a_part,
        written_before_sorted,
        written_by_its_name,
        is_another_one_later,
        written_twice,
    ],
)
def test_what_would_be_seen_in_both_is_refused(program):
    with pytest.raises(s2sad.S2SADError, match="is changed|twice|that a list holds"):
        s2sad.grad(program, jit=False)(X)


class Point:
    def __init__(self, x):
        self.x = x


def neighbours(x):
    points = [Point(v) for v in (x[0], x[1], x[2])]
    for _ in range(2):
        for i in range(1, len(points)):
            points[i].x += 0.1 * (points[i - 1].x - points[i].x)
    return sum((points[i + 1].x - points[i].x) ** 2 for i in range(2))


def letters(x):
    first, second = "GAT", "GCT"
    rows, columns = len(first), len(second)
    total = 0.0
    for i in range(1, rows + 1):
        for j in range(1, columns + 1):
            total += x[0] if first[i - 1] == second[j - 1] else -x[1]
    return total


@pytest.mark.parametrize("program", [neighbours, letters])
def test_places_are_known_by_the_numbers_in_them(program):
    check_plain(program, X)
