"""What itertools, operator and NumPy have to go over items: loops, or parts."""

import functools
import itertools
import math
import operator

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.3, -0.7, 1.2, 0.5])
THIRD = operator.itemgetter(2)


def product_of_arrays(x):
    s = 0.0
    for a, b in itertools.product(x, x):
        s += a * b * b
    return s


def product_of_ranges(x):
    s = 0.0
    for i, j in itertools.product(range(len(x)), repeat=2):
        s += x[i] * x[j] ** 2 * i
    return s


def product_of_known_ranges(x):
    s = 0.0
    for i, j, k in itertools.product(range(2), range(3), range(2)):
        s += x[i] * x[j] ** 2 * (k + 1)
    return s


def product_of_parts(x):
    s = 0.0
    for a, b in itertools.product((x[0], x[1]), (1.0, -1.0)):
        s += a * a * b * x[2] + a
    return s


def product_of_many_parts(x):
    s = 0.0
    first, second = (x[0], x[1], x[2]), (x[1], x[3], 2.0)
    for a in itertools.product(first, second, (1.0, x[0], x[2]), (1.0, 3.0, 4.0)):
        s += a[0] * a[1] * a[2] + a[3]
    return s


def product_that_ends_early(x):
    s = 0.0
    for i, j in itertools.product(range(len(x)), range(3)):
        if j == 1:
            continue
        s += x[i] * x[j]
        if s > 0.5:
            break
    return s


def product_with_else(x):
    s, i, j = 0.0, 0, 0
    for i, j in itertools.product(range(3), repeat=2):
        if j > i:
            continue
        if i == 2:
            break
        s += x[i] * x[j]
    else:
        s = 0.0
    return s * x[3] + i * j


def product_with_numbers(x):
    s = 0.0
    for n, (i, j) in enumerate(itertools.product(range(len(x)), range(2))):
        s += n * x[i] * x[j]
    return s


def product_of_what_is_written(x):
    y, s = x.copy(), 0.0
    for a, b in itertools.product(y, y):
        y[0] = y[0] * 0.5 + a
        s += a * b
    return s + y[0]


def product_of_rows_that_are_written(x):
    a, s = x.reshape(2, 2) * 1.0, 0.0
    for u, v in itertools.product(a, a):
        a[0, 1] = a[0, 1] * 0.5
        s += u @ v
    return s


def combinations_of_two(x):
    s = 0.0
    for i, j in itertools.combinations(range(len(x)), 2):
        s += x[i] * x[j] ** 2
    return s


def combinations_of_three(x):
    s = 0.0
    for a, b, c in itertools.combinations(x, 3):
        s += a * b**2 * c**3
    return s


def combinations_of_a_range(x):
    s = 0.0
    for i, j in itertools.combinations(range(1, len(x), 2), 2):
        s += x[i] * x[j] ** 2
    return s


def combinations_listed(x):
    pairs = list(itertools.combinations(range(len(x)), 2))
    s = 0.0
    for i, j in pairs:
        s += x[i] * x[j] ** 2
    return s * len(pairs)


def combinations_in_a_name(x):
    pairs = itertools.combinations(range(len(x)), 2)
    return sum(x[i] * x[j] ** 2 for i, j in pairs)


def nearest(x):
    best = None
    for a, b in itertools.combinations(x, 2):
        d = (a - b) ** 2
        if best is None or d < best:
            best = d
    return best


def nearest_at_once(x):
    return min(abs(a - b) for a, b in itertools.combinations(x, 2))


def combinations_of_a_list(x):
    kept = [v for v in x if v > 0]
    out = []
    for a, b in itertools.combinations(kept, 2):
        out.append(a * b)
    for a, b in itertools.pairwise(kept):
        out.append(a + b)
    return sum(out) * out[0]


def with_replacement(x):
    s = 0.0
    for a, b in itertools.combinations_with_replacement(x, 2):
        s += a * b**2
    return s


def permutations_of_two(x):
    s = 0.0
    for i, j in itertools.permutations(range(len(x)), 2):
        s += x[i] * x[j] ** 2
    return s


def permutations_of_all(x):
    s = 0.0
    for p in itertools.permutations(range(3)):
        s += x[p[0]] * x[p[1]] ** 2 * x[p[2]] ** 3
    return s


def chained(x):
    s = 0.0
    for k, v in enumerate(itertools.chain(x, x[:2], [2.0])):
        s += k * v**2
    return s


def chained_ranges(x):
    s = 0.0
    for i in range(len(x)):
        for j in itertools.chain(range(i), range(i + 1, len(x))):
            s += x[i] * x[j] ** 2
    return s


