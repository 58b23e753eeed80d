"""What is found out about loops: what their trips share, and what is kept of them."""

import gast
import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad
from s2sad.facts.counters import Counters
from s2sad.facts.kinds import FLOAT, INT, Array
from s2sad.facts.plain import Plain
from s2sad.facts.private import Private
from s2sad.facts.regions import Tree

VECTOR = Array("float64", 1, (False,))
MATRIX = Array("float64", 2, (False, False))


def tree_of(text, **kinds):
    """The Tree of statements as a function of x, a and n."""
    lines = "\n".join(f"    {line}" for line in text.strip("\n").splitlines())
    node = gast.parse(f"def f(x, a, n, d):\n{lines}\n").body[0]
    kinds = {"x": MATRIX, "a": VECTOR, "n": INT, "z": VECTOR, "d": INT, **kinds}
    names = {n.id for n in gast.walk(node) if isinstance(n, gast.Name)}
    known = {name: kinds.get(name, INT if len(name) == 1 else FLOAT) for name in names}
    known |= {"s": FLOAT} if "s" in names else {}
    return Tree(Plain("f", node, None, known, [], None, {}))


def loops_of(tree):
    return [n for n in tree.statements if isinstance(n, gast.For)]


FILLED = """
z = np.empty(d)
for k in range(n):
    for j in range(d):
        z[j] = x[k, j]
    s += z[0] * z[d - 1]
"""

PRIVATE = {
    "filled before it is read": (FILLED, True),
    "filled whole by a slice": (
        "z = np.empty(d)\nfor k in range(n):\n    z[:] = x[k]\n    s += z[1]",
        True,
    ),
    "its numbers, one by one": (
        "z = np.empty(2)\nfor k in range(n):\n    z[0] = x[k, 0]\n    z[1] = z[0]\n"
        "    s += z[k % 2]",
        True,
    ),
    "the same part is filled and read": (
        "z = np.empty(d)\nfor k in range(n):\n    for j in range(1, d):\n"
        "        z[j] = x[k, j]\n    for i in range(1, d):\n        s += z[i]",
        True,
    ),
    "one element more is read": (
        "z = np.empty(d)\nfor k in range(n):\n    for j in range(1, d):\n"
        "        z[j] = x[k, j]\n    for i in range(d):\n        s += z[i]",
        False,
    ),
    "read after the loop": (FILLED + "t = z[0]\n", False),
    "filled in a branch": (
        "z = np.empty(d)\nfor k in range(n):\n    if k > 0:\n        z[:] = x[k]\n"
        "    s += z[1]",
        False,
    ),
    "read before it is filled": (
        "z = np.zeros(d)\nfor k in range(n):\n    s += z[1]\n    z[:] = x[k]",
        False,
    ),
    "filled by a loop that may be left": (
        "z = np.empty(d)\nfor k in range(n):\n    for j in range(d):\n"
        "        z[j] = x[k, j]\n        if s > 1.0:\n            break\n    s += z[1]",
        False,
    ),
    "longer than what fills it": (
        "z = np.empty(d + 1)\nfor k in range(n):\n    for j in range(d):\n"
        "        z[j] = x[k, j]\n    s += z[d]",
        False,
    ),
}


@pytest.mark.parametrize("case", PRIVATE)
def test_trips_use_an_array_as_their_own(case):
    text, expected = PRIVATE[case]
    tree = tree_of("s = 0.0\n" + text.strip("\n"))
    loop = loops_of(tree)[0]
    assert Private(tree).is_private("z", loop) is expected


COUNTERS = {
    "a step at the end": ("    s += a[m]\n    m += 1", True),
    "a step at the start": ("    m = m + 2\n    s += a[m]", True),
    "a remainder": ("    s += a[m]\n    m = m * 5 % 7", True),
    "a step in a branch": ("    if n > 3:\n        s += a[m]\n        m += 1", True),
    "read beside the branch": ("    s += a[m]\n    if n > 3:\n        m += 1", False),
    "read on both sides of a step": ("    s += a[m]\n    m += 1\n    s += a[m]", False),
    "a step by what changes": ("    s += a[m]\n    m += i", False),
    "a bound that moves": (
        "    for j in range(m):\n        s += a[j]\n        m += 1",
        False,
    ),
}


