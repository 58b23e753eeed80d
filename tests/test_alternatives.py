"""Names that hold one of several things: None or a number, texts, functions, ranks."""

import math

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad
from s2sad.specialise.frame import Frame

POINTS = (
    np.array([1.0, 0.3, 2.0]),
    np.array([0.3, 0.9, -0.2]),
    np.array([-2.0, 0.9, 1.2]),
)


def least_of_a_loop(x):
    best = None
    for i in range(len(x)):
        v = x[i] * x[i] - x[i]
        if best is None or v < best:
            best = v
    return best * 2.0


def root(a, b, c):
    d = b * b - 4.0 * a * c
    if d < 0.0:
        return None
    return (-b + math.sqrt(d)) / (2.0 * a)


def helper_that_gives_none(x):
    s = 0.0
    for i in range(len(x)):
        r = root(1.0, x[i], 0.1)
        if r is not None:
            s += r * r
        else:
            s += x[i]
    return s


def text_chosen_by_a_number(x):
    mode = "low"
    if x[0] > 0.5:
        mode = "high"
    s = 0.0
    for v in x:
        if mode == "high":
            s += v * v
        else:
            s += math.sin(v)
    return s


def difference_to_the_last(x):
    prev = None
    s = 0.0
    for v in x:
        if prev is not None:
            s += (v - prev) ** 2
        prev = v
    return s


def array_on_both_paths_of_other_sizes(x):
    if x[0] > 0.5:
        y = x * 2.0
    else:
        y = x[1] * 3.0
    return np.sum(y * x)


def functions_chosen_by_numbers(x):
    g = math.sin if x[0] > 0.5 else math.cos
    if x[1] > 0.2:
        h = np.exp
    else:
        h = np.tanh
    return g(x[1]) * h(x[2])


def two_names_at_once(x):
    first = last = None
    for i in range(len(x)):
        if x[i] > 0.4:
            if first is None:
                first = x[i]
            last = x[i]
    if first is None:
        return 0.0
    return first * last**2


def row_that_is_least(x):
    best = None
    for i in range(len(x)):
        row = x * x[i]
        if best is None or np.sum(row) < np.sum(best):
            best = row
    return np.sum(best**2)


def default_that_is_none(x, scale=None):
    if scale is None and x[0] > 0.5:
        scale = x[1]
    if scale:
        return x[0] * scale
    return x[0]


def while_that_asks_for_none(x):
    prev = None
    cur = x[0]
    n = 0
    while prev is None or abs(cur - prev) > 1e-10:
        prev = cur
        cur = 0.5 * (cur + x[1] / cur)
        n += 1
    return cur


def tuple_or_none(x):
    best = None
    for i in range(len(x)):
        if best is None or x[i] < best[1]:
            best = (i, x[i])
    return best[1] * x[best[0]]


def choice_by_none(x):
    r = root(1.0, x[0], 0.2)
    return r * 2.0 if r is not None else x[1]


def none_worked_with(x):
    return root(1.0, x[0], 0.02) * 2.0


def none_again_in_a_while(x):
    last = None
    i = 0
    s = 0.0
    while i < len(x):
        if last is None:
            s += x[i]
        else:
            s += x[i] * last
        if x[i] > 0.5:
            last = x[i] ** 2
        elif x[i] < 0.0:
            last = None
        i += 1
    return s


def safe(a, b):
    try:
        return math.log(a) / b
    except ValueError:
        return None


def none_of_what_is_caught(x):
    s = 0.0
    for v in x:
        t = safe(v, 2.0)
        if t is None:
            continue
        s += t * t
    return s


def captured_by_a_function(x):
    off = None
    if x[0] > 0.5:
        off = x[1]

    def h(v):
        if off is None:
            return v
        return v * off

    return h(x[2]) + h(x[0])


class Tracker:
    def __init__(self):
        self.best = None

    def run(self, x):
        self.best = None
        for v in x:
            if self.best is None or v > self.best:
                self.best = v
        return self.best**2


def attribute_of_a_new_object(x):
    return Tracker().run(x)


def none_at_the_first_trip(x):
    acc = None
    for v in x:
        acc = v if acc is None else acc * v + 1.0
    return acc


def sum_in_place_begun_with_none(x):
    acc = None
    for i in range(3):
        row = x * x[i]
        if acc is None:
            acc = row.copy()
        else:
            acc += np.sin(row)
    return np.sum(acc * acc)


