"""Loops with checkpoints: the same derivatives, from few states that are kept."""

import functools
import inspect
import linecache
import math
import re
import types
import weakref

import numba
import numpy as np
import pytest

import s2sad
from s2sad.checkpoints import advance, repeats


def plain(x, a, n):
    u = x.copy()
    s = a
    for i in range(n):
        s = np.sin(s) + 0.1 * a * i
        for j in range(1, len(u)):
            u[j] += 0.1 * u[j - 1] * s
    return s * np.sum(u)


def by_root(x, a, n):
    u = x.copy()
    s = a
    for i in s2sad.checkpoint(range(n)):
        s = np.sin(s) + 0.1 * a * i
        for j in range(1, len(u)):
            u[j] += 0.1 * u[j - 1] * s
    return s * np.sum(u)


def by_three(x, a, n):
    u = x.copy()
    s = a
    for i in s2sad.checkpoint(range(n), snapshots=3):
        s = np.sin(s) + 0.1 * a * i
        for j in range(1, len(u)):
            u[j] += 0.1 * u[j - 1] * s
    return s * np.sum(u)


def by_count(x, a, n, k):
    s = a
    for i in s2sad.checkpoint(range(2, n + 2), snapshots=k):
        s = np.sin(s) * x[i % len(x)] + a
    return s


X = np.array([0.3, 0.4, 0.5])
both = pytest.mark.parametrize("marked", [by_root, by_three], ids=["root", "three"])


@both
@pytest.mark.parametrize("n", [0, 1, 2, 3, 7, 20])
def test_the_same_value_and_gradient(marked, n):
    got = s2sad.value_and_grad(marked, argnums=(0, 1), jit=False)(X, 0.7, n)
    expected = s2sad.value_and_grad(plain, argnums=(0, 1), jit=False)(X, 0.7, n)
    assert got[0] == pytest.approx(expected[0], rel=1e-13)
    np.testing.assert_allclose(got[1][0], expected[1][0], rtol=1e-12)
    assert got[1][1] == pytest.approx(expected[1][1], rel=1e-12, abs=1e-14)


@both
def test_other_modes_and_numba(marked):
    got = s2sad.value_and_grad(marked, argnums=(0, 1))(X, 0.7, 9)
    expected = s2sad.value_and_grad(plain, argnums=(0, 1))(X, 0.7, 9)
    np.testing.assert_allclose(got[1][0], expected[1][0], rtol=1e-12)
    forward = s2sad.jacfwd(marked, argnums=1, jit=False)(X, 0.7, 9)
    assert forward == pytest.approx(got[1][1], rel=1e-12)
    second = s2sad.jacfwd(s2sad.grad(marked, 1, jit=False), 1, jit=False)(X, 0.7, 9)
    truth = s2sad.jacfwd(s2sad.grad(plain, 1, jit=False), 1, jit=False)(X, 0.7, 9)
    assert second == pytest.approx(truth, rel=1e-11)


def test_the_mark_changes_nothing_in_the_primal():
    assert list(s2sad.checkpoint(range(2, 5), snapshots=2)) == [2, 3, 4]
    assert by_three(X, 0.7, 9) == plain(X, 0.7, 9)
    assert numba.njit(by_three)(X, 0.7, 9) == pytest.approx(plain(X, 0.7, 9))


def two_buffers(trips):
    def run(x, a, n):
        u = x.copy()
        v = x.copy()
        for _ in trips(n):
            for j in range(1, len(u) - 1):
                v[j] = u[j] + a * (u[j - 1] - 2.0 * u[j] + u[j + 1]) * u[j]
            u, v = v, u
        return np.sum(u * u) + v[0]

    return run


def new_arrays(trips):
    def run(x, a, n):
        u = x
        for i in trips(n):
            u = np.sin(u) * a + u * 0.1 * i
        return np.sum(u * u)

    return run