class NothingActive:
    active = frozenset()


@pytest.mark.parametrize("case", COUNTERS)
def test_trips_only_move_a_number_on(case):
    body, expected = COUNTERS[case]
    tree = tree_of(f"s = 0.0\nm = 0\nfor i in range(n):\n{body}")
    counters = Counters(tree, NothingActive, Private(tree).extents)
    assert counters.is_counter("m", loops_of(tree)[0], ()) is expected


# --- what is kept, by counts ----------------------------------------------------------


def recursion(x, weight):
    z = np.empty(x.shape[1])
    t = 1.0
    for k in range(x.shape[0]):
        for j in range(len(z)):
            z[j] = x[k, j] * t
        for i in range(len(z)):
            for j in range(i):
                z[i] -= weight[j] * z[j]
        t = np.sin(z[0] * z[1]) + 0.5 * t
    return t


def mixture(x, mean):
    term = np.empty(len(mean))
    total = 0.0
    for k in range(len(x)):
        for j in range(len(mean)):
            term[j] = -((x[k] - mean[j]) ** 2)
        largest = np.max(term)
        rest = 0.0
        for j in range(len(mean)):
            rest += np.exp(term[j] - largest)
        total += largest + np.log(rest)
    return total


def table(x, y):
    cost = np.zeros((len(x) + 1, len(y) + 1))
    for i in range(1, len(x) + 1):
        for j in range(1, len(y) + 1):
            best = min(cost[i - 1, j], cost[i, j - 1])
            cost[i, j] = best + (x[i - 1] - y[j - 1]) ** 2
    return cost[len(x), len(y)]


def newton(target, scale):
    total = 0.0
    for i in range(len(target)):
        root = 1.0
        step = 1.0
        while abs(step) > 1e-10:
            step = (root**3 + scale * root - target[i]) / (3.0 * root**2 + scale)
            root -= step
        total += root * root
    return total


def packed(entries, x):
    total = 0.0
    entry = 0
    for i in range(len(x)):
        for j in range(i + 1):
            total += np.sin(entries[entry] * x[i] * x[j])
            entry += 1
    return total


X = np.array([[0.3, 1.2], [0.5, 0.7], [-0.2, 0.9]])
KEPT = {
    "rows, and nothing of the solve": (recursion, (X, X[0]), "z = np.empty((", 1),
    "nothing of a scratch array": (mixture, (X[0], X[1]), "_saved", 0),
    "nothing of a table": (table, (X[0], X[1]), "_saved", 0),
    "nothing of a solver": (newton, (X[0], 0.9), ".append(", 0),
    "nothing of a count": (packed, (X.ravel(), X[0]), "entry_saved", 0),
}


@pytest.mark.parametrize("case", KEPT)
def test_what_is_kept(case):
    function, arguments, word, count = KEPT[case]
    made = s2sad.grad(function, argnums=(0, 1), jit=False)
    assert s2sad.source(made, *arguments).count(word) == count
    gradients = made(*arguments)
    for number, gradient in enumerate(gradients):
        direction = np.cos(np.arange(np.size(gradient))).reshape(np.shape(gradient))

        def along(step, number=number, direction=direction):
            moved = list(arguments)
            moved[number] = moved[number] + step * direction
            return function(*moved)

        slope = (along(1e-6) - along(-1e-6)) / 2e-6
        assert np.sum(gradient * direction) == pytest.approx(slope, rel=1e-6)


def test_a_fused_loop_runs_once():
    text = s2sad.source(s2sad.grad(mixture), X[0], X[1])
    assert text.count("for k in range(len(x))") == 1


def smoothed(x, scale):
    total = 0.0
    for i in range(len(x)):
        mean = 0.5 * (mean if i > 0 else x[i]) + 0.5 * scale  # noqa: F821
        total += mean * np.sin(x[i])
    return total


