"""What iter gives, and what next takes of it; objects that are gone through."""

import itertools

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.3, -0.7, 1.2, 0.5])


class Walk:
    def __init__(self, x):
        self.x, self.height = x, 1.0

    def __iter__(self):
        for v in self.x:
            self.height += v
            yield v * self.height


def doubling(v):
    for i in range(len(v)):
        v[i] = v[i] * 2
        yield v[i]


def two_of_it(x):
    items = iter(x)
    return next(items) * next(items) ** 2


def in_a_loop(x):
    items = iter(x)
    s = next(items)
    for k in range(len(x) - 1):
        s = s * next(items) + k
    return s


def in_a_branch(x):
    items = iter(x)
    s = next(items)
    if s > 0:
        s += next(items) ** 2
    return s * next(items)


def what_is_left(x):
    items, s = iter(x), 0.0
    first = next(items)
    for v in items:
        if v > 1:
            break
        s += first * v * v
    for k, v in enumerate(items, 1):
        s += k * v * s
    return s + next(items, x[1])


def of_what_is_written(x):
    y = x.copy()
    items = iter(y)
    first = next(items)
    y[1] = first * y[2]
    return next(items) * first


def of_a_list_that_grows(x):
    values = [x[0], x[1]]
    items = iter(values)
    first = next(items)
    values.append(x[2])
    return first * next(items) * next(items)


def passed_on(x):
    def two(items):
        return next(items) * next(items)

    items = iter(x)
    return two(items) + two(items)


def taken_by_zip(x):
    items, s = iter(x), 0.0
    for a, b in zip(items, x[:2]):
        s += a * b
    return s * next(items)


def left_by_zip(x):
    items, s = iter(x), 0.0
    for a, b in zip(x[:2], items):
        s += a * b
    return s * next(items)


def taken_by_islice(x):
    items, s = iter(x), 0.0
    for v in itertools.islice(items, 2):
        s += v * v
    return s * next(items)


def taken_by_any(x):
    items = iter(x)
    return any(v < 0 for v in items) * next(items) ** 2


def object_that_is_gone_through(x):
    walk, s = Walk(x), 0.0
    for v in walk:
        s += v
    return s * walk.height


def yielded_beside_less(x):
    y, s = x.copy(), 0.0
    for a, b in zip(doubling(y), x[:2]):
        s += a * b
    for b, a in zip(x[:2], doubling(y)):
        s += a * b
    for v in itertools.islice(doubling(y), 2, 1):
        s += v
    return s + y[0] * y[1] * y[2]


PROGRAMS = [
    two_of_it,
    in_a_loop,
    in_a_branch,
    what_is_left,
    of_what_is_written,
    of_a_list_that_grows,
    passed_on,
    taken_by_zip,
    left_by_zip,
    taken_by_islice,
    taken_by_any,
    object_that_is_gone_through,
    yielded_beside_less,
]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda f: f.__name__)
def test_items_are_taken_as_python_takes_them(program):
    check_plain(program, X)


def test_items_are_taken_as_python_takes_them_compiled():
    check_compiled(in_a_loop, X)
    check_compiled(what_is_left, X)


def test_there_is_no_item_behind_the_last():
    with pytest.raises(StopIteration):
        two_of_it(X[:1])
    with pytest.raises(StopIteration):
        s2sad.grad(two_of_it, jit=False)(X[:1])


def of_keys(x):
    return x[next(iter({0: x[0], 1: x[1]}))]


def beside_itself(x):
    items = iter(x)
    return sum(a * b for a, b in zip(items, items))


@pytest.mark.parametrize("program", [of_keys, beside_itself], ids=lambda f: f.__name__)
def test_what_has_no_places_is_refused(program):
    with pytest.raises(s2sad.RefusalError, match="iter of what|Iterator is used"):
        s2sad.grad(program)(X)


def rest_as_a_list(x):
    it, others = iter(x), iter([x[0], x[1] * 2.0, x[2]])
    first = next(it)
    next(others)
    return first * np.sum(np.array(list(it)) ** 2) + max(others) + sum(it)


def test_the_rest_may_be_listed():
    check_plain(rest_as_a_list, np.array([0.3, 0.4, 0.5]))
    check_compiled(rest_as_a_list, np.array([0.3, 0.4, 0.5]))


def strictly_together(x, y):
    s = sum(a * b for a, b in zip(x, y, strict=True))
    for k, (a, b) in enumerate(zip(x, y, strict=True)):
        s += k * a * b
    return s + sum(a for a, _ in zip(x, y[1:], strict=False))


@pytest.mark.parametrize("jit", [False, True])
def test_zip_is_as_strict_as_it_is_told(jit):
    x = np.array([0.3, 0.4, 0.5])
    made = s2sad.value_and_grad(strictly_together, jit=jit)
    value, gradient = made(x, 2.0 * x)
    assert value == strictly_together(x, 2.0 * x)
    np.testing.assert_allclose(gradient, 2.0 * x * [1.0, 2.0, 3.0] + [1.0, 1.0, 0.0])
    with pytest.raises(ValueError, match="different lengths"):
        made(x, np.ones(4))
