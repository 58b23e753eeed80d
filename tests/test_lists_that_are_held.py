"""Lists that objects and dicts hold, or that callees are given, and that grow."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

V = np.array([1.3, 0.4, 1.2, 0.9, 0.7])


class Descent:
    """An optimiser that remembers its losses and its points."""

    def __init__(self, rate):
        self.rate = rate
        self.losses = []
        self.points = []

    def step(self, x):
        self.losses.append(np.sum(x**3))
        self.points.append(x)
        return x - self.rate * x * x


class Decay:
    """A simulation that remembers where it was."""

    def __init__(self, dt):
        self.dt = dt
        self.history = []

    def run(self, x, n):
        for _ in range(n):
            x = x - self.dt * x**3
            self.history.append(x)
        return x


class Copying:
    def __init__(self, rate):
        self.rate, self.points = rate, []

    def step(self, x):
        self.points.append(x.copy())
        x -= self.rate * x * x


class Log:
    def __init__(self):
        self.items = []

    def add(self, item):
        self.items.append(item)
        return self

    def pop(self):
        return self.items.pop()

    def empty(self):
        return len(self.items) == 0

    @property
    def last(self):
        return self.items[-1]


class Scaled(Log):
    def __init__(self, scale):
        super().__init__()
        self.scale = scale

    def run(self, v):
        for q in v:
            self.add(self.scale * q)
        return self


class Experiment:
    def __init__(self, n):
        self.descent, self.n = Descent(0.2), n
        self.log = {"first": [], "large": []}

    def run(self, x):
        for k in range(self.n):
            x = self.descent.step(x)
            self.log["first"].append(x[0])
            if x[1] > 0.5:
                self.log["large"].append(x[1] * k)
        return x


class Average:
    def __init__(self, rate):
        self.rate, self.value, self.history = rate, None, []

    def update(self, x):
        if self.value is None:
            self.value = x
        else:
            self.value = self.rate * x + (1 - self.rate) * self.value
        self.history.append(self.value)


def append_square(out, r):
    out.append(r * r)


def append_all(out, v):
    for r in v:
        if r < 0:
            return
        out.append(r * 2)


def squares(v):
    out = []
    for r in v:
        append_square(out, r)
    return out


def losses_of_an_optimiser(v):
    descent, x = Descent(0.1), v
    for _ in range(4):
        x = descent.step(x)
    return (
        np.sum(x)
        + descent.losses[1] * descent.losses[-1]
        + np.sum(descent.points[1] * v)
    )


def points_that_are_copied(v):
    copying, x = Copying(0.1), v * 1.0
    for _ in range(len(v)):
        copying.step(x)
    return np.sum(x) + np.sum(copying.points[1] * v) * copying.points[-1][0]


def history_of_a_run(v):
    decay = Decay(0.1)
    y = decay.run(v[0], len(v))
    return y + sum(decay.history) * decay.history[-2]


def history_as_an_array(v):
    decay = Decay(0.1)
    y = decay.run(v[0], len(v))
    return y + np.sum(np.array(decay.history)) * len(decay.history)


def two_optimisers(v):
    first, second = Descent(0.1), Descent(0.2)
    x, y = v, v * 2
    for k in range(len(v)):
        x = first.step(x)
        if k % 2 == 0:
            y = second.step(y)
    return first.losses[-1] * second.losses[-1] * len(second.losses)


def optimisers_in_a_list(v):
    descents, x = [Copying(0.1), Copying(0.2)], v * 1.0
    for k in range(len(v)):
        for descent in descents:
            descent.step(x)
        x += v[k]
    return np.sum(x) * descents[0].points[-1][0] * descents[1].points[2][1]


def another_name_for_the_object(v):
    descent = Descent(0.1)
    other, x = descent, v
    for _ in range(len(v)):
        x = other.step(x)
    return descent.losses[-1] + np.sum(x)


def objects_in_objects(v):
    experiment = Experiment(len(v))
    y = experiment.run(v)
    log = experiment.log
    return (
        np.sum(y)
        + sum(log["first"]) * sum(log["large"])
        + experiment.descent.losses[-2]
    )


def runs_one_after_the_other(v):
    experiment, total = Experiment(3), 0.0
    for j in range(len(v)):
        experiment.run(v * (j + 1) * 0.1)
        total += experiment.log["first"][-1] * len(experiment.log["large"])
    return total + len(experiment.descent.losses)


def object_born_in_each_trip(v):
    for k in range(len(v)):
        descent = Descent(0.1 * k)
        for _ in range(k + 1):
            y = descent.step(v)
    return sum(descent.losses) * np.sum(y)


def list_set_anew(v):
    descent, x = Descent(0.1), v
    for k in range(len(v)):
        if k == 2:
            descent.losses = []
        x = descent.step(x)
    return sum(descent.losses)


def the_last_ones_only(v):
    descent, x = Descent(0.1), v
    for _ in range(len(v)):
        x = descent.step(x)
        descent.losses = descent.losses[-2:]
    return sum(descent.losses) * len(descent.losses)


def moving_average(v):
    average = Average(0.3)
    for r in v:
        average.update(r)
    return average.history[-1] * average.history[1]


def stack_of_a_class(v):
    log, total = Log(), 1.0
    for r in v:
        log.add(r * r)
    while not log.empty():
        total = total * 0.5 + log.pop()
    return total


def chained_and_inherited(v):
    scaled = Scaled(v[0])
    scaled.run(v).run(v[1:])
    return scaled.last**2 * scaled.items[0]


def rows_in_a_class(v):
    log, total = Log(), 0.0
    for k in range(len(v)):
        log.add((v[k], v[k] * k))
    for a, b in log.items:
        total += a * b
    return total


def lists_in_a_dict(v):
    history = {"x": [], "f": []}
    x, k = v[0], 0
    while k < len(v):
        x = x - 0.1 * x**3 * v[k]
        history["x"].append(x)
        history["f"].append(x**2)
        k += 1
    return history["x"][-1] * history["f"][0] + len(history["x"]) * v[1]


def keys_in_a_loop(v):
    history, total = {"x": [], "f": []}, 0.0
    for k in range(len(v)):
        for name in ("x", "f"):
            history[name].append(v[k] * k)
    for name, values in history.items():
        for q in values:
            total += q * q * len(name)
    return total


def arrays_in_a_dict(v):
    history = {"x": []}
    for k in range(len(v)):
        history["x"].append(v * k)
    table = np.array(history["x"])
    return np.sum(table[1:] * table[:-1])


def other_changes_of_a_held_list(v):
    history = {"a": [], "b": []}
    for k in range(len(v)):
        history["a"].insert(0, v[k])
        if len(history["a"]) > 3:
            history["a"].pop()
        history["b"] += [v[k] * k]
    history["a"][0] = history["a"][0] ** 2
    del history["b"][0]
    history["b"].extend(v)
    history["b"].reverse()
    return sum(history["a"]) * history["b"][0] * history["b"][-1]


def lists_change_places(v):
    history = {"a": [], "b": []}
    for k in range(len(v)):
        history["a"].append(v[k])
        history["b"].append(v[k] * k)
        history["a"], history["b"] = history["b"], history["a"]
    return sum(history["a"]) + 3 * history["b"][1]


def a_dict_in_a_dict(v):
    state = {"history": {"x": []}, "n": 0}
    for q in v:
        state["history"]["x"].append(q)
        state["n"] += 1
    return state["history"]["x"][-1] * state["n"]


def lists_in_a_list(v):
    lists = [[], []]
    for r in v:
        lists[0].append(r * r)
        lists[1].append(r)
    return sum(lists[0]) * lists[1][-1]


def filled_by_a_helper(v):
    out = [v[0]]
    append_all(out, v)
    append_all(out, v * 2)
    return out[0] * out[-1] + out[3]


def filled_one_by_one(v):
    out = squares(v)
    append_square(out, v[1])
    other = squares(v[1:])
    return sum(out) * sum(other) * len(other)


def filled_in_a_branch(v):
    if v[0] > 1:
        out = squares(v)
    else:
        out = []
    append_square(out, v[1])
    return sum(out) * out[-1]


def copies_are_filled(v):
    out = []
    for r in v:
        append_square(out, r)
        other = list(out)
        append_square(other, r)
    rest = out[1:]
    append_square(rest, v[0])
    return sum(out) * sum(other) * sum(rest)


def filled_in_an_object(v):
    log = Log()
    for r in v:
        append_square(log.items, r)
    return sum(log.items) + log.last


def length_of_what_is_filled(v):
    out = []
    append_all(out, v)
    return len(out) * v[0]


def in_a_comprehension(v):
    decay = Decay(0.1)
    ys = [decay.run(r, 2) for r in v]
    return sum(ys) * sum(decay.history)


def by_a_function_inside(v):
    history = {"a": []}

    def note(k, q):
        history["a"].append(q * k)

    for k in range(len(v)):
        note(k, v[k])
    return sum(history["a"])


RIGHT = (
    losses_of_an_optimiser,
    points_that_are_copied,
    history_of_a_run,
    history_as_an_array,
    two_optimisers,
    optimisers_in_a_list,
    another_name_for_the_object,
    objects_in_objects,
    runs_one_after_the_other,
    object_born_in_each_trip,
    list_set_anew,
    the_last_ones_only,
    moving_average,
    stack_of_a_class,
    chained_and_inherited,
    rows_in_a_class,
    lists_in_a_dict,
    keys_in_a_loop,
    arrays_in_a_dict,
    other_changes_of_a_held_list,
    lists_change_places,
    a_dict_in_a_dict,
    lists_in_a_list,
    filled_by_a_helper,
    filled_one_by_one,
    filled_in_a_branch,
    copies_are_filled,
    filled_in_an_object,
    length_of_what_is_filled,
    in_a_comprehension,
    by_a_function_inside,
)
COMPILED = (
    losses_of_an_optimiser,
    objects_in_objects,
    lists_in_a_dict,
    filled_one_by_one,
    stack_of_a_class,
)


@pytest.mark.parametrize("function", RIGHT)
def test_they_are_right_in_every_mode(function):
    check_plain(function, V)


@pytest.mark.parametrize("function", COMPILED)
def test_they_compile(function):
    check_compiled(function, V)


def test_a_method_in_a_loop_appends_in_place():
    def logged(v):
        log = Log()
        for r in v:
            log.add(r * r)
        return log.items[-1]

    text = s2sad.source(s2sad.grad(logged), V)
    assert ".copy()" not in text
    assert "log_items_values[log_items_count] = " in text


# --- what is not seen under all names -------------------------------------------------


class Twice:
    def __init__(self):
        self.a = self.b = []

    def add(self, r):
        self.a.append(r)


def two_attributes(v):
    twice = Twice()
    for r in v:
        twice.add(r)
    return sum(twice.b) + v[0]


def a_name_and_a_key(v):
    xs = []
    history = {"x": xs}
    for r in v:
        xs.append(r * r)
    return sum(history["x"]) + v[0]


def one_list_for_two_keys(v):
    history = {"a": [], "b": []}
    for k in range(len(v)):
        history["a"].append(v[k])
        history["b"] = history["a"]
    history["a"].append(v[0] * 3)
    return sum(history["b"])


def both(a, b, r):
    a.append(r)
    b.append(r * r)


def one_list_for_two_arguments(v):
    out = []
    for r in v:
        both(out, out, r)
    return out[0] * out[1] * out[-1]


def what_a_list_holds_is_written(v):
    descent, x = Descent(0.1), v * 1.0
    for _ in range(len(v)):
        x -= 0.1 * descent.step(x)
    return np.sum(x) + np.sum(descent.points[1] * v)


REFUSED = {
    two_attributes: "may have another name or place",
    a_name_and_a_key: "xs is changed, which history is too",
    one_list_for_two_keys: "may have another name or place",
    one_list_for_two_arguments: "a is changed, which b is too",
    what_a_list_holds_is_written: "an array is written that a list holds",
}


@pytest.mark.parametrize("function", REFUSED)
def test_changes_that_not_all_would_see_are_refused(function):
    with pytest.raises(s2sad.S2SADError, match=REFUSED[function]):
        s2sad.grad(function, jit=False)(V.copy())


# --- what calls change beside their results -------------------------------------------


class Counter:
    def __init__(self):
        self.total = 0.0
        self.items = []
        self.n = 0

    def step(self, x):
        self.total += x
        return self.total

    def place(self, x):
        self.total += x
        return 0

    def log(self, n, x):
        self.items.append(x)
        self.n += 1
        return n * x

    def put(self, x):
        self.items[0] = x

    def turn(self):
        self.items.reverse()

    @property
    def size(self):
        return len(self.items)


def weighted(out, n, x):
    out.append(x)
    return n * x


def kept_and_returned(out, x):
    out.append(x)
    return x


def length_passed_beside_the_list(v):
    out, total = [], 0.0
    for x in v:
        total += weighted(out, len(out), x)
    return total


def lengths_of_an_object(v):
    counter, total = Counter(), 0.0
    for x in v:
        total += counter.log(counter.size, x) + counter.log(counter.n, x)
    return total * len(counter.items)


def row_whose_place_is_filled_anew(v):
    counter = Counter()
    for q in v:
        counter.log(0, v * q)
    row = counter.items[0]
    counter.put(v)
    return row.sum() * counter.items[0][1]


def row_whose_list_is_turned(v):
    counter = Counter()
    for q in v:
        counter.log(0, v * q)
    row = counter.items[0]
    counter.turn()
    return row.sum() * counter.items[0].sum()


def calls_in_what_is_added(v):
    counter, out = Counter(), []
    for x in v:
        out += [counter.step(x)]
        out.extend([counter.step(x)])
    return sum(out) * counter.total


def numbers_of_the_list_beside_it(v):
    out = [v[0]]
    for x in v:
        append_square(out, out[-1] * x)
    return out[2] * out[3]


def list_of_two_functions(v):
    out = []

    def inner(x):
        out.append(x)

    def outer(x):
        inner(x)
        out.append(x * 2)
        inner(x)

    for x in v:
        outer(x)
    return sum(out) * v[1] * len(out)


def pops_in_what_is_added(v):
    queue, out = list(v), []
    for _ in range(2):
        out.extend([queue.pop(0), queue.pop()])
    return out[0] * out[1] + out[2] * 3


def places_that_calls_give(v):
    counter, few, many = Counter(), [0.0, 0.0], []
    for x in v:
        few[counter.place(x)] += x
        many.append(x)
    for x in v[1:]:
        many[counter.place(x)] += x
        del many[counter.place(x)]
    return few[0] * many[0] * counter.total


def joined_with_what_changes_the_list(v):
    out = [v[0]]
    joined = out + [kept_and_returned(out, v[0] * 9)]
    return sum(joined) * v[1]


def appended_by_both(v):
    out = []
    for x in v:
        out.append(kept_and_returned(out, x))
    return out[2] * out[3] * len(out)


def applied(function, x):
    return function(x)


def repeated(function, x, n):
    for _ in range(n):
        x = x - 0.1 * function(x)
    return x


def changed_by_a_function_that_is_passed(v):
    out = []

    def note(x):
        out.append(x)
        return x

    y = applied(note, v[0] * v[1])
    return sum(out) * v[1] + y


def changed_two_calls_down(v):
    counter = Counter()

    def inner(x):
        counter.total = counter.total + x

    def outer(x):
        inner(x)

    for x in v:
        outer(x)
    return counter.total * v[1]


def calls_that_an_optimiser_makes(v):
    points = []

    def slope(x):
        points.append(x)
        return x * x * v[0]

    y = repeated(slope, v[1], 4)
    return y * sum(points) * points[2]


def object_that_an_optimiser_changes(v):
    counter = Counter()

    def slope(x):
        counter.total = counter.total + x
        return counter.total

    return repeated(slope, v[1], 4) * counter.total


def dict_changed_two_calls_down(v):
    state = {"total": 0.0, "items": []}

    def inner(x):
        state["total"] += x
        state["items"].append(x)

    def outer(x):
        inner(x)
        inner(x * x)

    for x in v:
        outer(x)
    return state["total"] * v[1] + state["items"][2]


BESIDE = (
    changed_by_a_function_that_is_passed,
    changed_two_calls_down,
    calls_that_an_optimiser_makes,
    object_that_an_optimiser_changes,
    dict_changed_two_calls_down,
    length_passed_beside_the_list,
    lengths_of_an_object,
    row_whose_place_is_filled_anew,
    row_whose_list_is_turned,
    calls_in_what_is_added,
    numbers_of_the_list_beside_it,
    list_of_two_functions,
    pops_in_what_is_added,
    places_that_calls_give,
    joined_with_what_changes_the_list,
    appended_by_both,
)


@pytest.mark.parametrize("function", BESIDE)
def test_what_a_call_changes_is_changed_once_and_at_its_time(function):
    check_plain(function, V)


def test_room_is_made_for_what_a_callee_appends_too():
    check_compiled(appended_by_both, V)


def changed_in_a_recursion(v):
    out = []

    def go(n):
        if n > 0:
            out.append(v[0])
            go(n - 1)

    go(2)
    return sum(out)


def put_beside(rows, x, first):
    rows[0] = x
    return first.sum()


def row_passed_beside_its_list(v):
    rows = [v * q for q in v if q > 0]
    return put_beside(rows, v, rows[0])


def list_taken_at_a_place(v):
    lists = [[], []]
    for k in range(len(v)):
        lists[k % 2].append(v[k])
    return sum(lists[0])


def extended_with_what_it_makes(v):
    out = [v[0]]
    out.extend(kept_and_returned(out, x) for x in v)
    return sum(out) * out[2]


UNSEEN = {
    extended_with_what_it_makes: "out gets what is made of it one by one",
    changed_in_a_recursion: "go calls itself",
    row_passed_beside_its_list: "a part of a list is passed beside it",
    list_taken_at_a_place: "a list in a list is taken at a place that is not known",
}


@pytest.mark.parametrize("function", UNSEEN)
def test_changes_that_would_be_lost_are_refused(function):
    with pytest.raises(s2sad.S2SADError, match=UNSEEN[function]):
        s2sad.grad(function, jit=False)(V.copy())