def reduce(x, mode):
    if mode == "sum":
        return np.sum(x)
    elif mode == "mean":
        return np.mean(x)
    return np.max(x)


def text_given_to_a_helper(x):
    if x[0] > 0.5:
        mode = "sum"
    elif x[0] > 0.0:
        mode = "mean"
    else:
        mode = "max"
    return reduce(x * x, mode)


def none_in_an_inner_loop(x):
    s = 0.0
    for i in range(3):
        best = None
        for j in range(3):
            if i == j:
                continue
            d = (x[i] - x[j]) ** 2
            if best is None or d < best:
                best = d
        s += best
    return s


def names_that_change_places(x):
    prev, cur = None, x[0]
    s = 0.0
    for v in x:
        prev, cur = cur, v * cur
        s += prev * cur
    return s


def bracket_with_a_break(x):
    lo = hi = None
    for i in range(2):
        if x[i] * x[i + 1] <= 0.0:
            lo, hi = x[i], x[i + 1]
            break
    if lo is None or hi is None:
        return x[0] * x[1]
    return lo - hi * x[1]


def truth_or_none(x):
    flag = None
    for v in x:
        if v > 1.0:
            flag = True
        elif v < 0.0:
            flag = False
    if flag is None:
        return x[0]
    if flag:
        return x[1] * 2.0
    return x[2] ** 2


def split(x):
    if x[0] > 0.5:
        return x[0], None
    return x[0] * 2.0, x[1]


def tuple_with_none_in_it(x):
    a, b = split(x)
    if b is None:
        b = 1.0
    return a * b


def list_of_rows_that_grows(x):
    out = None
    for v in x:
        if out is None:
            out = np.array([v, v * v])
        else:
            out = np.concatenate((out, np.array([v])))
    return np.sum(out**2)


def entry_of_a_dict(x):
    opts = {"k": None}
    if x[0] > 0.5:
        opts["k"] = x[1]
    if opts["k"] is None:
        return x[0]
    return x[0] * opts["k"]


def number_or_array(x):
    w = 1.0
    if x[0] > 0.5:
        w = np.array([1.0, 2.0, 3.0]) * x[1]
    return np.sum(w * x)


def number_or_the_argument(x):
    w = x[0]
    if x[0] > 0.5:
        w = x
    s = np.sum(np.sin(w))
    if np.ndim(w) == 0:
        s = s * 2.0
    return s


def pair_or_none(x):
    r = None
    if x[0] > 0.5:
        r = (x[1], x[2])
    if r is not None:
        a, b = r
        return a * b
    return x[0]


def key_of_a_table(x):
    kind = "a" if x[0] > 0.5 else "b"
    table = {"a": 2.0, "b": 3.0}
    return table[kind] * x[1]


def place_of_the_largest(x):
    best = None
    arg = None
    for i, v in enumerate(x):
        if best is None or v * v > best:
            best, arg = v * v, i
    return best + x[arg]


def loop_with_else(x):
    y = None
    for v in x:
        if v > 0.4:
            y = v
            break
    else:
        y = x[0] * 3.0
    return y * y


def name_of_a_name(x):
    a = None
    for v in x:
        b = a
        if b is not None:
            a = b * v
        else:
            a = v
    return a


def pick(x, i):
    if x[i] > 0.5:
        return x[i]


def end_without_a_return(x):
    p = pick(x, 0)
    q = pick(x, 1)
    return (p or 0.1) * (q or 0.2)


def called_until_it_gives_a_number(x):
    p, shift = pick(x, 0), 0.0
    while p is None:
        shift += 1.0
        p = pick(x + shift, 0)
    return p * p


class Switch:
    def __init__(self):
        self.mode = "low"

    def run(self, x):
        for v in x:
            if v > 1.5:
                self.mode = "high"
        if self.mode == "low":
            return x[0] * 2.0
        return x[1] ** 2


def text_of_a_new_object(x):
    return Switch().run(x)


def part_of_a_list(x):
    held = ["low", 1.0]
    for v in x:
        if v > 1.5:
            held[0] = "high"
    if held[0] == "low":
        return x[0] * 2.0
    return x[1] ** 2 * held[1]


def arrays_of_two_kinds_that_change_places(x):
    u = np.array([1, 2, 3])
    new = x * np.ones(3)
    for _ in range(3):
        u, new = new, u
    return np.sum(u * x**2) + np.sum(new) * x[0]