def test_a_choice_inside_an_expression_takes_what_an_earlier_trip_left():
    x, scale = np.array([0.7, 1.3, -0.4]), 0.9
    x_bar, scale_bar = s2sad.grad(smoothed, argnums=(0, 1), jit=False)(x, scale)
    moved = [smoothed(x, scale + step) for step in (1e-6, -1e-6)]
    assert scale_bar == pytest.approx((moved[0] - moved[1]) / 2e-6)
    _, slope = s2sad.jvp(smoothed, (x, scale), (np.ones(3), 0.0), jit=False)
    assert np.sum(x_bar) == pytest.approx(slope)


def grown(x, c):
    w = x
    for _ in range(3):
        w = w * c
    return np.sum(w)


def grown_once(x, c):
    w = x
    if c > 0.1:
        w = x * c
    return np.sum(w * w)


def stepped(x, c):
    before = x
    for _ in range(3):
        now = np.zeros(len(x))
        for i in range(len(x)):
            now[i] = before[i] * c + 0.1 * before[i - 1]
        before = now
    return np.sum(before * before)


@pytest.mark.parametrize("function", [grown, grown_once, stepped])
@pytest.mark.parametrize("jit", [False, True])
def test_an_array_without_an_adjoint_is_bound_to_a_name_that_has_one(function, jit):
    x, c = np.array([0.7, -1.3, 0.4]), 0.4
    slope = (function(x, c + 1e-6) - function(x, c - 1e-6)) / 2e-6
    found = s2sad.grad(function, argnums=1, jit=jit)(x, c)
    assert found == pytest.approx(slope)


def rows_by_index(x, places):
    m = np.zeros((4, 2))
    m[places] = x[0] * x[3]
    m[places, 1] = x[:3]
    m[:, places[:1]] *= x[1]
    m[places[1:]] = np.ones(2) * x[2]
    return np.sum(m * m) + m[0, 1]


def test_rows_and_columns_are_written_through_index_arrays():
    x, places = np.array([0.7, -1.3, 0.4, 2.1]), np.array([0, 1, 0])
    steps = 1e-6 * np.eye(4)
    slopes = [
        (rows_by_index(x + step, places) - rows_by_index(x - step, places)) / 2e-6
        for step in steps
    ]
    for jit in (False, True):
        found = s2sad.grad(rows_by_index, jit=jit)(x, places)
        np.testing.assert_allclose(found, slopes, rtol=1e-6)


@pytest.mark.parametrize("jit", [False, True])
def test_an_array_like_another_one_that_gets_a_row_for_each_trip(jit):
    def f(x, n):
        a = np.empty_like(x)
        b = np.empty_like(a)
        s = x
        for k in range(n):
            for i in range(len(x)):
                a[i] = np.sin(s[i]) * (k + 1.0)
            for i in range(len(x)):
                b[i] = np.exp(a[i]) * a[i] + s[i] ** 2
            t = np.empty_like(x)
            for i in range(len(x)):
                t[i] = 0.1 * b[i] * b[i] + a[i] * s[i]
            s = t
        return np.sum(s)

    # more elements than trips: as many as there are trips are no room for them
    x, v = np.array([0.1, 0.2, 0.3, 0.4]), np.array([0.3, -0.2, 0.5, 0.7])
    _, slope = s2sad.jvp(f, (x, 2), (v, None), jit=False)
    assert abs(s2sad.grad(f, jit=jit)(x, 2) @ v - slope) < 1e-12


def scaled_by_what_it_was(x):
    for value in x:
        x = x * value
    return x.sum()


def scaled_by_pairs(x):
    for a, b in zip(x, x[1:]):
        x = x * b + a
    return x.sum()


class Weights:
    def __init__(self, w):
        self.w = w

    def grow(self, value):
        self.w = self.w * value

    def spread(self, x):
        total = 0.0
        for number, value in enumerate(self.w):
            total += value * x[0] ** number
        return total


def test_a_loop_over_an_attribute_of_an_object_from_outside():
    weights = Weights(np.array([0.5, -1.2, 2.0]))
    gradient = s2sad.grad(weights.spread, jit=False)(np.array([0.7]))
    np.testing.assert_allclose(gradient, [-1.2 + 4.0 * 0.7])