@pytest.mark.parametrize("made", [two_buffers, new_arrays])
@pytest.mark.parametrize("snapshots", ["sqrt", 2])
def test_arrays_that_are_bound_anew(made, snapshots):
    text = inspect.getsource(made).replace(
        "trips(n)", f"s2sad.checkpoint(range(n), snapshots={snapshots!r})"
    )
    space = {"np": np, "s2sad": s2sad}
    file = f"<{made.__name__} {snapshots}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    exec(compile(text, file, "exec"), space)
    x = np.array([0.3, 0.4, 0.5, 0.1, 0.9])
    given = x.copy()
    with_marks = s2sad.value_and_grad(
        space[made.__name__](None), argnums=(0, 1), jit=False
    )
    value, gradients = with_marks(x, 0.2, 7)
    np.testing.assert_array_equal(x, given)
    function = made(range)
    assert value == pytest.approx(function(x, 0.2, 7), rel=1e-13)
    for number, gradient in enumerate(gradients):
        direction = np.ones_like(gradient)

        def along(step, number=number, direction=direction):
            moved = [x, 0.2, 7]
            moved[number] = moved[number] + step * direction
            return function(*moved)

        slope = (along(1e-6) - along(-1e-6)) / 2e-6
        assert np.sum(gradient * direction) == pytest.approx(slope, rel=1e-7)


# --- what is run, and what is kept ----------------------------------------------------


@functools.cache
def fewest(count, snapshots):
    """The fewest trips to run again, of all schedules with so many snapshots.

    The first state is one of them.
    """
    if count == 1:
        return 0
    if snapshots == 1:
        return count * (count - 1) // 2
    return min(
        j + fewest(count - j, snapshots - 1) + fewest(j, snapshots)
        for j in range(1, count)
    )


def planned(count, snapshots, r):
    """The trips that the schedule of s2sad runs again."""
    if count < 2:
        return 0
    first = advance(count, snapshots, r)
    again = planned(first, snapshots, r - 1)
    return first + again + planned(count - first, snapshots - 1, r)


@pytest.mark.parametrize("snapshots", range(1, 7))
def test_the_schedule_runs_as_few_trips_again_as_there_can_be(snapshots):
    for count in range(1, 60):
        r = repeats(count, snapshots)
        assert math.comb(snapshots + r, r) >= count
        assert r == 0 or math.comb(snapshots + r - 1, r - 1) < count
        assert planned(count, snapshots, r) == fewest(count, snapshots)


class Counting:
    """NumPy whose sines are counted: one for each trip that runs."""

    def __init__(self):
        self.count = 0

    def __getattr__(self, word):
        return getattr(np, word)

    def sin(self, x):
        self.count += 1
        return np.sin(x)


def counted(function, *arguments):
    """(result, how many trips ran) of the gradient of a function."""
    made = s2sad.grad(function, argnums=1, jit=False)
    text = s2sad.source(made, *arguments)
    module = types.ModuleType("counted")
    exec(text, module.__dict__)
    module.np = counting = Counting()
    name = re.findall(r"^def (\w+_grad)\(", text, re.MULTILINE)[-1]
    return getattr(module, name)(*arguments), counting.count


@pytest.mark.parametrize("n, k", [(1, 1), (6, 2), (10, 3), (25, 2), (35, 3), (60, 5)])
def test_the_text_runs_as_few_trips(n, k):
    gradient, runs = counted(by_count, X, 0.7, n, k)
    alone = s2sad.grad(by_count, argnums=1, jit=False)(X, 0.7, n, n)
    assert gradient == pytest.approx(alone, rel=1e-12)
    # Each trip once before its adjoint, and those that lead to the snapshots.
    assert runs == n + fewest(n, k)


