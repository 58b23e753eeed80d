"""Python around numbers: what is asked, chosen and taken apart before it runs."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.1, 2.2, 2.9])


LEVEL = 2.0


def with_del(x):
    y = x[0]
    z = y * y
    del y
    d = {"a": 1, "b": 2}
    del d["a"]
    return z * d["b"]


def with_global(x):
    global LEVEL
    return x[0] ** LEVEL


def match_str(x):
    m = "newton"
    match m:
        case "bisect":
            return x[0]
        case "newton" | "n":
            return x[0] ** 2
        case _:
            raise ValueError(m)


def match_num(x):
    s = 0.0
    for i in range(len(x)):
        match i:
            case 0:
                s += x[i]
            case 1 | 2 if s > 0:
                s += x[i] ** 2
            case _:
                s += 1
    return s


def match_tup(x):
    p = (x[0], x[1])
    match p:
        case (a, b):
            return a * b
        case None:
            return x[0]


def typecheck(x):
    from typing import TYPE_CHECKING

    if TYPE_CHECKING:
        pass
    if __debug__:
        y: float = x[0] ** 2
    return y


def astype(x):
    y = x.astype(float)
    return np.sum(y * y)


def astype_np(x):
    y = x.astype(np.float64)
    return np.sum(y * y)


def astype_f32(x):
    y = x.astype("float64")
    return np.sum(y * y)


def astype_dtype(x):
    y = np.arange(3).astype(x.dtype) * x
    return np.sum(y * y)


def astype_nocopy(x):
    y = x.astype(float, copy=False)
    return np.sum(y * y)


def atleast(x):
    y = np.atleast_1d(x)
    z = np.atleast_1d(x[0])
    return np.sum(y * y) * z[0]


def asany(x):
    y = np.asanyarray(x)
    return np.sum(y * y)


def asany_dtype(x):
    y = np.asanyarray(x, dtype=float)
    return np.sum(y * y)


def asarray_list(x):
    y = np.asarray([x[0], x[1]], dtype=float)
    return np.sum(y * y)


def asarray_pos(x):
    y = np.asarray(x, float)
    return np.sum(y * y)


def array_copy(x):
    y = np.array(x, dtype=float, copy=True)
    return np.sum(y * y)


def float64(x):
    return np.float64(x[0]) ** 2 * float(x[1])


def with_item(x):
    return x[0].item() ** 2 * x[1:2].item()


def with_size(x):
    return x[0] ** 2 * np.size(x) * x.size * len(x.shape)


def with_shape(x):
    (n,) = x.shape
    return x[0] ** 2 * n


def shape2(x):
    (n,) = np.shape(x)
    return x[0] ** 2 * n


def isinst(x):
    if (
        isinstance(x, (list, tuple, np.ndarray))
        and isinstance(2, int)
        and not isinstance(x, str)
    ):
        return x[0] ** 2
    return x[1]


def iterable(x):
    if np.iterable(x):
        return x[0] ** 2
    return x


def result_type(x):
    d = np.result_type(x, np.float32)
    y = np.zeros(3, dtype=d)
    y[:] = x * x
    return np.sum(y)


def tolist(x):
    a, b, c = x.tolist()
    return a * b * c


def list_of_arr(x):
    v = list(x)
    return v[0] * v[-1]


def with_divmod(x):
    q, r = divmod(x[0] * 7, 2.0)
    return r * r


def with_pow(x):
    return pow(x[0], 2) * abs(x[1])


def with_fmt(x):
    if x[0] > 100:
        raise ValueError(f"{x[0]:.3f} and {len(x)}")
    return x[0] ** 2


def lambda_default(x):
    g = lambda v, k=2: v**k
    return g(x[0]) * g(x[1], 3)


def dict_funcs(x):
    t = {"sin": np.sin, "cos": np.cos}
    return sum(t[k](x[0]) for k in t)


def dict_get_none(x):
    t = {"sin": np.sin}
    g = t.get("tan")
    if g is None:
        g = t["sin"]
    return g(x[0]) ** 2


def enumerate_start(x):
    s = 0.0
    for i, v in enumerate(x, start=1):
        s += i * v * v
    return s


def cond_expr_none(x):
    tol = None
    tol = 1e-3 if tol is None else tol
    return x[0] ** 2 * tol


def or_default(x):
    n = None
    n = n or 3
    return x[0] ** n


def slice_obj(x):
    s = slice(1, None)
    return np.sum(x[s] ** 2)


def tuple_of_rows(x):
    a = (x, x * 2)
    return np.sum(a[0] * a[1])


def nested_tuple(x):
    (a, b), c = (x[0], x[1]), x[2]
    return a * b * c


def min_key(x):
    v = [x[0], x[1], x[2]]
    return min(v) * max(v)


def is_int(x):
    n = 2
    if isinstance(n, int) and n == 2:
        return x[0] ** n
    return x[0]


def np_array_tuple(x):
    return np.sum(np.array((x[0], x[1])) ** 2)


def stack(x):
    return np.sum(np.array([x, x * x]) ** 2)


def stackl(x):
    return np.sum(np.array([[x[0], x[1]], [x[1], x[2]]]) ** 2)


def del_in_loop(x):
    s = 0.0
    for v in x:
        t = v * v
        s += t
        del t
    return s


def never_reached(x):
    if x[0] > 100.0:
        return float(None) + len(None) + float("a number") + isinstance(x[0], 3)
    return x[0] * x[1]


def numbers_in_texts(x):
    best = float("inf")
    for i in range(len(x)):
        best = min(best, x[i] * x[i])
    return best * float("1e1") + (float("nan") if best > 1e9 else x[1])


GUESSES = tuple(0.1 * n for n in range(1, 13))
TERMS = [(0.01 * n, 1.0 + 0.5 * n) for n in range(12)]


def table_with_break(x):
    for guess in GUESSES:
        p = x[0] * guess
        if p > 0.8:
            break
    return p * x[1]


def table_of_rows(x, low=None, more=False):
    s = 0.0
    for a, b in TERMS:
        s += a * x[0] ** b
    if s == low or x[1] in (None, "low"):
        s = 0.0
    if s > 0.1 and more:
        s += low
    return s


def table_of_places(x):
    s = 0.0
    for n in (0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2):
        s += x[n] ** n
    return s


def turned(x, is_done=False, count=1):
    s = 0.0
    for v in x:
        if is_done:
            s += v**count
        if v > 1.5:
            is_done = True
        count = count + 1
    return s


def summed(x, axis=-1):
    if axis < 0:
        axis += x.ndim
    return np.sum(x, axis=axis)


def an_axis_that_is_set_anew(x):
    return summed(np.outer(x, x))[1]


def flags_that_turn(x):
    return turned(x) + turned(x, True, 2)


def one_of_few(x, other=None):
    """What a tuple holds is known, None or a text among it."""
    pairs = [(x[0], None), (None, x[1]), (x[0], x[1])]
    if not any(pair for pair in pairs if None not in pair):
        return x[2]
    scale = 2.0 if None in (x[0], other) else 3.0
    return x[0] ** 2 * scale if other not in ("a", None, "b") else x[1] ** 2 * scale


def structures_compared(x):
    """A list is no tuple, dicts have their keys in any order, and parts have forms."""
    a, b = x[0], x[1]
    equal = (
        [a, b] == (a, b),
        {"a": a, "b": b} == {"b": b, "a": a},
        {"a": a} == {"b": a},
        (1.0, (a, b)) == ((1.0, a), b),
        [a, [b]] == [a, [b]],
        x.shape == [2],
        (a, b) in ([a, b], (a, a)),
        (a, (1.0, b)) != (a, (1.0, b)),
    )
    total = 0.0
    for place, holds in enumerate(equal):
        total += x[0] * 2.0**place if holds else x[1] * 3.0
    return total


def of_as_many_axes(x):
    """How many axes the largest of some arrays has is known."""
    n = max(x.ndim, np.outer(x, x).ndim)
    m = np.max([x.ndim, n, 1]) + np.min(np.array([2, 3])) - min([2, n])
    spread = np.expand_dims(x, axis=tuple(range(-n, 0)))
    return np.sum(spread**m, axis=np.max([0, n - 1]))


CASES = {
    f.__name__: (f, X)
    for f in (
        structures_compared,
        with_del,
        with_global,
        match_str,
        match_num,
        match_tup,
        typecheck,
        astype,
        astype_np,
        astype_f32,
        astype_dtype,
        astype_nocopy,
        atleast,
        asany,
        asany_dtype,
        asarray_list,
        asarray_pos,
        array_copy,
        float64,
        with_item,
        with_size,
        with_shape,
        shape2,
        isinst,
        iterable,
        result_type,
        tolist,
        list_of_arr,
        with_divmod,
        with_pow,
        with_fmt,
        lambda_default,
        dict_funcs,
        dict_get_none,
        enumerate_start,
        cond_expr_none,
        or_default,
        slice_obj,
        tuple_of_rows,
        nested_tuple,
        min_key,
        is_int,
        np_array_tuple,
        stack,
        stackl,
        del_in_loop,
        never_reached,
        numbers_in_texts,
        flags_that_turn,
        an_axis_that_is_set_anew,
        turned,
        table_with_break,
        table_of_rows,
        table_of_places,
        one_of_few,
        of_as_many_axes,
    )
}
COMPILED = (
    "match_num",
    "astype_dtype",
    "with_item",
    "table_with_break",
)


@pytest.mark.parametrize("name", CASES)
def test_it_is_right_in_every_mode(name):
    check_plain(*CASES[name])


@pytest.mark.parametrize("name", COMPILED)
def test_it_compiles(name):
    check_compiled(*CASES[name])


def test_a_loop_over_many_numbers_is_not_written_out():
    text = s2sad.source(s2sad.grad(table_with_break), X)
    assert "for k in range(12):" in text
    assert len(text.splitlines()) < 40
