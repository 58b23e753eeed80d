"""`sorted` and `.sort` of lists and arrays, by keys that are known or not."""

from typing import NamedTuple

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

V = np.array([1.3, 0.4, 1.2, 0.9, 0.7])


def an_array(v):
    p = sorted(v)
    return p[0] * p[1] ** 2 + len(p)


def an_array_falling(v):
    p = sorted(v, reverse=True)
    return p[0] * p[1] ** 2


def a_list_in_place(v):
    p = list(v)
    p.sort()
    return p[0] * p[1] ** 2


def a_list_of_three_in_place(v):
    p = [v[0], v[1], v[2]]
    p.sort()
    return p[0] * p[1] ** 2


def by_a_key(v):
    p = sorted(v, key=lambda t: -t)
    return p[0] * p[1] ** 2


def three_by_a_key(v):
    p = sorted([v[0], v[1] * 2, v[2]], key=lambda t: -t)
    return p[0] * p[1] ** 2


def places_by_what_is_there(v):
    p = sorted(range(len(v)), key=lambda i: v[i])
    return v[p[0]] * v[p[1]] ** 2


def pairs_of_zip(v):
    p = sorted(zip(v, v[::-1] * 2), key=lambda t: t[1])
    return p[0][0] * p[1][1] ** 2


def pairs_of_enumerate(v):
    total = 0.0
    for rank, (i, q) in enumerate(sorted(enumerate(v), key=lambda t: t[1])):
        total += rank * i * q
    return total


def pairs_in_place(v):
    p = [(v[i], v[i - 1]) for i in range(len(v))]
    p.sort(key=lambda t: t[0], reverse=True)
    total = 0.0
    for k, (q, r) in enumerate(p[:3]):
        total += q * r * k
    return total


def pairs_stay_tuples(v):
    p = [(v[i], v[i - 1]) for i in range(len(v))]
    p = sorted(p, key=lambda t: t[0])
    q = p[0] + p[1]
    return q[0] * q[3] * len(q)


def three_pairs_stay_tuples(v):
    p = [(v[0], v[1]), (v[2], v[3]), (v[4], v[0])]
    p = sorted(p, key=lambda t: t[0])
    q = p[0] + p[1]
    return q[0] * q[3] * len(q)


def what_grew(v):
    out = []
    for r in v:
        if r > 0.5:
            out.append(r * r)
    out.sort(reverse=True)
    return out[0] * out[-1] ** 2


class Ranked:
    def __init__(self):
        self.items = []

    def add(self, q):
        self.items.append(q)
        self.items.sort()


def in_an_object(v):
    ranked = Ranked()
    for q in v:
        ranked.add(q * q)
    return ranked.items[0] * ranked.items[2] ** 2


def rows_by_their_first(v):
    rows = sorted(np.outer(v, v * v), key=lambda r: r[0])
    return np.sum(rows[0] * rows[1])


def median(values):
    ordered = sorted(values)
    n = len(ordered)
    if n % 2:
        return ordered[n // 2]
    return 0.5 * (ordered[n // 2] + ordered[n // 2 - 1])


def medians(v):
    return median(v) ** 2 + median([v[0], v[1]]) * median(list(v[1:]))


def items_of_a_dict(v):
    numbers = {"b": v[0], "a": v[1], "c": v[2]}
    total = 0.0
    for k, (_, q) in enumerate(sorted(numbers.items())):
        total += k * q
    return total


class Point(NamedTuple):
    a: float
    b: float
    c: float


def parts_of_a_named_tuple(v):
    p = sorted(Point(v[0], v[1], v[2]))
    return p[0] * p[1] ** 2


def values_of_a_dict(v):
    p = sorted({"a": v[0], "b": v[1], "c": v[2]}.values())
    return p[0] * p[1] ** 2


def numbers_of_a_range(v):
    total = 0.0
    for k, i in enumerate(sorted(range(1, len(v)), reverse=True)):
        total += v[i] * k
    return total


def lists_that_are_joined(v):
    p = sorted([v[0], v[1]] + list(v))
    return p[0] * p[1] ** 2 * len(p)


def what_a_generator_gives(v):
    p = sorted(v[i] * v[i - 1] for i in range(len(v)))
    return p[0] * p[1] ** 2


CASES = (
    parts_of_a_named_tuple,
    values_of_a_dict,
    numbers_of_a_range,
    lists_that_are_joined,
    what_a_generator_gives,
    an_array,
    an_array_falling,
    a_list_in_place,
    a_list_of_three_in_place,
    by_a_key,
    three_by_a_key,
    places_by_what_is_there,
    pairs_of_zip,
    pairs_of_enumerate,
    pairs_in_place,
    pairs_stay_tuples,
    three_pairs_stay_tuples,
    what_grew,
    in_an_object,
    rows_by_their_first,
    medians,
    items_of_a_dict,
)


@pytest.mark.parametrize("function", CASES)
def test_it_is_right_in_every_mode(function):
    check_plain(function, V)


@pytest.mark.parametrize("function", [pairs_in_place, in_an_object, medians])
def test_it_compiles(function):
    check_compiled(function, V)


def rows_without_a_key(v):
    return sorted(np.outer(v, v))[0][0]


def pairs_without_a_key(v):
    return sorted([(v[0], v[1]), (v[2], v[3])])[0][0]


def zipped_without_a_key(v):
    return sorted(zip(v, v[::-1]))[0][1]


@pytest.mark.parametrize(
    "function, what",
    [
        (rows_without_a_key, "arrays are sorted, whose order is not known"),
        (pairs_without_a_key, "tuples or lists are sorted, whose order is not known"),
        (zipped_without_a_key, "tuples or lists are sorted, whose order is not known"),
    ],
)
def test_orders_that_are_not_known_are_refused(function, what):
    with pytest.raises(s2sad.S2SADError, match=what):
        s2sad.grad(function, jit=False)(V)