def arrays_of_two_ranks_that_change_places(x):
    u, new = np.ones((2, 2)), x * np.ones(3)
    for _ in range(3):
        u, new = new, u
    return np.sum(u**2) * x[0] + np.sum(new) * x[1]


PROGRAMS = (
    arrays_of_two_kinds_that_change_places,
    arrays_of_two_ranks_that_change_places,
    least_of_a_loop,
    helper_that_gives_none,
    text_chosen_by_a_number,
    difference_to_the_last,
    array_on_both_paths_of_other_sizes,
    functions_chosen_by_numbers,
    two_names_at_once,
    row_that_is_least,
    default_that_is_none,
    while_that_asks_for_none,
    tuple_or_none,
    choice_by_none,
    none_again_in_a_while,
    none_of_what_is_caught,
    captured_by_a_function,
    attribute_of_a_new_object,
    none_at_the_first_trip,
    sum_in_place_begun_with_none,
    text_given_to_a_helper,
    none_in_an_inner_loop,
    names_that_change_places,
    bracket_with_a_break,
    truth_or_none,
    tuple_with_none_in_it,
    list_of_rows_that_grows,
    entry_of_a_dict,
    number_or_array,
    number_or_the_argument,
    pair_or_none,
    key_of_a_table,
    place_of_the_largest,
    loop_with_else,
    name_of_a_name,
    end_without_a_return,
    called_until_it_gives_a_number,
    none_worked_with,
    text_of_a_new_object,
    part_of_a_list,
)
STEP = 1e-6


def differences(function, x):
    """The derivative by central differences, along each axis of x."""
    steps = STEP * np.eye(len(x))
    return np.array([(function(x + s) - function(x - s)) / (2.0 * STEP) for s in steps])


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_a_name_holds_is_told_where_it_is_read(program):
    reverse = s2sad.value_and_grad(program, jit=False)
    slope, hessian = s2sad.grad(program, jit=False), s2sad.hessian(program, jit=False)
    for x in POINTS:
        check(program, x, reverse, slope, hessian)


def check(program, x, reverse, slope, hessian):
    value, gradient = reverse(x)
    assert value == pytest.approx(program(x), rel=1e-14)
    assert gradient == pytest.approx(differences(program, x), abs=1e-6)
    _, tangent = s2sad.jvp(program, (x,), (np.ones(3),), jit=False)
    assert tangent == pytest.approx(np.sum(gradient), abs=1e-12)
    expected = differences(slope, x)
    assert hessian(x) == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("program", PROGRAMS)
def test_compiled_it_is_the_same(program):
    plain = s2sad.value_and_grad(program, jit=False)
    compiled = s2sad.value_and_grad(program)
    for x in POINTS:
        for one, other in zip(compiled(x), plain(x)):
            assert one == pytest.approx(other, rel=1e-13)


class Kept:
    def __init__(self):
        self.mode, self.scale = "low", 3.0


kept = Kept()


def writes_into_an_object(x):
    if x[0] > 0.5:
        kept.mode, kept.scale = "high", None
    if kept.scale is None:
        return x[0]
    return x[1] * kept.scale


def test_an_object_holds_afterwards_what_the_primal_leaves_in_it():
    derivative = s2sad.value_and_grad(writes_into_an_object, jit=False)
    for x in POINTS:
        kept.mode, kept.scale = "low", 3.0
        expected = writes_into_an_object(x), kept.mode, kept.scale
        kept.mode, kept.scale = "low", 3.0
        assert (derivative(x)[0], kept.mode, kept.scale) == expected


def none_where_a_number_is_needed(x):
    best = None
    for v in x:
        if v > 1.0:
            best = v
    return 2.0 * best


def test_none_in_a_product_raises_as_the_primal_does():
    derivative = s2sad.grad(none_where_a_number_is_needed, jit=False)
    assert derivative(np.array([0.5, 2.0])) == pytest.approx([0.0, 2.0])
    with pytest.raises(s2sad.ReachedError, match="None is used as a number"):
        derivative(np.array([0.5, 0.2]))


def list_or_number(x):
    if x[0] > 0.0:
        t = [x[0], x[1]]
    else:
        t = x[1]
    return t * 2.0


def function_made_inside(x):
    if x[0] > 0.5:

        def g(v):
            return v * v
    else:

        def g(v):
            return np.sin(v)

    return g(x[1])


