"""Loops over functions that yield: as if their statements stood there, or refused."""

import itertools

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.3, -0.7, 1.2, 0.5])
WEIGHTS = np.array([1.0, 2.0, 3.0, 4.0])


def halving(n):
    width = 1.0
    for k in range(n):
        yield k, width
        width *= 0.5


def weighted(v):
    for k in range(0, len(v), 2):
        yield v[k] * WEIGHTS[k]


def squares(v):
    for e in v:
        yield e * e


def around(v):
    yield v[0]
    for e in v:
        yield e * e
    yield 3.0


def forever(a):
    while True:
        yield a
        a = a * 0.5


def pairs(v):
    for i in range(len(v)):
        for j in range(i):
            if v[i] * v[j] > 10:
                return
            if j == 1:
                continue
            yield i, j


def several(v):
    yield from pairs(v)
    yield from ((0, 1), (1, 2))


def doubling(v):
    for i in range(len(v)):
        v[i] = v[i] * 2
        yield v[i]


def backwards(v, n):
    if n > 0:
        yield v[n]
        yield from backwards(v, n - 1)


def in_halves(v, first, end):
    if first + 1 == end:
        yield v[first]
    elif first < end:
        middle = (first + end) // 2
        yield from in_halves(v, first, middle)
        yield v[first] * v[middle]
        yield from in_halves(v, middle, end)


def with_a_result(v):
    total = 0.0
    for e in v:
        total += e
        if total > 0.5:
            return total
        yield total
    return 0.0


def with_functions(v):
    f, g = (lambda a: a * a), (lambda a: 3.0 * a)
    for e in v:
        yield f(e) + g(e)


def two_lists(v):
    first, second = [e for e in v if e > 0.4], [e * e for e in v if e > 0.0]
    for e in first:
        yield e
    for e in second:
        yield e


class Points:
    def __init__(self, x):
        self.x = x

    def scaled(self, k):
        for v in self.x:
            yield v * k


def state_that_is_carried(x):
    s = 0.0
    for i, w in halving(len(x)):
        s += w * x[i] ** 2
    return s


def summed(x):
    return sum(weighted(x)) ** 2


def several_yields(x):
    s = 1.0
    for e in around(x):
        s = s * e + 1
    return s


def left_early(x):
    s = 0.0
    for a in x:
        for b in forever(a):
            if b * b < 0.1:
                break
            s += b**3
    return s


def with_jumps_of_its_own(x):
    s = 0.0
    for i, j in pairs(x):
        s += x[i] * x[j] ** 2
    return s


def break_continue_and_else(x):
    s = 0.0
    for i, j in several(x):
        if i == 2:
            continue
        s += x[i] * x[j] ** 2
        if s > 3:
            break
    else:
        s = s * 2
    return s


def made_inside(x):
    def local(n):
        for i in range(n):
            yield x[i] * c

    c = 2.0
    s = 0.0
    for v in local(3):
        s += v * v
    return s


def writing_around(x):
    t = 0.0

    def running():
        nonlocal t
        for v in x:
            t = t + v
            yield t

    s = 0.0
    for v in running():
        s += v * t
    return s


def list_of_it(x):
    found = list(weighted(x))
    return found[0] * found[1] + len(found)


def comprehension(x):
    found = [a * b for _, a in halving(3) for b in weighted(x) if b > 0]
    return sum(found) * found[1]


def argument_bound_anew(x):
    s = 0.0
    for v in weighted(2 * x):
        x = x * v
        s += v
    return s + x[0]


def one_in_another(x):
    s = 0.0
    for v in weighted(x):
        for w in weighted(x):
            if w > 0.5:
                break
            s += v * w
        if s > 2:
            return s * 3
    return s


def method(x):
    s = 0.0
    for v in Points(x).scaled(2.0):
        s += v**2
    return s


def method_of_a_name(x):
    points = Points(x)
    return sum(v**3 for v in points.scaled(2.0))


def return_inside(x):
    s = 0.0
    for v in forever(x[0]):
        if v < 0.01:
            return s
        s += v


def any_and_max(x):
    return any(v > 0.2 for v in weighted(x)) * x[0] + max(weighted(x))


def by_key(x):
    return max(squares(x), key=lambda v: -v)


def writes_seen_by_the_loop(x):
    y, s = x.copy(), 0.0
    for v in doubling(y):
        s += v * y[0]
    return s


def writes_seen_by_the_generator(x):
    y, s = x.copy(), 0.0
    for v in doubling(y):
        y[2] = v
        s += v * y[0]
    return s


def recursive(x):
    s = 0.0
    for v in backwards(x, 3):
        s += v * v
    return s


def recursive_in_halves(x):
    s = 1.0
    for v in in_halves(x, 0, 4):
        s = s * v + v
    return s


