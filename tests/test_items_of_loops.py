"""What loops go over: items keep what they had before the first trip.

Loops over parts that are known one by one are written out, trip after trip.
"""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

WEIGHTS = (0.5, 0.7)
PAIR = np.array([0.3, 0.7])


def display(y):
    for v in (y, 2.0 * y):
        y = y + v**2
    return y


def display_under_enumerate(y):
    for k, v in enumerate([y, 2.0 * y], 1):
        y = y + k * v
    return y


def display_beside_constants(y):
    for weight, v in zip(WEIGHTS, (y, 2.0 * y)):
        y = y + weight * v
    return y


def display_turned_round(y):
    for v in reversed([y, 3.0 * y]):
        y = y + v
    return y


def comprehension(y):
    for v in [y * c for c in (1.0, 2.0)]:
        y = y * v + 1.0
    return y


def names_that_change_places(y):
    u, v = y, y**2
    for item in (u, v):
        u, v = v * item, u + item
    return u + v


def name_of_the_loop(y):
    for y in (y, 2.0 * y, 3.0 * y):  # noqa: B020
        y = y**2 + 1.0
    return y


def values_of_a_display(y):
    for name, v in {"first": y, "second": 2.0 * y}.items():
        y = y * v + (1.0 if name == "first" else 2.0)
    return y


def nonlocal_name(y):
    total = 0.0

    def doubled():
        nonlocal y
        y = 2.0 * y
        return y

    for v in (y, y + 1.0):
        total += v * doubled()
    return total


def parts_of_a_list(y):
    values = [y, 2.0 * y]
    total = 0.0
    for v in (values[0], values[1]):
        values[1] = 3.0 * v
        total += v
    return total + values[1]


def slice_of_a_list(y):
    values = [y, 2.0 * y, 3.0 * y]
    total = 0.0
    for v in values[1:]:
        values[2] = v**2
        total += v
    return total + values[2]


def list_that_is_looked_at_trip_by_trip(y):
    values = [y, 2.0 * y, 3.0 * y]
    total = 0.0
    for k, v in enumerate(values):
        if k < 2:
            values[k + 1] = v**2
        total += v
    return total


def generator(y):
    for v in (y * c for c in (y, 2.0 * y)):
        y = y + v
    return y


def mapped(y):
    for v in map(lambda t: t * y, (y, 2.0 * y)):
        y = y + v
    return y


def left_early(y):
    for v, w in zip((y, 2.0 * y), [3.0 * y, y * y]):
        y = y + v * w
        if y > 100.0:
            break
    return y


class Point:
    def __init__(self, height):
        self.height = height


def attributes(y):
    point = Point(y)
    for v in (point.height, 2.0 * point.height):
        point.height = point.height + v
    return point.height


OF_NUMBERS = (
    display,
    display_under_enumerate,
    display_beside_constants,
    display_turned_round,
    comprehension,
    names_that_change_places,
    name_of_the_loop,
    values_of_a_display,
    nonlocal_name,
    parts_of_a_list,
    slice_of_a_list,
    list_that_is_looked_at_trip_by_trip,
    generator,
    mapped,
    left_early,
    attributes,
)


@pytest.mark.parametrize("function", OF_NUMBERS)
def test_items_are_what_python_makes_them(function):
    check_plain(function, 0.3)


def test_items_are_what_python_makes_them_where_they_are_compiled():
    check_compiled(display_beside_constants, 0.3)


def elements(x):
    x = x.copy()
    for v in (x[0], x[1]):
        x[1] = v * x[0] + x[1]
    return x


def arrays(x):
    for row in (x, 2.0 * x):
        x = row * x
    return x


def in_each_trip(x, n):
    y = x[0]
    for _ in range(n):
        for v in (y, x[1] * y):
            y = y + v
    return y


def test_items_that_are_elements_or_arrays():
    check_plain(elements, PAIR)
    check_plain(arrays, PAIR)
    check_plain(in_each_trip, PAIR, 2)


def test_items_that_no_trip_changes_get_no_names():
    def steady(y):
        total = 0.0
        for v in (y, 2.0 * y):
            total += v**2
        return total

    assert "item" not in s2sad.source(s2sad.value_and_grad(steady, jit=False), 0.3)


def starts_that_change(x):
    first, start, stop = 2, 1, 5
    total = 0.0
    for k, v in zip(range(first, 10), x):
        first += 1
        total += k * v**2
    for k, v in enumerate(x, start=start):
        start += 2
        total += k * v**3
    for k, v in zip(reversed(range(stop)), x):
        stop -= 1
        total += k * v
    return total


def starts_in_an_array(x):
    places, total = np.array([3, 2]), 0.0
    for k, v in zip(range(places[1], 8), x):
        places[1] += 1
        total += k * v**2
    for k, v in enumerate(x, places[0]):
        places[0] += k
        total += k * v**3
    return total


@pytest.mark.parametrize("function", [starts_that_change, starts_in_an_array])
def test_numbers_that_are_counted_from_are_those_of_the_start(function):
    check_plain(function, np.array([0.3, 0.7, 1.2]))


def weighted(y, n):
    values = []
    for k in range(n):
        values.append(np.sin(y + k))
    total = 0.0
    for weight, v in zip(WEIGHTS, values):
        total += weight * v
    return total


def test_a_captured_tuple_beside_a_list_of_any_length():
    check_plain(weighted, 0.3, 2)