def test_by_the_root_each_trip_runs_twice():
    def chain(x, a, n):
        s = a
        for i in s2sad.checkpoint(range(n)):
            s = np.sin(s) * x[i % len(x)] + a
        return s

    _, runs = counted(chain, X, 0.7, 100)
    assert 100 < runs <= 200
    text = s2sad.source(s2sad.grad(chain, argnums=1), X, 0.7, 100)
    assert "width = int(max(count, 0) ** 0.5) + 1" in text


# --- while -------------------------------------------------------------------------


def while_plain(x, a, end):
    u = x.copy()
    t, n, low = 0.0, 0, a
    while t < end:
        h = 0.1 + 0.05 * u[0] ** 2
        t += h
        n += 1
        u[1] += h * np.sin(u[0]) * a
        if u[1] > 0.6:
            continue
        u[0] = u[0] - h * u[1] * n
        low = u[0] * low
    return u[0] * u[1] + t + low


def marked_while(mark):
    """while_plain with a mark at its test."""
    text = inspect.getsource(while_plain).replace("while t < end", f"while {mark}")
    file = f"<while {mark}>"
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    space = {"np": np, "s2sad": s2sad}
    exec(compile(text, file, "exec"), space)
    return space["while_plain"]


while_by_root = marked_while("s2sad.checkpoint(t < end)")
while_by_three = marked_while("s2sad.checkpoint(t < end, snapshots=3)")
both_while = pytest.mark.parametrize(
    "marked", [while_by_root, while_by_three], ids=["root", "three"]
)


@both_while
@pytest.mark.parametrize("end", [-1.0, 0.05, 0.15, 0.3, 1.0, 4.0])
def test_a_while_has_the_same_value_and_gradient(marked, end):
    got = s2sad.value_and_grad(marked, argnums=(0, 1), jit=False)(X, 0.7, end)
    expected = s2sad.value_and_grad(while_plain, argnums=(0, 1), jit=False)(X, 0.7, end)
    assert got[0] == expected[0] == marked(X, 0.7, end)
    np.testing.assert_allclose(got[1][0], expected[1][0], rtol=1e-12)
    assert got[1][1] == pytest.approx(expected[1][1], rel=1e-12)


@both_while
def test_a_while_in_other_modes_and_numba(marked):
    got = s2sad.value_and_grad(marked, argnums=(0, 1))(X, 0.7, 2.0)
    expected = s2sad.value_and_grad(while_plain, argnums=(0, 1))(X, 0.7, 2.0)
    np.testing.assert_allclose(got[1][0], expected[1][0], rtol=1e-12)
    forward = s2sad.jacfwd(marked, argnums=1, jit=False)(X, 0.7, 2.0)
    assert forward == pytest.approx(got[1][1], rel=1e-12)
    second = s2sad.jacfwd(s2sad.grad(marked, 1, jit=False), 1, jit=False)(X, 0.7, 2.0)
    truth = s2sad.jacfwd(s2sad.grad(while_plain, 1), 1)(X, 0.7, 2.0)
    assert second == pytest.approx(truth, rel=1e-11)
    assert numba.njit(marked)(X, 0.7, 2.0) == pytest.approx(while_plain(X, 0.7, 2.0))


def while_chain(mark):
    def chain(x, a, n):
        s, i = a, 0
        while mark(i < n):
            s = np.sin(s) * x[i % len(x)] + a
            i += 1
        return s

    return chain


def test_a_while_by_the_root_runs_each_trip_twice():
    chain = while_chain(s2sad.checkpoint)
    for n in (1, 10, 100):
        gradient, runs = counted(chain, X, 0.7, n)
        assert n <= runs <= 2 * n
        alone = s2sad.grad(while_chain(bool), argnums=1, jit=False)(X, 0.7, n)
        assert gradient == pytest.approx(alone, rel=1e-12)