def chained_from(x):
    s = 0.0
    for v in itertools.chain.from_iterable([x, x[:2]]):
        s += v**2
    return s + sum(itertools.chain((x[0], x[1]), [2.0]))


def chained_and_written(x):
    y, s = x * 1.0, 0.0
    for v in itertools.chain(y, y):
        y[2] = v * 0.5
        s += v * v
    return s


def accumulated(x):
    s = 0.0
    for v in itertools.accumulate(x):
        s += v**2
    return s


def accumulated_by_a_function(x):
    products = itertools.accumulate(x, operator.mul)
    decayed = list(itertools.accumulate(x, lambda a, b: 0.9 * a + b))
    return sum(products) * decayed[1] + decayed[-1]


def accumulated_from(x):
    totals = list(itertools.accumulate(x, initial=1.0))
    return totals[-1] ** 2 * len(totals)


def accumulated_parts(x):
    a, b, c = itertools.accumulate((x[0], x[1], x[2]))
    return a * b * c


def accumulated_largest(x):
    largest = np.array(list(itertools.accumulate(x, max)))
    return largest @ largest


def pairs(x):
    y = np.zeros(len(x))
    for k, (a, b) in enumerate(itertools.pairwise(x)):
        y[k] = (b - a) ** 2 * a
    return np.sum(y) + sum(a * b for a, b in itertools.pairwise((x[0], x[1], x[2])))


def rising(x):
    up = any(a > b for a, b in itertools.pairwise(x))
    steep = all(a > 3 * b for a, b in itertools.pairwise(x))
    return up * x[0] + steep * x[1]


def repeated(x):
    s = 0.0
    for v in itertools.repeat(x[0], 3):
        s = s * v + 1.0
    for a, b in zip(x, itertools.repeat(x[1])):
        s += a * b
    return s + sum(map(pow, x, itertools.repeat(2.0)))


def counted(x):
    s = x[0]
    for i in itertools.count():
        s = s * 0.5 + i * x[1]
        if i > 4:
            break
    for i, v in zip(itertools.count(1, 2), x):
        s += i * v**2
    for i in itertools.islice(itertools.count(2), 2):
        s += x[i] * i
    return s


def in_turns(x):
    s = 0.0
    for w, v in zip(itertools.cycle((1.0, -2.0)), x):
        s += w * v**2
    for w, v in zip(itertools.cycle(x[:2]), x):
        s += w * v**2
    return s


def sliced(x):
    s = 0.0
    for v in itertools.islice(x, 1, None):
        s += v**2
    for v in itertools.islice(x, 0, 3, 2):
        s += v**3
    for a, b in itertools.islice(zip(x, x[1:]), 2):
        s += a * b
    return s


def starred(x):
    s = sum(itertools.starmap(lambda a, b: a * b**2, zip(x, x[1:])))
    return s + sum(itertools.starmap(math.pow, [(x[0] ** 2, 2.0), (x[3], 3.0)]))


def of_the_longest(x):
    s = 0.0
    for a, b in itertools.zip_longest(x, x[:2], fillvalue=0.5):
        s += a * b
    for a, b in itertools.zip_longest((x[0], x[1]), (x[2],), fillvalue=1.0):
        s += a * b
    return s


def while_it_holds(x):
    s = 0.0
    for v in itertools.takewhile(lambda v: v < 1.0, x):
        s += v**2
    for v in itertools.dropwhile(lambda v: v < 1.0, x):
        s += v**3
    for v in itertools.takewhile(lambda v: v < 0.7, itertools.accumulate(x)):
        s += v
    return s


def chosen(x):
    s = sum(itertools.filterfalse(lambda v: v < 0, x))
    for v in itertools.compress(x, [True, False, True, True]):
        s += v**2
    for v in itertools.compress(x, x > 0.4):
        s += v**3
    return s


def places_of_elements(x):
    a, s = x.reshape(2, 2), 0.0
    for i, j in np.ndindex(a.shape):
        s += a[i, j] ** 2 * (i + 1)
    for i, j in np.ndindex(2, 2):
        s += a[i, j] ** 2 * (j + 1)
    for place in np.ndindex(*a.shape):
        s += a[place]
    return s


def elements_with_places(x):
    a, b = x.reshape(2, 2), np.zeros((2, 2))
    for place, v in np.ndenumerate(a):
        b[place[::-1]] = v**2
    s = 0.0
    for (i, j), v in np.ndenumerate(a):
        s += v**3 * i
        if j > 0 and s > 0.1:
            break
    return np.sum(b * a) + s