def what_it_returns_is_not_seen(x):
    s = 1.0
    for v in with_a_result(x):
        s *= 1 + v
    return s


def attribute_set_in_the_loop(x):
    point, s = Points(x[0]), 0.0
    for v in both(point.x, x[1]):
        setattr(point, "x", point.x * 0.5)  # noqa: B010
        s += v * point.x
    return s


def kept_in_a_name(x):
    found = squares(x)
    s = 0.0
    for v in found:
        s += v
    return s


def numbered(x):
    s = 0.0
    for k, v in enumerate(squares(x), 1):
        s += k * v
    return s


def beside_others(x):
    s = 0.0
    for a, b, c in zip(x, squares(x), x[1:]):
        s += a * b * c
    return s


def mapped(x):
    s = sum(map(lambda v: v * v, squares(x)))
    for u, v in map(lambda a: (a, a * a), squares(x)):
        s += u * v
    return s


def filtered(x):
    kept = list(filter(lambda v: v > 0.1, squares(x)))
    s = kept[0] * kept[1]
    for v in filter(lambda v: v > 0.1, x):
        s += v**3
    return s


def functions_of_its_own(x):
    return sum(with_functions(x)) * x[0]


def lists_of_its_own(x):
    s = 1.0
    for e in two_lists(x):
        s = s * e + e
    return s


def items_that_are_lists(x):
    s = 0.0
    for v in itertools.chain.from_iterable([a, a * a] for a in x):
        s += v**2
    return s


def both(a, b):
    yield a * b
    yield a + b


def of_a_list(items):
    yield items[0]
    yield items[0] * items[1]


def list_written_in_the_loop(x):
    items, s = [x[0], x[1]], 0.0
    for v in of_a_list(items):
        items[0] = items[0] * 0.5
        s += v * items[0]
    for v in both(items[0], items[1]):
        items[0] = items[0] * 0.5
        s += v * items[0]
    return s


def list_bound_anew_in_the_loop(x):
    items, s = [x[0], x[1]], 0.0
    for v in of_a_list(items):
        items = [3.0, v]
        s += v * items[1]
    pair = x[0], x[1]
    for v in of_a_list(pair):
        pair = 3.0, v
        s += v * pair[1]
    return s


def attribute_written_in_the_loop(x):
    point, s = Points(x[0]), 0.0
    for v in both(point.x, x[1]):
        point.x = point.x * 0.5
        s += v * point.x
    return s + point.x


def element_written_in_the_loop(x):
    y, s = x * 1.0, 0.0
    for v in both(y[0], y[1]):
        y[0] = y[0] * 0.5
        s += v * y[0]
    return s


def what_may_be_none(b, c):
    yield c if b is None else b * c
    yield c if b is None else b * c


def none_at_first(x):
    best, s = None, 0.0
    for v in x:
        for w in what_may_be_none(best, v):
            best = w * 2
            s += w
    return s * best


PROGRAMS = [
    list_written_in_the_loop,
    list_bound_anew_in_the_loop,
    attribute_written_in_the_loop,
    element_written_in_the_loop,
    none_at_first,
    state_that_is_carried,
    summed,
    several_yields,
    left_early,
    with_jumps_of_its_own,
    break_continue_and_else,
    made_inside,
    writing_around,
    list_of_it,
    comprehension,
    argument_bound_anew,
    one_in_another,
    method,
    method_of_a_name,
    return_inside,
    any_and_max,
    by_key,
    writes_seen_by_the_loop,
    writes_seen_by_the_generator,
    recursive,
    recursive_in_halves,
    what_it_returns_is_not_seen,
    attribute_set_in_the_loop,
    kept_in_a_name,
    numbered,
    beside_others,
    mapped,
    filtered,
    functions_of_its_own,
    lists_of_its_own,
    items_that_are_lists,
]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda f: f.__name__)
def test_a_loop_over_what_is_yielded(program):
    check_plain(program, X)


@pytest.mark.parametrize(
    "program", [break_continue_and_else, left_early, lists_of_its_own]
)
def test_a_loop_over_what_is_yielded_compiled(program):
    check_compiled(program, X)


def test_the_text_has_the_statements_in_place():
    text = s2sad.source(s2sad.grad(with_jumps_of_its_own), X)
    assert text.count("def ") == 1


def test_a_depth_that_is_an_argument():
    function = lambda x, n: sum(v * v for v in backwards(x, n))  # noqa: E731
    gradient = s2sad.grad(function, jit=False)(X, 2)
    np.testing.assert_allclose(gradient, [0.0, 2 * X[1], 2 * X[2], 0.0])


def test_a_depth_that_is_known_leaves_no_tests():
    function = lambda x, n: sum(v * v for v in backwards(x, n))  # noqa: E731
    assert "if" not in s2sad.source(s2sad.grad(function), X, 2).split("forward")[1]


