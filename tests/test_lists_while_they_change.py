"""Lists that get what is made of them, loops over lists whose names are bound anew, and
indices out of bounds that are caught.
"""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain, of_numbers

X = np.array([1.2, 0.7, 1.9])


def last_one(x):
    b = [v for v in x]
    b.append(0.6 * b[-1])
    return sum(b)


def twice(x):
    b = list(x)
    b.append(b[-1] * 3.0)
    b.append(b[len(b) - 1] * x[0])
    return b[-1] * b[-2]


def all_of_it(x):
    b = [v * 0.5 for v in x]
    b.append(sum(b) * x[0])
    b.append(max(b) * len(b))
    b.append(np.dot(b[:3], x))
    return b[3] * b[4] + b[5]


def by_a_helper(x):
    def ends(a):
        return a[-1] * a[0]

    b = [v * 0.5 for v in x]
    b.append(ends(b))
    return b[3]


def on_one_path(x):
    b = [v * 0.5 for v in x]
    if x[0] > 1.0:
        b.append(b[-1] * b[0])
    return b[-1] * 3.0


def two_at_once(x):
    b = [v * v for v in x]
    for _ in range(3):
        b.extend([b[-1] * x[0], b[-2] * 0.5, len(b) * x[1]])
        b += [b[-1] * 0.1, b[-2]]
        b.insert(0, b[-1] * 0.5 + len(b))
    return b[-1] * b[-2] + b[0] * b[4]


def pairs(x):
    b = [(v, 1) for v in x]
    b.append((b[-1][0] * 2.0, len(b)))
    b.append((b[-1][0] * 2.0, len(b)))
    return b[-1][0] * b[-1][1] + b[-2][0] * b[-2][1]


def until_it_is_long(x):
    b = [v for v in x]
    while len(b) < 7:
        b.append(b[-1] * 0.5 + b[0] * len(b) * 0.1)
        b.append(max(b))
    return sum(b)


def another_list(x):
    n, total = [v * 2.0 for v in x], 0.0
    for e in n:
        n = [e * v * 0.1 for v in n]
        total += e * n[0]
    return total


def turned_round(x):
    n = [[x[0], 1.0], [x[1], 2.0], [x[2], 3.0]]
    for e in reversed(n):
        e[1] = x[1] * e[0]
        n = [n[1], n[2], n[0]]
    return n[0][0] * n[0][1] + 2.0 * n[1][1]


def beside_another(x):
    n, total = [v * 2.0 for v in x], 0.0
    for i, (e, z) in enumerate(zip(n, x)):
        n = [e * v * 0.1 for v in n]
        total += e * n[0] * z * i
    return total


def keys_of_another(x):
    d, total = {"a": x[0], "b": x[1]}, 0.0
    for key, value in d.items():
        d = {"a": value * d["b"], "b": x[2]}
        total += value * d["a"] * len(key)
    return total


def beyond_the_list(x):
    a, s = [v for v in x], x[0]
    a.append(x[0])
    try:
        s = a[4]
    except IndexError:
        s = x[1] * 2.0
    return s


def up_to_the_end(x):
    a, total, i = [], 0.0, 0
    for v in x:
        a.append(v * v)
    while True:
        try:
            total += a[i] * (i + 1)
        except IndexError:
            break
        i += 1
    return total


def written_beyond(x):
    a, i = [x[0], x[1]], 0
    try:
        while True:
            a[i] = a[i] * x[2]
            i += 1
    except IndexError:
        a[0] += x[1]
    return a[0] * a[1]


RIGHT = (
    last_one,
    twice,
    all_of_it,
    by_a_helper,
    on_one_path,
    two_at_once,
    pairs,
    until_it_is_long,
    another_list,
    turned_round,
    beside_another,
    keys_of_another,
    beyond_the_list,
    up_to_the_end,
    written_beyond,
)


@pytest.mark.parametrize("program", RIGHT)
def test_it_is_what_python_does(program):
    check_plain(program, X)
    check_plain(of_numbers(program), *map(float, X))


@pytest.mark.parametrize("program", [twice, two_at_once, another_list, up_to_the_end])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)
