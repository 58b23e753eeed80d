"""Lists, dicts and objects with several names: a change is one of all of them."""

import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad

X = np.array([1.3, -0.7, 2.1, 0.4])


def appended_under_two_names(x):
    a = [x[0], x[1]]
    b = a
    b.append(x[2])
    a[0] = a[2] * b[1]
    return b[0] + len(a) * a[1]


def appended_in_a_dict(x):
    a = [x[0]]
    table = {"k": a}
    table["k"].append(x[1] * x[0])
    a.append(x[2])
    return table["k"][2] * a[1]


def extended_in_place(x):
    a = [x[0]]
    b = a
    a += [x[1]]
    return b[1] * len(b)


def joined_to_a_new_list(x):
    a = [x[0], x[1]]
    b = a
    a = a + [x[2]]
    a[0] = x[3]
    return b[0] * a[2]


def parts_that_change_places(x):
    a = [x[0], x[1]]
    b = a
    c = b
    b.insert(0, x[2])
    c.reverse()
    a.insert(1, x[3])
    taken = b.pop(0)
    return c[0] + 2.0 * b[1] + 3.0 * a[2] + 5.0 * taken


def lists_that_change_places(x):
    a, b = [x[0], 1.0], [x[1], 2.0]
    for _ in range(3):
        a, b = b, a
        a[0] = a[0] * x[2]
    return a[0] + b[0]


def a_list_of_either_branch(x):
    if x[2] > 0.0:
        a = [x[0]]
        b = a
    else:
        a = [x[1]]
        b = a
    a[0] = x[3] * x[0]
    return a[0] * b[0]


def a_name_of_one_branch(x):
    a, s = [x[0], x[1]], 1.0
    if x[2] > 0.0:
        b = a
    a[0] = x[3] * a[1]
    if x[2] > 0.0:
        s = b[0] * b[1]
    return s * a[0]


def a_name_of_one_branch_and_its_list(x):
    if x[2] > 0.0:
        a = [x[0]]
        b = a
    else:
        a = [x[1]]
    a[0] = x[3]
    return a[0] * b[0]


def a_new_list_in_every_trip(x):
    a = [0.0, 1.0]
    for i in range(len(x)):
        a = [a[0] + x[i], a[1] * x[i]]
    a[0] = a[0] ** 2
    return a[0] + a[1]


def rows_of_one_list(x):
    rows = [[x[0]]] * 2
    rows[0][0] = x[1] * x[2]
    return rows[1][0]


def dict_under_two_names(x):
    table = {"a": x[0]}
    other = table
    other.update(b=x[1])
    del table["a"]
    other["c"] = x[2]
    return table["b"] * sum(other.values()) + other.pop("c") * len(table)


def default_that_is_made_once(x):
    def total(value, seen=[]):  # noqa: B006
        seen.append(value)
        return sum(seen)

    return total(x[0]) * total(x[1]) * total(x[2])


def default_with_a_name(x):
    seen = [x[0]]

    def total(value, values=seen):
        values.append(value)
        return sum(values)

    seen.append(x[3])
    return total(x[1]) * total(x[2]) + len(seen) * seen[2]


def helper_that_appends(x):
    def add(values, value):
        values.append(value)

    a = [x[0]]
    add(a, x[1])
    b = a
    add(b, x[2])
    return a[1] * a[2]


class Box:
    def __init__(self):
        self.items = []

    def add(self, value):
        self.items.append(value)

    def total(self):
        return sum(self.items)


def list_in_an_object(x):
    box = Box()
    values = []
    box.items = values
    box.add(x[0] * x[1])
    values.append(x[2])
    box.items += [x[3]]
    return box.total() * len(values)


RIGHT = [
    appended_under_two_names,
    appended_in_a_dict,
    extended_in_place,
    joined_to_a_new_list,
    parts_that_change_places,
    lists_that_change_places,
    a_list_of_either_branch,
    a_name_of_one_branch,
    a_name_of_one_branch_and_its_list,
    a_new_list_in_every_trip,
    rows_of_one_list,
    dict_under_two_names,
    default_that_is_made_once,
    default_with_a_name,
    helper_that_appends,
    list_in_an_object,
]


@pytest.mark.parametrize("function", RIGHT)
def test_a_change_is_one_of_all_names(function):
    check_plain(function, X)


def perhaps_another(x):
    a, b = [x[0]], [x[1]]
    if x[2] > 0.0:
        b = a
    a[0] = x[3]
    return a[0] * b[0]


def another_in_the_next_trip(x):
    a, b, s = [x[0]], [x[1]], 0.0
    for _ in range(len(x)):
        a[0] = a[0] * x[2]
        s += b[0]
        b = a
    return s


class Point:
    def __init__(self, value):
        self.value = value


def perhaps_another_object(x):
    a, b = Point(x[0]), Point(x[1])
    if x[2] > 0.0:
        b = a
    a.value = x[3]
    return a.value * b.value


def grown_under_two_names(x):
    a = []
    b = a
    a.append(x[0])
    for v in x:
        a.append(v * v)
    return sum(b)


def grown_in_a_dict(x):
    a = []
    table = {"a": a}
    for _ in range(3):
        a.append(x[0])
    return sum(table["a"])


REFUSED = [
    (perhaps_another, "may have other names"),
    (another_in_the_next_trip, "may have other names"),
    (perhaps_another_object, "may have other names"),
    (grown_under_two_names, "a is changed, which b is too"),
    (grown_in_a_dict, "a is changed, which table is too"),
]


@pytest.mark.parametrize("function, what", REFUSED)
def test_what_may_be_one_of_several_is_not_changed(function, what):
    with pytest.raises(s2sad.S2SADError, match=what):
        s2sad.grad(function, jit=False)(X)