def kept_and_read_twice(x):
    found = squares(x)
    return sum(found) + sum(found)


def endless_in_a_name(x):
    found = forever(x[0])
    for v in found:
        if v < 0.1:
            return v
    return 0.0


def writes_kept_in_a_name(x):
    y = x.copy()
    found = doubling(y)
    s = y[0]
    for v in found:
        s += v
    return s


def guarded(v):
    try:
        yield from v
    finally:
        pass


def yield_in_a_try(x):
    return sum(v * v for v in guarded(x))


def asking(v):
    a = yield v[0]
    yield a


def yield_with_a_value(x):
    s = 0.0
    for _ in asking(x):
        s += 1.0
    return s * x[0]


def of_two(x):
    s = 0.0
    for v, w in zip(squares(x), squares(x)):
        s += v * w
    return s


def without_depth(v):
    yield v[0]
    yield from without_depth(v)


def recursion_without_an_end(x):
    for v in without_depth(x):
        if v > 100.0:
            return v
    return 0.0


def depth_that_is_not_known(x):
    return sum(v * v for v in in_halves(x, 0, len(x)))


REFUSED = {
    depth_that_is_not_known: ("in_halves goes over itself", "a while loop"),
    kept_and_read_twice: ("gone through once", "a list of it"),
    endless_in_a_name: ("gone through once", "a list of it"),
    writes_kept_in_a_name: ("gone through once", "a list of it"),
    yield_in_a_try: ("a yield that is not a statement", "a list"),
    yield_with_a_value: ("a yield that is not a statement", "a list"),
    of_two: ("squares yields", "list(squares(...))"),
    recursion_without_an_end: ("again and again", "a list"),
}


@pytest.mark.parametrize("program", REFUSED, ids=lambda f: f.__name__)
def test_what_is_refused_says_what_to_write(program):
    what, instead = REFUSED[program]
    with pytest.raises((s2sad.RefusalError, s2sad.ReachedError)) as caught:
        s2sad.grad(program, jit=False)(X)
    assert what in str(caught.value)
    if isinstance(caught.value, s2sad.RefusalError):
        assert instead in str(caught.value)


def listed_beside(x):
    s = 0.0
    for v, w in zip(squares(x), list(squares(x))):
        s += v * w
    return s


def test_the_rewrite_of_two_generators_works():
    check_plain(listed_beside, X)


def of_what_is_written(x):
    y, s = x * 1.0, 0.0
    for v in (y[1] * a for a in x):
        y[1] = y[1] * 0.5
        s += v
    return s


def of_parts_that_are_written(x):
    items, s = [x[0], x[1]], 0.0
    for v in (items[1] * a for a in x):
        items[1] = items[1] * 0.5
        s += v * v
    for v in (items[1] * a for a in (1.0, x[2], 3.0)):
        items[1] = items[1] * 0.5
        s += v * v
    return s


def numbered_and_written(x):
    y, s = x * 1.0, 0.0
    for k, v in enumerate(y[1] * a for a in x):
        y[1] = y[1] * 0.5
        s += v * k
    for a, v in zip(x, (y[1] * a for a in x)):
        y[1] = y[1] * 0.5
        s += v * a
    return s


def given_to_a_generator(x):
    items, s, k = [x[0], x[1]], 0.0, x[2]
    for v in itertools.chain.from_iterable([u, w] for u in x for w in items):
        items[0] = items[0] - 0.5
        s += v * v
    for v in itertools.takewhile(lambda t: t < 10, (k * a for a in x)):
        k = k * 0.5
        s += v * v
    return s


def two_loops_and_a_break(x):
    s = 0.0
    for v in (a * b for a in x if a > 0 for b in x[:2]):
        if v < 0:
            continue
        s += v * v
        if s > 1:
            break
    return s


EXPRESSIONS = [
    of_what_is_written,
    of_parts_that_are_written,
    numbered_and_written,
    given_to_a_generator,
    two_loops_and_a_break,
]


@pytest.mark.parametrize("program", EXPRESSIONS, ids=lambda f: f.__name__)
def test_an_expression_makes_each_item_when_its_turn_comes(program):
    check_plain(program, X)


def test_an_expression_compiled():
    check_compiled(two_loops_and_a_break, X)


def two_expressions(x):
    y, s = x * 1.0, 0.0
    for v, w in zip((2 * y[1] * a for a in x), (y[1] * a for a in x)):
        y[1] = y[1] * 0.5
        s += v * w
    return s


def test_two_expressions_side_by_side_are_refused_if_the_loop_changes_them():
    with pytest.raises(s2sad.RefusalError, match="y is changed in a loop over it"):
        s2sad.grad(two_expressions)(X)
