"""Lists of a length known only at run time, changed at any place: insert, pop, del."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.3, 0.8, 0.5])


def weighed(values):
    total = 0.0
    for k, v in enumerate(values):
        total += (k + 1) * v * v
    return total * len(values)


def squares(x):
    values = []
    for v in x:
        values.append(v * v)
    return values


def inserted_at_constants(x):
    values = list(squares(x))
    values.insert(0, 2.0 * x[1])
    values.insert(1, 3.0 * x[0])
    values.insert(-1, 3.0 * x[1])
    values.insert(10, 3.0 * x[2])
    values.insert(-10, 4.0 * x[2])
    return weighed(values)


def inserted_in_a_loop(x):
    values = []
    for i in range(len(x)):
        values.insert(i // 2, x[i] * (i + 1))
    values.reverse()
    return weighed(values)


def popped_at_places(x):
    values = [x[0], x[1]]
    for i in range(len(x)):
        values.append(2.0 * x[i])
        values.insert(i, x[i] * values[0])
        taken = values.pop(i + 1)
        values[0] += taken
    del values[len(x) - 1]
    del values[-1]
    return weighed(values)


def last_one_left(x):
    values = [x[0], x[1], x[2]]
    k = 0
    while len(values) > 1:
        k = (k + 3) % len(values)
        taken = values.pop(k)
        values[0] = values[0] * taken + k
    return values[0]


def arrays_in_a_list(x):
    rows = [x * 1.0]
    for i in range(len(x)):
        rows.insert(0, rows[0] * x)
        rows.insert(i, rows[i] + x)
    rows.reverse()
    taken = rows.pop(len(x))
    del rows[0]
    total = 0.0
    for k, row in enumerate(rows):
        total += (k + 1) * np.sum(row)
    return total * taken[1]


def pairs_in_a_list(x):
    pairs = [(x[0], x[1])]
    for i in range(len(x)):
        pairs.insert(0, (pairs[0][0] * x[i], x[2]))
    pairs.reverse()
    total = 0.0
    for a, b in pairs:
        total = total * a + b
    return total


def grown_as_often_as_it_was_long(x):
    values = []
    for v in x:
        values.append(v * v)
    for i in range(len(values)):
        if values[i] < 0.5:
            values.append(values[i] * values[-1])
    return weighed(values)


def grown_by_what_it_holds(x):
    values = [v * v for v in x]
    for i in range(len(x)):
        total = 0.0
        for k in range(len(values)):
            total += k * values[k]
        values.append(total * x[i])
    return weighed(values)


def grown_as_often_as_was_said_at_first(x):
    n, values, places = 2, [v * v for v in x], np.array([2, 1])
    for i in range(n):
        n = 1
        values.append(values[i] * x[i])
    for i in range(places[0]):
        places[0] = 1
        values.append(values[i] * x[i])
    return weighed(values)


def without_its_first(x):
    values = squares(x)
    values.append(x[0] * x[1])
    values = values[1:]
    for i in range(3):
        values.append(values[i] * x[i])
        if len(values) > 4:
            values = values[2:]
        values = values[::-1]
    return weighed(values)


FUNCTIONS = (
    without_its_first,
    grown_as_often_as_was_said_at_first,
    grown_as_often_as_it_was_long,
    grown_by_what_it_holds,
    inserted_at_constants,
    inserted_in_a_loop,
    popped_at_places,
    last_one_left,
    arrays_in_a_list,
    pairs_in_a_list,
)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_lists_that_are_changed_inside(function):
    check_plain(function, X)


def test_lists_that_are_changed_inside_where_they_are_compiled():
    check_compiled(popped_at_places, X)


@pytest.mark.parametrize("place", [3, -4])
def test_a_place_that_is_not_there(place):
    def function(x, place):
        values = squares(x)
        values = list(values)
        del values[place]
        return values[0]

    with pytest.raises(IndexError, match="out of range"):
        s2sad.grad(function, jit=False)(X, place)
    assert s2sad.grad(function, jit=False)(X, -1)[0] == 0.6
