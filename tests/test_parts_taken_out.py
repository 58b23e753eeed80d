"""Dicts that make the parts they lack, parts of lists that are deleted, and lists of
which a test chooses one.
"""

import collections
from collections import OrderedDict, defaultdict

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.2, 0.7, 1.9])
SETTINGS = {"steps": 3, "least": 1e-9}


def sums_by_name(x):
    sums = defaultdict(float)
    for value, name in zip(x, ["C", "H", "C"]):
        sums[name] += value * value
    return sums["C"] * sums["H"] * len(sums)


def lists_by_name(x):
    groups = defaultdict(list)
    for value, name in zip(x, "aba"):
        groups[name].append(value * value)
    return sum(sum(group) for group in groups.values()) * groups["a"][1]


def parts_that_are_made(x):
    made = collections.defaultdict(lambda: x[0], {"b": x[2]})
    made["a"] += x[1]
    in_order = OrderedDict([("b", x[2]), ("a", made["a"])])
    return sum(in_order.values()) * made["c"] * made["b"] * len(made)


def given_and_set(x, given=None):
    options = {**SETTINGS, **(given or {})}
    y = x[0]
    for _ in range(options["steps"]):
        y = y - (y * y - x[1]) / (2.0 * y)
    return y


def first_ones(x):
    kept = [v * v for v in x]
    del kept[1:]
    kept += [x[2]]
    return kept[0] * kept[1] * len(kept)


def last_ones(x):
    kept, k = [v * v for v in x], int(x[0])
    del kept[:k]
    return sum(kept) * len(kept)


def between(x):
    kept, k = [v * v for v in x] + [x[0], x[1]], int(x[0])
    del kept[k:-1]
    kept.append(x[0])
    return sum(kept) * len(kept) + kept[0] * kept[1]


def outside(x):
    kept, k = [v * v for v in x], int(x[0]) + 7
    del kept[k:2]
    del kept[9:]
    del kept[-9:-2]
    return sum(kept) * len(kept)


def of_known_parts(x):
    kept, k = [x[0], x[1], x[2]], int(x[0])
    del kept[-k:]
    return sum(kept) * len(kept)


def window(x):
    seen, total = [], 0.0
    for v in x:
        seen.append(v)
        if len(seen) > 2:
            del seen[:-2]
        total += sum(seen) / len(seen)
    return total


def one_of_two(x):
    large, small = [], [x[0]]
    for v in x:
        (large if v > 1 else small).append(v)
        (large if v < 0 else small).extend([v, v * v])
    return sum(large) * sum(small)


def rows_of_two_lengths(x):
    if x[0] > 1:
        rows = [[x[0], x[1]], [x[1], x[2] ** 2]]
    else:
        rows = [[x[0], x[1], 1.0], [x[1], x[2] ** 2, x[0]], [0.0, 1.0, x[1]]]
    return np.sum(np.array(rows) * x[0])


RIGHT = (
    sums_by_name,
    lists_by_name,
    parts_that_are_made,
    given_and_set,
    first_ones,
    last_ones,
    between,
    outside,
    of_known_parts,
    window,
    one_of_two,
    rows_of_two_lengths,
)


@pytest.mark.parametrize("program", RIGHT)
def test_it_is_what_python_does(program):
    check_plain(program, X)
    check_plain(program, X[::-1] - 0.3)


@pytest.mark.parametrize("program", [between, window, one_of_two])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)


def passed_on(x):
    def add(sums, name, value):
        sums[name] += value

    sums = defaultdict(float)
    add(sums, "a", x[0])
    return sums["a"] * x[1]


def returned(x):
    def made():
        sums = defaultdict(float)
        sums["b"] = x[0]
        return sums

    sums = made()
    sums["a"] += x[1]
    return sums["a"] * sums["b"]


@pytest.mark.parametrize("program", [passed_on, returned])
def test_what_another_function_would_not_know_is_refused(program):
    with pytest.raises(s2sad.S2SADError, match="a defaultdict is passed"):
        s2sad.grad(program, jit=False)(X)


def test_what_a_dict_lacks_is_an_error():
    def f(x):
        sums = defaultdict(None, {"a": x[0]})
        return sums["b"]

    with pytest.raises(s2sad.S2SADError, match="there is no part 'b'"):
        s2sad.grad(f, jit=False)(X)
