"""Lists that are appended to, read and written: their length may be known or not."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.1, 2.2, 2.9])


def app_loop(x):
    out = []
    for v in x:
        out.append(v * v)
    return np.sum(np.array(out) ** 2)


def app_cond(x):
    out = []
    for v in x:
        if v > 1.5:
            out.append(v * v)
    return np.sum(np.array(out)) * len(out)


def app_neg(x):
    xs = [x[0]]
    for i in range(5):
        xs.append(xs[-1] + 0.1 * xs[-1] ** 2)
    return xs[-1] * xs[2]


def app_while(x):
    xs = [x[0]]
    while xs[-1] < 10.0:
        xs.append(xs[-1] * 1.5)
    return xs[-1] * len(xs) + xs[1] ** 2


def app_nested(x):
    out = []
    for v in x:
        for w in x:
            out.append(v * w)
    return np.sum(np.array(out) ** 2)


def app_rows(x):
    rows = []
    for i in range(4):
        rows.append(x * i)
    a = np.array(rows)
    return np.sum(a**2) + a[1, 1]


def app_rows2(x):
    rows = []
    for i in range(4):
        row = np.zeros(2)
        row[0] = x[0] * i
        row[1] = x[1]
        rows.append(row)
    a = np.stack(rows)
    return np.sum(a**2) + rows[1][0]


def app_rows_lists(x):
    rows = []
    for i in range(4):
        rows.append([x[0] * i, x[1]])
    a = np.vstack(rows)
    return np.sum(a**2) + rows[1][0]


def app_pairs(x):
    ps = []
    for i in range(4):
        ps.append((x[0] * i, x[1]))
    s = 0.0
    for a, b in ps:
        s += a * b * a
    return s


def pairs_zip(x):
    ps = []
    for i in range(4):
        ps.append((x[0] * i, x[1]))
    a, b = zip(*ps)
    return np.sum(np.array(a) * np.array(b))


def iterate(x):
    out = []
    for v in x:
        out.append(v * v)
    s = 0.0
    for v in out:
        s += v * v
    return s + sum(out) + max(out) + min(out)


def extend(x):
    out = [x[0]]
    out.extend([x[1], x[2]])
    for v in x:
        out.extend([v, v * v])
    return sum(out) + out[3] ** 2


def extend_arr(x):
    out = []
    out.extend(x)
    out.extend(v * v for v in x)
    return sum(out) ** 2


def out_x(x):
    out = []
    for v in x:
        out = out + [v * v]
    return out[0] * out[-1]


def augmented(x):
    out = []
    for v in x:
        out += [v * v]
    return out[0] * out[-1]


def turned_round(x):
    out = []
    for v in x:
        if v > 1.5:
            out.append(v * v)
    back = list(reversed(out))
    back[0] *= 3.0
    return back[0] * out[0] + back[1] ** 2


def zeros_n(x):
    n = len(x)
    t = [0.0] * n
    for i in range(n):
        t[i] = x[i] ** 2
    return t[0] + t[2] * t[1]


def fixed_written(x):
    t = [0.0, 0.0, 0.0]
    for i in range(3):
        t[i] = x[i] ** 2
    return t[0] + t[2] * t[1]


def pop_reads(x):
    st = [x[0]]
    st.append(x[1])
    s = 0.0
    while len(st) > 0:
        v = st.pop()
        s += v * v
        if s < 50.0 and len(st) < 3:
            st.append(v * 1.3)
    return s + 0.0 * len(st)


def branch(x):
    out = []
    if x[0] > 0.5:
        out.append(x[1])
    out.append(x[2] ** 2)
    return out[0] * out[-1]


def lol(x):
    m = [[x[0], x[1]], [x[1], x[2]]]
    m[0][1] = x[2]
    return m[0][0] * m[0][1] + m[1][1]


def ints(x):
    idx = []
    for i in range(len(x)):
        if x[i] > 1.5:
            idx.append(i)
    s = 0.0
    for i in idx:
        s += x[i] ** 2
    return s


def old_new(x):
    old = [x[0], x[1]]
    for k in range(3):
        new = []
        for v in old:
            new.append(v * v * 0.5)
        old = new
    return old[0] * old[1]


def helper_returns(x):
    def g(y):
        out = []
        for v in y:
            out.append(v * v)
        return out

    r = g(x)
    return r[0] * r[-1] + len(r)


def helper_takes(x):
    def g(r):
        s = 0.0
        for v in r:
            s += v * v
        return s

    out = []
    for v in x:
        out.append(v * v)
    return g(out) * out[0]


def trace(x):
    u = x.copy()
    us = [u.copy()]
    for k in range(3):
        u = u * u * 0.5
        us.append(u.copy())
    return np.sum(us[-1]) + np.sum(us[1] ** 2)


def trace_inplace(x):
    u = x.copy()
    us = [u.copy()]
    for k in range(3):
        u *= 0.5 * u
        us.append(u.copy())
    return np.sum(us[-1]) + np.sum(np.array(us) ** 2)


def while_cond(x):
    out = []
    k = 0
    while k < len(x):
        out.append(x[k] * k)
        k += 1
    if out:
        return sum(out) ** 2
    return 0.0


def lst_arr(x):
    t = [x[0], x[1], x[2]]
    return np.sum((t + x) ** 2)


def arr_list(x):
    t = [1.0, 2.0, 3.0]
    return np.sum((x * t) ** 2)


def list_list_rt(x):
    a = [v for v in x]
    b = [v * v for v in x]
    c = a + b
    return len(c) * c[0] * c[4]


def rowlists_add(x):
    rows = []
    for v in x:
        rows.append([v, v * v])
    r = rows[0] + rows[1]
    return len(r) * r[3]


def list_in_list_append(x):
    m = [[], []]
    m[0].append(x[0])
    m[0].append(x[2])
    m[1].append(x[1])
    return m[0][0] * m[0][1] * m[1][0] * len(m[0])


def pop_mid(x):
    out = [x[0], x[1], x[2]]
    a = out.pop(0)
    return a * out[0] * len(out)


def slice_copy(x):
    out = [v for v in x]
    b = out[:]
    b[0] = 5.0
    return out[0] ** 2 + b[0] * b[1]


def copy_m(x):
    out = [v for v in x]
    b = out.copy()
    b[0] = 5.0
    return out[0] ** 2 + b[0] * b[1]


def with_list(x):
    out = [x[0], x[1]]
    b = list(out)
    b[0] = 5.0
    return out[0] ** 2 + b[0] * b[1]


def np_array_then_write(x):
    out = [v for v in x]
    a = np.array(out)
    a[0] = 5.0
    return out[0] ** 2 + a[0] * a[1]


def asarray_list_then_write(x):
    out = [v for v in x]
    a = np.asarray(out)
    out[0] = 5.0
    return out[0] ** 2 + a[0] * a[1]


def written_while_read(x):
    out = [v for v in x]
    for i in range(1, 3):
        out[i] = out[i - 1] * out[i]
    return out[2] ** 2


def overwritten(x):
    out = [v for v in x]
    s = 0.0
    for k in range(3):
        s += out[0] ** 2
        out[0] = out[0] * x[k]
    return s


def negative_var(x):
    out = []
    for v in x:
        if v > 0:
            out.append(v * v)
    k = -2
    for j in range(1):
        k = k + 0 * j
    return out[k] * out[-1]


def append_in_else(x):
    a = []
    b = []
    for v in x:
        if v > 1.5:
            a.append(v * v)
        else:
            b.append(v)
    return sum(a) * b[0] * len(a)


def two_appends(x):
    a = []
    for v in x:
        a.append(v)
        a.append(v * v)
    return a[1] * a[3] * a[4] * len(a)


def append_after_loop(x):
    a = []
    for v in x:
        a.append(v)
    a.append(x[0] * 7)
    return a[-1] * a[2] * len(a)


def append_twice_loops(x):
    a = []
    for v in x:
        a.append(v)
    for v in x:
        a.append(v * v)
    return a[-1] * a[2] * a[3] * len(a)


def reset_in_loop(x):
    s = 0.0
    for i in range(3):
        a = []
        for v in x:
            a.append(v * i)
        s += a[1] * a[2]
    return s


def while_append_break(x):
    a = [x[0]]
    while True:
        a.append(a[-1] * 1.7)
        if a[-1] > 5.0:
            break
    return a[-1] * a[1]


def for_break(x):
    a = []
    for v in x:
        if v > 2.5:
            break
        a.append(v * v)
    return a[-1] * len(a)


def len_in_loop(x):
    a = []
    for v in x:
        a.append(v * len(a))
    return sum(a) ** 2


def sum_cond(x):
    a = [0.5]
    for v in x:
        if sum(a) < 3.0:
            a.append(v)
    return a[-1] * a[1]


def empty_arr(x):
    a = [v for v in x if v > 100]
    return x[0] ** 2 + len(a) + sum(a)


def zero_n(x):
    n = 0
    for i in range(0):
        n += 1
    a = [v for v in x[:n]]
    return x[0] ** 2 + sum(a)


def branches_same(x):
    a = [x[0]]
    if x[0] > 0.5:
        a = [x[1], x[2]]
    return a[-1] * a[0]


def ternary_lists(x):
    a = [x[0], x[1]] if x[0] > 0.5 else [x[2], x[1]]
    return a[0] * a[1]


def tuple_in_loop(x):
    st = (x[0], x[1])
    for i in range(3):
        st = (st[1], st[0] * st[1])
    return st[0] * st[1]


def dict_in_loop(x):
    d = {"a": x[0], "b": x[1]}
    for i in range(3):
        d["a"] = d["a"] * d["b"]
    return d["a"]


def dict_key_new_in_branch(x):
    d = {}
    if x[0] > 0.5:
        d["a"] = x[1]
    else:
        d["a"] = x[2]
    return d["a"] ** 2


def one_array_repeated(x):
    d = [np.zeros(2)] * 2
    d[0][1] = x[0] * x[1]
    return d[1][1] * x[2]


def one_array_in_tuples_repeated(x):
    d = 2 * [(np.zeros(2), x[0])]
    d[0][0][1] = x[0] * x[1]
    return d[1][0][1] * d[1][1]


def list_left_when_it_grows(x):
    found = [x[0]]
    for v in found:
        if v < 2.0:
            found.append(v * x[1])
            break
    for v in list(found):
        found.append(v * x[2])
    return sum(found)


def popped_at_places(x):
    """What comes behind moves up; an array that was taken out is one of its own."""
    out = [0.0]
    for v in x:
        out.append(out[-1] + v * v)
    out.pop(0)
    last_but_one = out.pop(-2)
    rows = [v * x for v in x if v > 0.0]
    row = rows.pop(0)
    pairs = [(v, v * v) for v in x]
    a, b = pairs.pop(0)
    total = np.sum(row * rows[0]) + np.sum(rows[1] ** 2)
    return total * last_but_one + out[0] * out[1] + a * b * pairs[0][1]


def popped_too_far(x):
    out = [v for v in x if v > 100.0]
    try:
        out.pop(2)
    except IndexError:
        return x[0] ** 2
    return x[1]


def points_around(x):
    """A list that two others are joined to, whose rows are computed in its arms."""
    n = len(x)
    points = [x] + [x + v * x for v in x] + [x - x[i] ** 2 for i in range(n)]
    return sum(p[0] * np.sin(p[-1]) for p in points)


CASES = {
    f.__name__: (f, X)
    for f in (
        list_left_when_it_grows,
        one_array_repeated,
        one_array_in_tuples_repeated,
        app_loop,
        app_cond,
        app_neg,
        app_while,
        app_nested,
        app_rows,
        app_rows2,
        app_rows_lists,
        app_pairs,
        pairs_zip,
        iterate,
        extend,
        extend_arr,
        out_x,
        augmented,
        turned_round,
        zeros_n,
        fixed_written,
        pop_reads,
        branch,
        lol,
        ints,
        old_new,
        helper_returns,
        helper_takes,
        trace,
        trace_inplace,
        while_cond,
        lst_arr,
        arr_list,
        list_list_rt,
        rowlists_add,
        list_in_list_append,
        pop_mid,
        slice_copy,
        copy_m,
        with_list,
        np_array_then_write,
        asarray_list_then_write,
        written_while_read,
        overwritten,
        negative_var,
        append_in_else,
        two_appends,
        append_after_loop,
        append_twice_loops,
        reset_in_loop,
        while_append_break,
        for_break,
        len_in_loop,
        sum_cond,
        empty_arr,
        zero_n,
        branches_same,
        ternary_lists,
        tuple_in_loop,
        dict_in_loop,
        dict_key_new_in_branch,
        popped_at_places,
        popped_too_far,
        points_around,
    )
}
COMPILED = (
    "app_loop",
    "app_cond",
    "app_while",
    "app_rows",
    "app_pairs",
    "pairs_zip",
    "extend",
    "zeros_n",
    "old_new",
    "trace",
    "append_after_loop",
    "popped_at_places",
)


@pytest.mark.parametrize("name", CASES)
def test_it_is_right_in_every_mode(name):
    check_plain(*CASES[name])


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])


def row_that_is_written_again(x):
    rows = []
    row = np.zeros(2)
    for i in range(3):
        row[0] = x[i]
        rows.append(row)
    return rows[0][0] * rows[1][0]


REFUSED = ((row_that_is_written_again, "an array is written that a list holds"),)


@pytest.mark.parametrize("function, what", REFUSED)
def test_what_would_be_another_list_is_refused(function, what):
    with pytest.raises(s2sad.S2SADError, match=what):
        s2sad.jvp(function, (X,), (X,), jit=False)


def squares(x):
    return np.array([v * v for v in x])


@pytest.mark.parametrize("jit", [False, True])
def test_a_list_of_float32_makes_an_array_of_float32(jit):
    x = np.array([1.0, 2.0, 3.0], dtype=np.float32)
    value, change = s2sad.jvp(squares, (x,), (np.ones_like(x),), jit=jit)
    assert value.dtype == change.dtype == np.float32
    np.testing.assert_array_equal(change, 2.0 * x)


def total_of_range(x, n):
    return sum([x * i for i in range(n)])


@pytest.mark.parametrize("n, slope", [(-3, 0.0), (0, 0.0), (4, 6.0)])
def test_a_range_may_be_empty(n, slope):
    assert s2sad.grad(total_of_range, jit=False)(2.0, n) == slope


def test_inner_loops_read_a_list_from_its_end():
    def f(b, x):
        rows, total = [b[1]], 0.0
        for k in range(len(x)):
            for j in range(k + 1):
                total += rows[-1 - j] ** 2 * x[j]
            rows.append(b[0] * x[k])
            for j in range(k + 1):
                total += rows[-1 - j] * x[j]
        return total

    check_plain(f, np.array([0.4, 0.5]), np.array([0.1, -0.2, 0.3]))


def list_of_squares(x):
    return [v * v for v in x]


def pairs_and_places(x):
    pairs, places = [], []
    for i, v in enumerate(x):
        if v > 1.0:
            pairs.append((v, v * v))
            places.append(i)
    return {"pairs": pairs, "places": places, "unit": "m"}


def change_of_squares(x):
    values, changes = s2sad.jvp(list_of_squares, (x,), (x,))
    return sum(values) + changes[1]


@pytest.mark.parametrize("jit", [False, True])
def test_lists_are_returned_as_lists(jit):
    x, dot = np.array([0.5, 1.5, 2.0]), np.array([1.0, 2.0, -1.0])
    assert s2sad.jvp(list_of_squares, (x,), (dot,), jit=jit) == (
        [0.25, 2.25, 4.0],
        [1.0, 6.0, -4.0],
    )
    value, pull = s2sad.vjp(pairs_and_places, x, jit=jit)
    assert value == pairs_and_places(x)
    assert list(map(type, value["pairs"])) == [tuple, tuple]
    seed = {"pairs": [(1.0, 1.0), (0.0, 2.0)], "places": None, "unit": None}
    np.testing.assert_allclose(pull(seed)[0], [0.0, 1.0 + 3.0, 8.0])


def test_a_list_of_a_derivative_is_a_list_inside_another():
    x = np.array([0.5, 1.5, 2.0])
    check_plain(change_of_squares, x)


def test_seeds_of_lists_are_checked():
    _, pull = s2sad.vjp(list_of_squares, np.ones(3), jit=False)
    for seed in ([1.0, 2.0], 3.0, ["a"] * 3):
        with pytest.raises(s2sad.UsageError):
            pull(seed)


@pytest.mark.parametrize("transform", [s2sad.jacrev, s2sad.tangent])
def test_lists_have_no_jacobian(transform):
    with pytest.raises(s2sad.UsageError, match="returns a list of a length"):
        s2sad.source(transform(list_of_squares), np.ones(3))


def place_of_the_largest(x):
    squares = [2.0 * x[0], x[1] ** 2, x[2]]
    k = squares.index(max(squares))
    return squares[k] * x[0] + k


def place_among_constants(x):
    names, others = ["low", "middle", "high"], ("none", None)
    return x[names.index("middle")] * x[others.index(None)]


def place_in_a_list_that_grew(x):
    kept = []
    for v in x:
        if v > 1.5:
            kept.append(v * v)
    return kept[kept.index(min(kept))] * x[0] + kept.index(max(kept))


def place_that_is_not_there(x):
    try:
        k = ["low", "high"].index("middle")
    except ValueError:
        k = 2
    return x[k] ** 2


PLACES = (
    place_of_the_largest,
    place_among_constants,
    place_in_a_list_that_grew,
    place_that_is_not_there,
)


@pytest.mark.parametrize("function", PLACES, ids=lambda f: f.__name__)
def test_where_a_list_has_what_is_equal_to_a_value(function):
    check_plain(function, X)
    check_compiled(function, X)


def place_of_a_stranger(x):
    return x[[x[0], x[1]].index(7.0)]


def test_what_no_part_of_a_list_is_equal_to_is_an_error():
    with pytest.raises(ValueError, match="x not in list"):
        s2sad.grad(place_of_a_stranger, jit=False)(X)


# rows of an array in a list: copies, where Python has views


def list_of_rows(m):
    rows = list(m)
    m[0] *= 2.0
    return rows[0] @ rows[1]


def rest_of_rows(m):
    _, *rows = m
    m[1] *= 2.0
    return rows[0] @ rows[1]


def rows_in_a_tuple(m):
    rows = tuple(m)
    rows[0][:] = 2.0
    return np.sum(m)


def part_of_a_list_of_rows(m):
    rows = [row for row in m]
    for row in rows[1:]:
        row *= 2.0
    return np.sum(m)


def pairs_of_rows(m):
    pairs = list(zip(m, m[1:]))
    m[0] *= 2.0
    return pairs[0][0] @ pairs[1][1]


def rows_of_a_helper(m):
    def doubled(*rows):
        m[0] *= 2.0
        return rows[0] @ rows[1]

    return doubled(*m)


def added_to(a, b):
    a += b


def row_written_by_a_helper_that_gives_nothing(m):
    rows = list(m)
    added_to(rows[0], rows[1])
    return np.sum(m)


ROWS = (row_written_by_a_helper_that_gives_nothing,)
ROWS += (list_of_rows, rest_of_rows, rows_in_a_tuple, part_of_a_list_of_rows)
ROWS += (pairs_of_rows, rows_of_a_helper)


@pytest.mark.parametrize("function", ROWS, ids=lambda f: f.__name__)
def test_rows_in_a_list_and_their_array_are_not_written(function):
    what = "that a list holds|may share its memory"
    with pytest.raises(s2sad.S2SADError, match=what):
        s2sad.grad(function, jit=False)(np.outer(X, X))


def pairs_of_neighbours(m):
    pairs = list(zip(m, m[1:]))
    s = 0.0
    for k in range(len(pairs)):
        s += pairs[k][0][0] * pairs[k][1][1]
    return s * len(pairs) + sum(a @ b for a, b in zip(list(m), m[1:]))


def test_pairs_of_rows_have_room():
    check_plain(pairs_of_neighbours, np.outer(X, X))
    check_compiled(pairs_of_neighbours, np.outer(X, X))


def row_of_joined_lists(m):
    rows = [row for row in m] + [m[0] * 2.0]
    rows[0][:] = 0.0
    return np.sum(m)


def rows_of_what_is_joined_between_brackets(m):
    for row in [*m, m[0]]:
        row *= 2.0
    return np.sum(m)


@pytest.mark.parametrize(
    "function", [row_of_joined_lists, rows_of_what_is_joined_between_brackets]
)
def test_rows_in_lists_that_were_joined_are_not_written(function):
    with pytest.raises(s2sad.S2SADError, match="that a list holds"):
        s2sad.grad(function, jit=False)(np.outer(X, X))