@pytest.mark.parametrize("n", [5, 50, 500])
def test_a_while_by_the_root_keeps_few_states(n):
    def steps(x, a, n):
        u, i = x.copy(), 0
        while s2sad.checkpoint(i < n):
            u[0] = np.sin(u[0]) * u[1] + a
            i += 1
        return u[0]

    made = s2sad.grad(steps, jit=False)
    module = types.ModuleType("tracked")
    exec(s2sad.source(made, X, 0.7, n), module.__dict__)
    Tracked.alive = Tracked.peak = 0
    module.steps_grad(X.view(Tracked), 0.7, n)
    # Parts of 1, 2, 3, ... trips: sqrt(2 n) of them, a state each, and the array.
    assert Tracked.peak <= math.sqrt(2 * n) + 3


def while_by_count(x, a, n, k):
    s, i = a, 0
    while s2sad.checkpoint(i < n, snapshots=k):
        s = np.sin(s) * x[i % len(x)] + a
        i += 1
    return s


@pytest.mark.parametrize("n, k", [(1, 1), (10, 3), (25, 2), (60, 5)])
def test_a_while_with_snapshots_runs_as_few_trips(n, k):
    gradient, runs = counted(while_by_count, X, 0.7, n, k)
    alone = s2sad.grad(while_chain(bool), argnums=1, jit=False)(X, 0.7, n)
    assert gradient == pytest.approx(alone, rel=1e-12)
    # The run that counts the trips does only what their number depends on.
    assert runs == n + fewest(n, k)


# --- what trips leave, and other names ----------------------------------------------


def read_after(x, n):
    s, i = x, 7
    for i in s2sad.checkpoint(range(n)):  # noqa: B007
        s = s * x
    return s * i


def read_after_snapshots(x, n):
    s, i = x, 7
    for i in s2sad.checkpoint(range(n), snapshots=2):  # noqa: B007
        s = s * x
    for k in range(2):
        s = s * i + k
    return s


def squared(u):
    u[0] = u[0] * u[0]
    return u[0] > 0.01


def by_a_helper(x, n):
    u, i = np.array([x, 0.0]), 0
    while s2sad.checkpoint(i < n, snapshots=2):
        squared(u)
        i += 1
    return u[0]


def by_a_test(x, n):
    u, i = np.array([x, 0.0]), 0
    while s2sad.checkpoint(squared(u) and i < n, snapshots=2):
        i += 1
    return u[0] + i


def by_a_view(x, n):
    u, i = np.full((2, 1), x), 0
    while s2sad.checkpoint(i < n, snapshots=2):
        v = u[0]
        v[0] = v[0] * v[0]
        i += 1
    return u[0, 0]


def in_place(x, n):
    u = np.array([x, 0.0])
    v = u
    for _ in s2sad.checkpoint(range(n), snapshots=2):
        u *= x
    return v[0]


def of_a_caller(x, n):
    u = np.array([x, 0.0])
    for _ in range(2):
        halved(u, n)
    return u[0] * x


def twice(x, n):
    last = 0.0
    t = x
    for _ in s2sad.checkpoint(range(n), snapshots=2):
        d = t * t
        t = t + x * np.sin(d)
        last = d
    for _ in s2sad.checkpoint(range(n)):
        d = t + x
        t = t * 0.5 + np.cos(d)
    return t + last


def of_pairs(x, n):
    point = (x, 1.0)
    while s2sad.checkpoint(point[1] < n, snapshots=2):
        point = (point[0] * x, point[1] * 1.5)
    return point[0]


def halved(u, n):
    for _ in s2sad.checkpoint(range(n), snapshots=2):
        u *= 0.5


@pytest.mark.parametrize(
    "function",
    [
        *(read_after, read_after_snapshots, by_a_helper, by_a_test, by_a_view),
        *(in_place, of_a_caller, of_pairs, twice),
    ],
)
@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_what_trips_leave_is_left(function, n):
    value, slope = s2sad.value_and_grad(function, jit=False)(0.9, n)
    assert value == pytest.approx(function(0.9, n), rel=1e-14)
    near = [function(0.9 + h, n) for h in (1e-6, -1e-6)]
    assert slope == pytest.approx((near[0] - near[1]) / 2e-6, rel=1e-7, abs=1e-9)