def elements_in_order(x):
    s = 0.0
    for k, v in enumerate(np.nditer(x.reshape(2, 2).T, order="C")):
        s += v**3 * k
    return s


def operators(x):
    power = operator.truediv(x[3], operator.neg(operator.pow(x[0], 2)))
    s = operator.add(x[0], operator.mul(x[1], operator.sub(x[2], power)))
    s += operator.iadd(x[0], 2.0) * operator.floordiv(x[1], 0.2)
    s += operator.mod(x[2], 0.5) * operator.abs(x[1])
    return s + (x[0] if operator.lt(x[0], x[1]) else operator.matmul(x, x))


def parts_taken(x):
    a, b = operator.itemgetter(0, 2)(x)
    turned = operator.attrgetter("T")(x)[1]
    highest = operator.methodcaller("max")(x)
    return a * b * turned + highest * THIRD(x) + operator.getitem(x, 3) ** 2


def reduced(x):
    s = functools.reduce(operator.mul, x)
    s += functools.reduce(lambda a, i: a * x[i] + i, range(len(x)), 1.0)
    return s + functools.reduce(operator.add, [x[0], x[1] ** 2], 1.0)


PROGRAMS = [v for v in list(globals().values()) if getattr(v, "__code__", None)]
PROGRAMS = [v for v in PROGRAMS if v.__module__ == __name__]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda f: f.__name__)
def test_items_one_after_the_other(program):
    check_plain(program, X)


COMPILED = [
    product_that_ends_early,
    product_of_what_is_written,
    combinations_of_a_list,
    permutations_of_two,
    chained,
    accumulated_by_a_function,
    counted,
    in_turns,
    sliced,
    of_the_longest,
    while_it_holds,
    elements_with_places,
    reduced,
]


@pytest.mark.parametrize("program", COMPILED, ids=lambda f: f.__name__)
def test_items_one_after_the_other_compiled(program):
    check_compiled(program, X)


def test_combinations_are_loops_in_each_other():
    text = s2sad.source(s2sad.grad(combinations_of_two), X)
    assert "for i in range(len(x)):" in text
    assert "for j in range(i + 1, len(x)):" in text


def combinations_of_some(x, r):
    s = 0.0
    for items in itertools.combinations(x, r):
        t = 1.0
        for v in items:
            t *= v
        s += t
    return s