def scaled_by_attributes(x):
    weights = Weights(x)
    for value in weights.w:
        weights.grow(value)
    return weights.w.sum()


def scaled_by_entries(x):
    entries = {"w": x}
    for value in entries["w"]:
        entries["w"] = entries["w"] * value
    return entries["w"].sum()


def test_a_loop_is_over_what_had_the_name_at_first():
    x = np.array([0.5, 0.7, 0.9])
    functions = scaled_by_what_it_was, scaled_by_pairs
    for function in (*functions, scaled_by_attributes, scaled_by_entries):
        value, gradient = s2sad.value_and_grad(function, jit=False)(x)
        assert value == pytest.approx(function(x), rel=1e-14)
        for k, step in enumerate(1e-6 * np.eye(3)):
            slope = (function(x + step) - function(x - step)) / 2e-6
            assert gradient[k] == pytest.approx(slope, rel=1e-7)


def left_in_its_first_trip(x):
    s = x[0]
    for i in range(3):
        s = s * x[i + 1]
        break
    return s


def returned_from_its_first_trip(x):
    s = x[1]
    for i in range(len(x) - 1, -1, -1):
        s = s * x[i] + s
        return s
    return 2.0 * s


def left_on_each_path(x):
    total = 0.0
    for k in range(len(x)):
        t = x[k]
        for i in range(len(x)):
            for j in range(1, 3):
                t = t * x[j]
                break
            if x[i] > 0.0:
                t = t * x[k]
                break
            else:
                t = np.sin(t) + x[i]
                break
        total += t * t
    return total


def left_with_its_array(x, is_short=True):
    y = x.copy()
    for i in range(len(x)):
        y[i] = y[i] * x[i] * y[0]
        if is_short:
            break
    return y


ALWAYS_LEFT = [
    left_in_its_first_trip,
    returned_from_its_first_trip,
    left_on_each_path,
    left_with_its_array,
]


@pytest.mark.parametrize("function", ALWAYS_LEFT)
def test_a_loop_that_is_always_left_runs_back_as_often(function):
    check_plain(function, np.array([0.7, -1.1, 0.4, 0.9]))
    assert "if True" not in s2sad.source(s2sad.jacrev(function), np.ones(4))


def test_a_loop_that_is_always_left_is_compiled():
    check_compiled(left_on_each_path, np.array([0.7, -1.1, 0.4, 0.9]))


def lagged(x, lag):
    s = 1.0
    for t in range(len(x) - lag):
        s = s * x[t] * x[t + lag] + np.sin(s)
    return s


def test_a_loop_without_trips_saves_nothing():
    x = np.array([0.5, 1.2, 0.7])
    for mode in (s2sad.grad, s2sad.hessian):
        assert not np.any(mode(lagged)(x, 5))
    check_plain(lagged, x, 1)


def layer_of(lengths, rest):
    k = 0
    while k < len(lengths) and rest >= lengths[k]:
        rest -= lengths[k]
        k += 1
    return rest


def layer_in_a_list(a, b):
    return layer_of([a, b], 1.5) * a


def layer_in_a_tuple(a, b):
    lengths, rest, k = (a, b), 1.5, 0
    while not (k >= 2 or rest < lengths[k]):
        rest -= lengths[k]
        k += 1
    return rest * b


def layer_by_a_choice(a, b):
    lengths, rest, k = [a, b], 1.5, 0
    while rest >= lengths[k] if k < 2 else False:
        rest -= lengths[k]
        k += 1
    return rest * b


def layer_with_a_break(a, b):
    lengths, rest, k = [a, b], 1.5, 0
    while k < 2 and rest >= lengths[k]:
        rest -= lengths[k]
        k += 1
        if k == 2:
            break
    return rest * b


LAYERS = (layer_in_a_list, layer_in_a_tuple, layer_by_a_choice, layer_with_a_break)


@pytest.mark.parametrize("program", LAYERS)
def test_a_while_asks_again_for_what_was_a_number_at_first(program):
    check_plain(program, 1.0, 3.0)
    check_plain(program, 1.0, 0.25)


def test_a_while_that_asks_again_is_compiled():
    check_compiled(layer_in_a_list, 1.0, 3.0)
