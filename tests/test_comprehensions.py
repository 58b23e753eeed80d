"""Comprehensions, generators and what is made of them: zip, map, any and others."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.1, 2.2, 2.9])


def h(v):
    return v * v


def lc(x):
    return np.sum(np.array([v * v for v in x]) ** 2)


def lc_target(x):
    y = np.array([v * v for v in x])
    return np.sum(y**2) * y[0]


def lc_list(x):
    y = [v * v for v in x]
    return sum(y) * y[0] * y[-1] * len(y)


def lc_cond(x):
    y = [v * v for v in x if v > 1.5]
    return sum(y) * y[0] * y[-1] * len(y)


def lc_range(x):
    y = np.array([x[i] * i for i in range(len(x))])
    return np.sum(y**2)


def lc_const(x):
    y = np.array([x[i] * i for i in range(3)])
    return np.sum(y**2)


def lc_big(x):
    y = np.array([x[0] * i for i in range(300)])
    return np.sum(y**2)


def lc_nested(x):
    y = [a * b for a in x for b in x if a < b]
    return sum(y) ** 2


def lc_2d(x):
    y = np.array([[a * b for a in x] for b in x])
    return np.sum(y * y * y)


def lc_rows(x):
    y = np.array([x * b for b in x])
    return np.sum(y * y * y)


def lc_zip(x):
    y = np.array([a * b * k for k, (a, b) in enumerate(zip(x, x[::-1]))])
    return np.sum(y * y * y)


def sum_gen(x):
    return sum(v * v for v in x) ** 2


def sum_gen_start(x):
    return sum((v * v for v in x), 2.0) ** 2


def sum_gen_range(x):
    n = len(x)
    return sum(x[i] * x[i - 1] for i in range(1, n)) ** 2


def sum_gen_tuple(x):
    c = (1.0, 2.0, 3.0)
    return sum(k * v**2 for k, v in zip(c, x))


def sum_rows(x):
    return np.sum(sum(x * i for i in range(len(x))) ** 2)


def sum_map(x):
    def g(v):
        return v * v

    return sum(map(g, x)) ** 2


def list_map(x):
    def g(v):
        return v * v

    y = list(map(g, x))
    return y[0] * y[1]


def min_gen(x):
    return max(v * v for v in x) + min(v * v for v in x)


def with_any(x):
    if any(v > 2.5 for v in x) and not all(v > 2.5 for v in x):
        return x[0] ** 2 * x[2]
    return x[1]


def any_arr(x):
    if any(x > 2.5):
        return x[0] ** 2 * x[2]
    return x[1]


def dict_comp(x):
    d = {k: v * v for k, v in zip(("a", "b", "c"), (x[0], x[1], x[2]))}
    return d["a"] * d["c"]


def dict_items(x):
    d = {"a": x[0], "b": x[1]}
    s = 0.0
    for k, v in d.items():
        if k == "a":
            s += v * v
        else:
            s += 3 * v
    return s * sum(d.values())


def walrus(x):
    s = 0.0
    if (t := x[0] * 2) > 0.5:
        s = t * t
    return s


def starred(x):
    a, *r = x[0], x[1], x[2]
    return a * r[0] * r[1] * len(r)


def starred_mid(x):
    a, *r, b = (x[0], x[1], x[2], x[0])
    return a * r[0] * r[1] * b


def shadow(x):
    v = x[0]
    y = [v * v for v in x]
    return v * y[1]


def lambda_list(x):
    fs = [np.sin, np.cos, lambda t: t * t]
    return sum(g(x[0]) for g in fs)


def fs_loop(x):
    fs = [np.sin, np.cos, lambda t: t * t]
    s = 0.0
    for k, g in enumerate(fs):
        s += k * g(x[k])
    return s


def tuple_gen(x):
    a, b = tuple(v * v for v in (x[0], x[1]))
    return a * b


def gather(x):
    idx = [i for i in range(len(x)) if x[i] > 1.5]
    return sum(x[i] ** 2 for i in idx)


def zeros_grid(x):
    m = [[0.0] * 3 for _ in range(3)]
    for i in range(3):
        for j in range(3):
            m[i][j] = x[i] * x[j]
    return m[0][1] * m[2][2]


def zeros_grid_n(x):
    n = len(x)
    m = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            m[i][j] = x[i] * x[j]
    return m[0][1] * m[2][2]


def with_join(x):
    a = [x[0], x[1]] + [v for v in x]
    return a[0] * a[-1] * len(a)


def sorted_const(x):
    s = 0.0
    for k in sorted({"b": 1, "a": 2}):
        s += x[0] * len(k)
    return s * s


def reversed_arr(x):
    s = 0.0
    for v in reversed(x):
        s = 0.5 * s + v * v
    return s


def if_expr(x):
    y = [v if v > 1.5 else v * v for v in x]
    return sum(y) ** 2


def listarg(x):
    def g(y):
        return sum(v * v for v in y)

    return g([v * 2 for v in x])


def np_max(x):
    return np.max([v * v for v in x]) * np.dot([v for v in x], x)


def str_join(x):
    n = "a" + "b"
    if n.startswith("a") and "b" in n:
        return x[0] ** 2
    return 0.0 * x[0]


def break_tup(x):
    s = 0.0
    for v in (x[0], x[1], x[2]):
        if v > 2.5:
            break
        s += v * v
    return s


def break_tup_else(x):
    s = 0.0
    for c, g in ((1.0, np.sin), (2.0, np.cos)):
        s += c * g(x[0])
        if s > 100.0:
            break
    else:
        s *= 2
    return s


def range_name(x):
    r = range(1, len(x))
    s = 0.0
    for i in r:
        s += x[i] ** 2
    return s * len(r)


def dict_upd(x):
    o = {"a": 1.0}
    o.update(b=x[0])
    u = o.pop("b")
    return u * u * o.setdefault("c", 3.0) * o["c"]


def in_rt(x):
    s = 0.0
    for i in range(len(x)):
        if i in (0, 2):
            s += x[i] ** 2
    return s


def any_side(x):
    n = 0
    r = any(v > 1.5 for v in x)
    return x[0] ** 2 if r else x[1]


def comp_closure(x):
    fs = [lambda v, k=k: v * k for k in (1.0, 2.0)]
    return fs[0](x[0]) * fs[1](x[0])


def comp_late(x):
    fs = [lambda v: v * k for k in (1.0, 2.0)]
    return fs[0](x[0]) * fs[1](x[0])


def bool_sum(x):
    c = sum(v > 1.5 for v in x)
    return x[0] ** c


def asked_until_one_is_found(x):
    asked = [0]

    def is_large(v):
        asked[0] += 1
        return v > 2.0

    found = any(is_large(v) for v in (x[0], x[1], x[2]))
    listed = any([is_large(v) for v in (x[0], x[1], x[2])])
    return x[0] * asked[0] ** 2 + (x[1] if found and listed else 0.0)


def the_one_that_was_found(x):
    if any((best := v * v) > 2.5 for v in (x[0], x[1], x[2])):
        return best * x[2]
    return x[0]


def changed_as_far_as_all_hold(x):
    y, total = x.copy(), 0.0

    def doubled(i):
        y[i] *= 2.0
        return y[i] < 3.0

    for k in range(2):
        if not all(doubled(i) for i in (0, 1, 2)):
            total += y[k] ** 2
    return total + y @ x


def nearest_by_a_key(x):
    """Of indices, of elements, of tuples and of rows; where two are alike the first."""
    near = min(range(len(x)), key=lambda i: abs(x[i] - 2.0))
    place, value = max(enumerate(x), key=lambda pair: -pair[1])
    first, weight = max([(x[0], 3.0), (x[1], 1.0)], key=lambda p: p[0] * p[1])
    row = max(np.outer(x, x), key=np.sum)
    same = min(x[2], x[0], key=lambda v: 1.0)
    return x[near] * value**2 * place + first**2 * weight + row @ x * same


def key_that_changes_what_is_read(x):
    seen = [1.0]

    def key(v):
        seen[0] *= v
        return -v

    return max(x[0], x[1], x[2], key=key) * seen[0]


CASES = {
    f.__name__: (f, X)
    for f in (
        nearest_by_a_key,
        key_that_changes_what_is_read,
        asked_until_one_is_found,
        the_one_that_was_found,
        changed_as_far_as_all_hold,
        lc,
        lc_target,
        lc_list,
        lc_cond,
        lc_range,
        lc_const,
        lc_big,
        lc_nested,
        lc_2d,
        lc_rows,
        lc_zip,
        sum_gen,
        sum_gen_start,
        sum_gen_range,
        sum_gen_tuple,
        sum_rows,
        sum_map,
        list_map,
        min_gen,
        with_any,
        any_arr,
        dict_comp,
        dict_items,
        walrus,
        starred,
        starred_mid,
        shadow,
        lambda_list,
        fs_loop,
        tuple_gen,
        gather,
        zeros_grid,
        zeros_grid_n,
        with_join,
        sorted_const,
        reversed_arr,
        if_expr,
        listarg,
        np_max,
        str_join,
        break_tup,
        break_tup_else,
        range_name,
        dict_upd,
        in_rt,
        any_side,
        comp_closure,
        comp_late,
        bool_sum,
    )
}
COMPILED = (
    "nearest_by_a_key",
    "lc",
    "lc_cond",
    "lc_2d",
    "lc_rows",
    "sum_gen",
    "list_map",
    "with_any",
    "zeros_grid",
)


@pytest.mark.parametrize("name", CASES)
def test_it_is_right_in_every_mode(name):
    check_plain(*CASES[name])


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])


def powers_in_loops(x):
    """Lists that loops fill, once for each part that is known: each has its own."""
    first, second = (np.array([v**r for v in x]) for r in (1, 2))
    waves = [[[h(v) * s for v in x] for s in (1.0, 2.0)] for h in (np.sin, np.cos)]
    table = {r: np.array([v**r for v in x if v > 0.0]) for r in (1, 3)}
    total = np.array(waves[0][0]) + 2.0 * np.array(waves[0][1])
    total = total * np.array(waves[1][0]) * np.array(waves[1][1])
    total = total * (first + 10.0 * second) * np.sum(table[1]) * np.sum(table[3] ** 2)
    return total * sum(r * np.array([v**r for v in x]) for r in (1, 2))


def test_each_turn_of_a_comprehension_fills_a_list_of_its_own():
    check_plain(powers_in_loops, np.array([0.4, 1.3, 0.7]))


def list_that_is_asked_after_it_is_made(x):
    largest = [0.0]

    def is_large(v):
        largest[0] = max(largest[0], v)
        return v > 2.0

    return x[0] * largest[0] if any([is_large(v) for v in x]) else x[1]


def test_a_list_that_is_made_before_it_is_asked_needs_a_name():
    with pytest.raises(s2sad.RefusalError, match="items change what others read"):
        s2sad.grad(list_that_is_asked_after_it_is_made, jit=False)(X)


@pytest.mark.parametrize("jit", [False, True])
@pytest.mark.parametrize("extreme", [max, min])
def test_of_nothing_there_is_no_best_by_a_key(extreme, jit):
    def largest(x):
        return max([v * x[0] for v in x[1:]], key=lambda v: v * v)

    def smallest(x):
        return min([v * x[0] for v in x[1:]], key=lambda v: v * v)

    function = largest if extreme is max else smallest
    with pytest.raises(ValueError, match="empty"):
        function(np.array([2.0]))
    with pytest.raises(ValueError, match="of nothing"):
        s2sad.value_and_grad(function, jit=jit)(np.array([2.0]))


# the first of what a generator expression gives


def first_that_is_large(x):
    return next(v * v for v in x if v > 0.35) * x[0]


def first_or_another(x):
    s = next((v for v in x if v > 5.0), x[2] * 2) ** 2
    for k in range(3):
        s += next((v for v in x if v > 0.1 * k + 0.25), x[k]) ** 2
    return s + next(filter(lambda v: v > 0.45, x))


def first_place(x):
    i = next(i for i, v in enumerate(x) if v > 0.35)
    row = next(row for row in np.outer(x, x) if row[0] > 0.1)
    return x[i] ** 2 + x[i - 1] * np.sum(row**2)


def first_pair_or_none(x, least):
    best = next((v * w for v in x for w in x if v * w > least), None)
    return x[0] ** 2 if best is None else best * x[1]


FIRST = np.array([0.3, 0.4, 0.5])


@pytest.mark.parametrize(
    "function, others",
    [
        (first_that_is_large, ()),
        (first_or_another, ()),
        (first_place, ()),
        (first_pair_or_none, (0.13,)),
        (first_pair_or_none, (9.0,)),
    ],
)
def test_the_first_of_a_generator_is_a_loop_that_ends(function, others):
    check_plain(function, FIRST, *others)


@pytest.mark.parametrize("jit", [False, True])
def test_where_there_is_no_first(jit):
    with pytest.raises(StopIteration):
        s2sad.value_and_grad(first_that_is_large, jit=jit)(0.1 * FIRST)
    assert s2sad.grad(first_pair_or_none, jit=jit)(FIRST, 9.0)[0] == 0.6