# --- what is refused ------------------------------------------------------------------


def left(x):
    s = x
    for _ in s2sad.checkpoint(range(5)):
        s = s * x
        if s > 3.0:
            break
    return s


def downward(x):
    s = x
    for _ in s2sad.checkpoint(range(5, 0, -1)):
        s = s * x
    return s


def none_kept(x):
    s = x
    for _ in s2sad.checkpoint(range(5), snapshots=0):
        s = s * x
    return s


def while_left(x):
    s = x
    while s2sad.checkpoint(s < 5.0):
        s = s * x
        if s > 3.0:
            break
    return s


def two_views(x):
    b = np.full((2, 1), x)
    u, v = b[0], b[1]
    for _ in s2sad.checkpoint(range(2), snapshots=2):
        v[0] = u[0] * x
        u, v = v, u
    return b[0, 0] + b[1, 0]


def by_items(x):
    pair = [x, 2.0 * x]
    for _ in s2sad.checkpoint(range(4)):
        pair[0] = pair[1] * np.sin(pair[0])
    return pair[0] * pair[1]


def by_a_closure(x):
    s = t = x

    def scaled(y):
        return y * s

    for _ in s2sad.checkpoint(range(4)):
        t = t + 0.1 * scaled(t)
        s = t * 0.5
    return t


def listed(x):
    rows, i = [], 0
    while s2sad.checkpoint(i < 3, snapshots=2):
        rows.append(x * i)
        i += 1
    return rows[-1]


@pytest.mark.parametrize(
    "function, words",
    [
        (left, "left by break"),
        (downward, "goes up by one"),
        (none_kept, "snapshots=0 is neither"),
        (while_left, "left by break"),
        (two_views, "u and b may be one array, which trips write into"),
        (listed, "rows, which is no number or array, may change"),
        (by_items, "pair is no array, and trips write into it"),
        (by_a_closure, "scaled reads s, which trips change"),
    ],
)
def test_what_is_refused(function, words):
    with pytest.raises(s2sad.RefusalError, match=words):
        s2sad.grad(function, jit=False)(1.2)


class Tracked(np.ndarray):
    """An array that counts how many copies of it are alive at once."""

    alive = peak = 0

    def copy(self, order="C"):
        found = np.array(self, order=order).view(Tracked)
        Tracked.alive += 1
        Tracked.peak = max(Tracked.peak, Tracked.alive)
        weakref.finalize(found, Tracked.gone)
        return found

    @classmethod
    def gone(cls):
        cls.alive -= 1


@pytest.mark.parametrize("n", [20, 80, 300])
def test_few_states_are_alive_at_once(n):
    made = s2sad.grad(by_three, jit=False)
    text = s2sad.source(made, X, 0.7, n)
    module = types.ModuleType("tracked")
    exec(text, module.__dict__)
    Tracked.alive = Tracked.peak = 0
    module.by_three_grad(X.view(Tracked), 0.7, n)
    # A call keeps the state that it begins with and the one in its middle, and its own
    # is a copy; calls stand in each other as deep as there are snapshots and runs.
    assert Tracked.peak <= 2 * (3 + repeats(n, 3)) + 3


def test_too_few_snapshots_are_an_error_not_a_deep_recursion():
    made = s2sad.grad(by_count, argnums=1, jit=False)
    assert made(X, 0.5, 400, 1) == pytest.approx(made(X, 0.5, 400, 20))
    with pytest.raises(ValueError, match="too few snapshots: a trip would run more"):
        made(X, 0.5, 502, 1)
    compiled = s2sad.grad(by_count, argnums=1)
    with pytest.raises(ValueError, match="too few snapshots"):
        compiled(X, 0.5, 100_000, 1)