def lambda_chosen(x):
    f = (lambda v: v) if x[0] > 0.5 else (lambda v: v * v)
    return f(x[1])


def axis_chosen(x):
    axis = 0 if x[0] > 0.5 else 1
    return np.sum(np.outer(x, x), axis=axis)[0]


class Body:
    mass = 1.0


def attribute_made_on_one_path(x):
    body = Body()
    if x[0] > 0.5:
        body.speed = x[1]
    return body.mass * x[0]


def key_made_on_one_path(x):
    found = {"a": x[1]}
    if x[0] > 0.5:
        found["b"] = x[1]
    return found["a"]


REFUSED = (
    (attribute_made_on_one_path, "body has speed on one path only"),
    (key_made_on_one_path, "found has b on one path only"),
    (list_or_number, "t is of one kind on one path"),
    (function_made_inside, "g is of one kind on one path"),
    (lambda_chosen, "a function is used as a number"),
    (axis_chosen, "an axis is not a constant"),
)


@pytest.mark.parametrize("program, what", REFUSED)
def test_what_can_not_be_told_apart_is_refused(program, what):
    with pytest.raises(s2sad.RefusalError, match=what):
        s2sad.grad(program, jit=False)(POINTS[0])


def flag_of_a_text(x):
    mode = "high" if x[0] > 0.5 else "low"
    is_low = mode == "low"
    if is_low:
        return x[1] * 2.0
    return x[1] * x[2]


def told(x):
    mode = "high" if x[0] > 0.5 else "low"
    return x[1], mode == "low"


def truth_in_a_result(x):
    y, is_low = told(x)
    return y * 2.0 if is_low else y * x[2]


def text_bound_in_a_test(x):
    word = "none"
    if x[0] > 0.5 and (word := "some") == "other":
        return x[1]
    return x[2] * (2.0 if word == "none" else 3.0)


def text_written_in_a_choice(x):
    s = Switch()

    def high(v):
        s.mode = "high"
        return v

    y = high(x[1]) if x[0] > 0.5 else x[2]
    return y * (2.0 if s.mode == "low" else 3.0)


class Cache:
    def __init__(self, x):
        self.x, self.held = x, None

    def total(self):
        if self.held is None:
            self.held = np.sum(self.x**2)
        return self.held

    def scaled(self):
        return sum(self.total() * v for v in self.x)


def cache_filled_by_methods(x):
    cache = Cache(x)
    return cache.scaled() + cache.total()


def asked_in_the_test_of_a_while(x):
    s, i = x[0], 0
    while i < 3 and (r := root(1.0, x[i], 0.1)) is not None:
        s += r * x[i]
        i += 1
    return s


def asked_second(x):
    if x[1] > 0.5 and root(1.0, x[0], 0.1) is None:
        return x[0]
    return x[1] * x[2]


def array_or_part_of_it(x):
    part = None if x[0] > 0.5 else x[1:]
    whole = x if part is None else part
    return np.sum(whole**2) * len(whole)


def truths_counted(x):
    r = root(1.0, x[0], 0.1)
    return x[2] * sum([r is None, x[1] > 0.5, x[2] > 1.0])


TOLD_ANEW = (
    flag_of_a_text,
    truth_in_a_result,
    text_bound_in_a_test,
    text_written_in_a_choice,
    cache_filled_by_methods,
    asked_in_the_test_of_a_while,
    asked_second,
    array_or_part_of_it,
    truths_counted,
)


@pytest.mark.parametrize("program", TOLD_ANEW)
def test_what_is_asked_and_bound_on_one_path_is_known_on_that_path(program):
    reverse = s2sad.value_and_grad(program, jit=False)
    slope, hessian = s2sad.grad(program, jit=False), s2sad.hessian(program, jit=False)
    for x in POINTS:
        check(program, x, reverse, slope, hessian)


def lengths_met_in_a_choice(x, y):
    z = np.sum(x * y) if x[0] > 0.5 else 0.0
    return z + np.sum(x + y)


def test_lengths_that_a_choice_compares_are_compared_behind_it_too():
    derivative = s2sad.grad(lengths_met_in_a_choice, jit=False)
    with pytest.raises(ValueError):
        derivative(np.array([0.1, 0.2, 0.3]), np.ones(2))