def test_how_many_are_combined_is_known_wherever_it_comes_from():
    for r in (1, 2, 3):
        gradient = s2sad.grad(combinations_of_some, jit=False)(X, r)
        step = 1e-6 * np.eye(4)
        ahead = [combinations_of_some(X + h, r) for h in step]
        behind = [combinations_of_some(X - h, r) for h in step]
        slopes = (np.array(ahead) - np.array(behind)) / 2e-6
        np.testing.assert_allclose(gradient, slopes, rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_few_items_or_none(size):
    for program in (combinations_of_two, accumulated, pairs_alone, product_of_arrays):
        x = X[:size]
        value, gradient = s2sad.value_and_grad(program, jit=False)(x)
        assert value == program(x)
        assert gradient.shape == (size,)


def pairs_alone(x):
    return sum((a * b for a, b in itertools.pairwise(x)), 0.0)


def first(x, n):
    return sum(itertools.islice(x, n))


def test_places_below_zero_raise_as_in_python():
    with pytest.raises(ValueError):
        first(X, -1)
    with pytest.raises(ValueError):
        s2sad.grad(first, jit=False)(X, -1)


def distance(a, b):
    return np.sqrt(np.sum((a - b) ** 2))


def functions_that_write_nothing(x):
    rows, s = np.outer(x, [1.0, 2.0, x[1]]), 0.0
    for a, b in itertools.pairwise(rows):
        s += distance(a, b) + np.dot(a, b) + np.linalg.norm(a, axis=0)
    return s


def pairs_that_numpy_writes(x):
    y, s = x.copy(), 0.0
    for a, b in itertools.pairwise(y):
        np.add.at(y, [2], a)
        s += a * b
    return s


def pairs_that_are_copied_into(x):
    y, s = x.copy(), 0.0
    for a, b in itertools.pairwise(y):
        np.multiply(y, 0.5, y)
        s += a * b
    return s


def test_functions_that_write_nothing_leave_what_is_gone_over():
    check_plain(functions_that_write_nothing, X)


def pairs_that_are_written(x):
    y, s = x.copy(), 0.0
    z = y
    for a, b in itertools.pairwise(y):
        z[1] = z[1] * 0.5
        s += a * b * b
    return s


def write(a):
    a[1] = 7.0


def pairs_that_a_function_writes(x):
    y, s = x * 1.0, 0.0
    for a, b in itertools.pairwise(y):
        write(y)
        s += a * b
    return s


def pairs_written_by_a_new_name(x):
    y, s = x * 1.0, 0.0
    for a, b in itertools.pairwise(y):
        z = y
        z[1] = 5.0
        s += a * b
    return s


def list_that_is_written(x):
    items, s = [v for v in x if v > 0], 0.0
    for a, b in itertools.combinations(items, 2):
        items[0] = 3.0
        s += a * b
    return s


def list_of_parts_that_is_written(x):
    items, s = [1.0, x[0], 2 * x[1]], 0.0
    other = items
    for v in itertools.chain(items, x):
        other[1] = other[1] * 0.5
        s += v * v
    return s


def list_that_grows(x):
    items, s = [1.0, x[0]], 0.0
    for v in itertools.chain(items, x):
        if len(items) < 5:
            items.append(v)
        s += v * v
    return s


def list_in_a_list_that_is_written(x):
    rows, s = [[x[0], x[1]], [x[2], x[3]]], 0.0
    for v in itertools.chain(rows[0], rows[1]):
        rows[1][0] = rows[1][0] * 0.5
        s += v * v
    return s + rows[1][0]


def values_that_are_written(x):
    table, s = {"a": x[0], "b": x[1]}, 0.0
    for v in itertools.chain(table.values(), x):
        table["b"] = table["b"] * 0.5
        s += v * v
    return s


def gone_through_twice(x):
    pairs = itertools.combinations(x, 2)
    return sum(a * b for a, b in pairs) + sum(a + b for a, b in pairs)


def numbers_without_an_end(x):
    numbers = itertools.count()
    s = 0.0
    for k in numbers:
        if k > 3:
            break
        s += x[k]
    return s


def endless_beside_a_generator(x):
    s = 0.0
    for k, v in zip(itertools.count(), itertools.accumulate(x)):
        s += k * v
    return s


def in_the_order_of_memory(x):
    return sum(v**2 for v in np.nditer(x))


def groups(x):
    s = 0.0
    for _, group in itertools.groupby(x, lambda v: v > 0):
        s += sum(group) ** 2
    return s


REFUSED = {
    pairs_that_numpy_writes: ("is changed in it", "a copy of it"),
    pairs_that_are_copied_into: ("is changed in it", "a copy of it"),
    pairs_that_are_written: ("is changed in it", "a copy of it"),
    pairs_that_a_function_writes: ("is changed in it", "a copy of it"),
    pairs_written_by_a_new_name: ("is changed in it", "a copy of it"),
    list_that_is_written: ("items is changed", "a copy of it"),
    list_of_parts_that_is_written: ("items is changed", "a copy of it"),
    list_that_grows: ("items is changed", "a copy of it"),
    list_in_a_list_that_is_written: ("rows[0] is changed", "a copy of it"),
    values_that_are_written: ("table is changed", "a copy of it"),
    gone_through_twice: ("gone through once", "a list of it"),
    numbers_without_an_end: ("gone through once", "a list of it"),
    endless_beside_a_generator: ("may have no end", "a loop over it alone"),
    in_the_order_of_memory: ("as it lies in memory", 'order="C"'),
    groups: ("groupby(...) is not supported", ""),
}


@pytest.mark.parametrize("program", REFUSED, ids=lambda f: f.__name__)
def test_what_is_refused_says_what_to_write(program):
    what, instead = REFUSED[program]
    with pytest.raises(s2sad.RefusalError) as caught:
        s2sad.grad(program, jit=False)(X)
    assert what in str(caught.value)
    assert instead in str(caught.value)


def copy_of_pairs(x):
    y, s = x.copy(), 0.0
    for a, b in itertools.pairwise(y.copy()):
        y[1] = y[1] * 0.5
        s += a * b * b
    return s + y[1]


def copy_of_a_list(x):
    items, s = [1.0, x[0], 2 * x[1]], 0.0
    for v in itertools.chain(list(items), x):
        items[1] = items[1] * 0.5
        s += v * v
    return s + items[1]


def product_of_copies(x):
    items, s = [1.0, x[0], 2 * x[1]], 0.0
    other = items
    for u, v in itertools.product(list(items), tuple(items)):
        other[1] = other[1] * 0.5
        s += v * v * u
    return s + items[1]


REWRITES = [copy_of_pairs, copy_of_a_list, product_of_copies]


@pytest.mark.parametrize("program", REWRITES, ids=lambda f: f.__name__)
def test_the_rewrites_work(program):
    check_plain(program, X)