def array_that_becomes_one_of_floats(x, n):
    u = np.arange(3)
    for _ in range(n):
        u = np.sin(u * x) + 1.0
    return u


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_array_of_two_kinds_is_given_as_the_wider_one(count):
    forward = s2sad.jacfwd(array_that_becomes_one_of_floats, jit=False)(0.7, count)
    reverse = s2sad.jacrev(array_that_becomes_one_of_floats, jit=False)(0.7, count)
    ends = (array_that_becomes_one_of_floats(0.7 + h, count) for h in (STEP, -STEP))
    after, before = ends
    assert forward == pytest.approx((after - before) / (2.0 * STEP), abs=1e-8)
    assert reverse == pytest.approx(forward, rel=1e-14)


def number_then_rows_then_a_matrix(x, a):
    s = 0.0
    if a > 0.3:
        s += x[0]
        s += x[0]
        s += x
    return s


def test_a_number_that_grows_two_times_is_refused_where_it_is_met():
    derivative = s2sad.jacfwd(number_then_rows_then_a_matrix, jit=False)
    with pytest.raises(NotImplementedError, match="what number_then_rows_then"):
        derivative(np.ones((3, 3)), 1.0)


def as_many(x, counts):
    if counts.size == 1:
        counts = np.ones(3) * counts[0]
    return x * np.sum(counts)


def test_a_parameter_that_gets_another_kind_holds_what_was_given():
    for counts in (np.array([2, 3]), np.array([2])):
        got = s2sad.value_and_grad(as_many, jit=False)(1.5, counts)
        np.testing.assert_allclose(got, (as_many(1.5, counts), as_many(1.0, counts)))


def first_above(x, bound):
    best = None
    if x > bound:
        best = x
    return 0.0 if best is None else best


def second_above(x, bound):
    best = None
    if x > bound:
        best = first_above(x, bound)
    return 0.0 if best is None else best


def third_above(x, bound):
    best = None
    if x > bound:
        best = second_above(x, bound)
    return 0.0 if best is None else best


def fourth_above(x, bound):
    best = None
    if x > bound:
        best = third_above(x, bound)
    return 0.0 if best is None else best


def test_a_caller_that_begins_anew_does_not_make_others_begin_anew(monkeypatch):
    """What was found out of each is kept: there are not twice as many at each depth."""
    begun, plain = [], Frame.plain
    monkeypatch.setattr(Frame, "plain", lambda self: begun.append(1) or plain(self))
    assert s2sad.grad(fourth_above, jit=False)(1.5, 1.0) == 1.0
    assert len(begun) <= 2 + 3 + 4 + 5


def with_a_part_that_may_be_missing(x):
    found = {"twice": 2.0 * x, "square": None}
    if x > 1.0:
        found["square"] = x * x
    return found


def beside_what_may_be_missing(x):
    return x**3, with_a_part_that_may_be_missing(x)


def test_a_part_of_a_result_that_may_be_none_has_no_derivative():
    function = with_a_part_that_may_be_missing
    for derive in (
        lambda: s2sad.jvp(function, (2.0,), (1.0,), jit=False),
        lambda: s2sad.vjp(function, 2.0, jit=False),
        lambda: s2sad.jacfwd(function, jit=False)(2.0),
        lambda: s2sad.jacrev(function, jit=False)(2.0),
    ):
        with pytest.raises(s2sad.RefusalError, match="one of several things"):
            derive()
    slope, others = s2sad.grad(beside_what_may_be_missing, has_aux=True, jit=False)(2.0)
    assert slope == 12.0
    assert others == {"twice": 4.0, "square": 4.0}


def resting(state, dt):
    cold = state["heat"] < 20.0
    return "run" if cold else "rest", {**state, "heat": state["heat"] - state["k"] * dt}


def running(state, dt):
    heat = state["heat"] + (state["power"] - state["k"]) * dt
    return "rest" if heat > 21.0 else "run", {**state, "heat": heat}


STATES = {"rest": resting, "run": running}


def thermostat(heat, k, power):
    """The name of the next function is bound before the rest of what this one gives."""
    state, mode, cost = {"heat": heat, "k": k, "power": power}, "rest", 0.0
    for _ in range(12):
        mode, state = STATES[mode](state, 0.5)
        cost += (state["heat"] - 21.0) ** 2
    return cost


def test_a_machine_of_states_by_a_table_of_functions():
    check_plain(thermostat, 20.93, 0.81, 2.03)
    check_compiled(thermostat, 20.93, 0.81, 2.03)
