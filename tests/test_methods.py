"""Methods and what they write: gradients against differences, effects as of the primal.

Each case is a method of a model. Its gradient is taken twice, and twice the model must
hold what it holds after two plain calls.
"""

import copy
import enum
import functools
from dataclasses import dataclass

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain, differences, flat

import s2sad


class Mode(enum.Enum):
    SQUARE = 1
    CUBE = 2


class Helper:
    def __init__(self, weight):
        self.weight = weight
        self.calls = 0

    def scaled(self, x):
        self.calls += 1
        return self.weight * x * x

    def __call__(self, x):
        return self.weight * np.sin(x)


def times(one, other):
    return one * one * other


class Base:
    factor = 2.0

    def term(self, x):
        return self.factor * x * x

    @classmethod
    def by_class(cls, x):
        return cls.factor * x**3

    @staticmethod
    def by_no_one(x):
        return x**4

    @property
    def double(self):
        return 2.0 * self.rate

    @functools.cached_property
    def kept(self):
        return self.rate + 1.0


class Model(Base):
    factor = 3.0

    def __init__(self):
        self.rate, self.count, self.best = 1.5, 0, 100.0
        self.last, self.cache, self.fast = None, None, False
        self.mode = Mode.SQUARE
        self.weights = np.array([0.5, -1.0, 2.0])
        self.layers = [np.array([0.5, 1.5]), np.array([1.0, -1.0])]
        self.table = {"a": 0.5, "b": np.array([1.0, 2.0]), "n": 3}
        self.coefficients = [1.0, -2.0, 0.5]
        self.history, self.helper = [], Helper(0.7)

    # what is read

    def reads_numbers(self, x):
        return self.rate * x * x * np.sum(self.weights)

    def reads_lists(self, x):
        total = 0.0
        for k, layer in enumerate(self.layers):
            total += (k + 1) * layer[0] * x * x + layer[-1]
        return total + len(self.layers) * self.layers[1][0] * x

    def reads_a_polynomial(self, x):
        total = 0.0
        for c in self.coefficients:
            total = total * x + c
        return total

    def reads_a_table(self, x):
        total = self.table["a"] * x * x
        for key, value in self.table.items():
            if key == "b":
                total += value[0] * x**3
        return total * self.table.get("n", 1) + self.table.get("z", 2.0)

    def reads_a_mode(self, x):
        return x * x if self.mode is Mode.SQUARE else x**3

    def calls_what_is_inherited(self, x):
        return self.term(x) + self.by_class(x) + self.by_no_one(x) + self.double * x

    def term(self, x):
        return super().term(x) + super().term(x) * x

    def looks_at_its_class(self, x):
        return type(self).factor * x**2 + self.__class__.factor * x + Base.factor

    def looks_up(self, x):
        start = getattr(self, "start", 1.0)
        more = 2.0 if hasattr(self, "rate") and not hasattr(self, "none") else 0.0
        return (start + more + getattr(self, "rate")) * x * x  # noqa: B009

    def reads_what_is_cached(self, x):
        return self.kept * x * x

    def calls_objects(self, x):
        return self.helper(x) * self(x)

    def __call__(self, x):
        return self.rate * x**3

    # what is written

    def counts(self, x):
        self.count += 1
        return x * x

    def keeps(self, x):
        self.last = x * 2.0
        self.cache = self.last * self.rate
        self.fast = True
        self.pair = (x, 1.0)
        return self.cache**2

    def reads_what_it_wrote(self, x):
        self.rate = self.rate * x
        return self.rate * x

    def keeps_the_best(self, x):
        value = x * x * x
        if value < self.best:
            self.best = value
            self.count += 1
        return value * self.best

    def writes_in_a_loop(self, x):
        for k in range(4):
            self.count += k
            self.rate = 0.5 * self.rate + x * x
        return self.rate * x

    def calls_what_writes(self, x):
        return self.step(x) + self.step(x * x) + self.rate

    def reads_before_it_is_written(self, x):
        total = self.rate + self.step(x)
        total += self.step(x) * self.rate
        pair = (self.rate, self.step(x))
        total += times(self.rate, other=self.step(x))
        self.rate += self.step(x)
        return total * pair[0] + pair[1]

    def step(self, x):
        self.count += 1
        self.rate *= x
        return self.rate * self.count

    def steps_in_a_loop(self, x):
        total = 0.0
        for _ in range(3):
            total += self.step(x)
        return total

    def step_in_a_branch(self, x):
        total = x
        if x > 0.0:
            total += self.step(x)
        return total * self.rate

    def writes_another_object(self, x):
        self.helper.weight = x
        return self.helper.scaled(x) + self.helper.scaled(2.0 * x)

    def writes_by_another_name(self, x):
        model, helper = self, self.helper
        model.rate = x * x
        helper.calls = 7
        return self.rate * self.helper.calls * x

    def remembers(self, x):
        value = x**3
        self.history.append(value)
        self.history.append(2.0)
        return value

    def remembers_in_a_loop(self, x):
        for _ in range(3):
            x = x * 1.1
            self.history.append(x)
        return x * x

    def writes_entries(self, x):
        self.table["a"] = x * self.table["a"]
        self.table["new"] = x
        self.coefficients[1] = 3.0 * x
        return self.table["a"] * x + self.coefficients[1] * self.coefficients[0]

    def computes_once(self, x):
        if self.cache is None:
            self.cache = 4.0
        return self.cache * x * x

    def writes_its_array(self, x):
        self.weights[1] = x
        self.count += 1
        return self.weights[1] * np.sum(self.weights)

    def calls_what_writes_its_array(self, x):
        total = 0.0
        for _ in range(3):
            total += self.writes_its_array(x + total * x)
        return total

    def raises_beyond(self, x):
        self.count += 1
        if x > 100.0:
            raise ValueError("too large")
        return x * x


READING = [n for n in vars(Model) if n.startswith(("reads_", "calls_", "looks"))]
WRITING = [
    "counts",
    "keeps",
    "reads_what_it_wrote",
    "keeps_the_best",
    "writes_in_a_loop",
    "calls_what_writes",
    "reads_before_it_is_written",
    "steps_in_a_loop",
    "step_in_a_branch",
    "writes_another_object",
    "writes_by_another_name",
    "remembers",
    "remembers_in_a_loop",
    "writes_entries",
    "computes_once",
    "writes_its_array",
    "calls_what_writes_its_array",
    "raises_beyond",
]
READING = [name for name in READING if name not in WRITING]


def held(value):
    """What an object holds, to be compared."""
    if isinstance(value, dict):
        return {key: held(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [held(item) for item in value]
    if isinstance(value, np.ndarray):
        return value.tolist()
    return held(vars(value)) if isinstance(value, (Model, Helper, Sum)) else value


def near(got, wanted):
    if isinstance(wanted, float):
        return got == pytest.approx(wanted, rel=1e-13)
    if isinstance(wanted, dict):
        return list(got) == list(wanted) and near(
            list(got.values()), list(wanted.values())
        )
    if isinstance(wanted, list):
        return len(got) == len(wanted) and all(map(near, got, wanted))
    return got == wanted


def assert_holds_the_same(one, other):
    assert list(vars(one)) == list(vars(other))
    for name, value in vars(one).items():
        got, wanted = held(value), held(vars(other)[name])
        assert type(got) is type(wanted) or isinstance(got, type(wanted)), name
        assert near(got, wanted), name


def slope_of(name, model, x):
    """The derivative of a method by differences, each of a model of its own."""

    def value(at):
        return getattr(copy.deepcopy(model), name)(at)

    return differences(value, (x,), (1.0,))[0]


@pytest.mark.parametrize("name", READING)
def test_a_method_that_reads(name):
    check_plain(getattr(Model(), name), 1.3)


@pytest.mark.parametrize("jit", [False, True])
@pytest.mark.parametrize("name", WRITING)
def test_a_method_that_writes(name, jit):
    model, primal = Model(), Model()
    gradient = s2sad.grad(getattr(model, name), jit=jit)
    for x in (1.3, 1.1, 1.2):
        expected = slope_of(name, primal, x)
        assert gradient(x) == pytest.approx(expected, rel=1e-7, abs=1e-7)
        getattr(primal, name)(x)
        assert_holds_the_same(model, primal)


MODES = {
    "value_and_grad": lambda f, x: s2sad.value_and_grad(f, jit=False)(x),
    "jvp": lambda f, x: s2sad.jvp(f, (x,), (1.0,), jit=False),
    "vjp": lambda f, x: s2sad.vjp(f, x, jit=False)[1](1.0),
    "hessian": lambda f, x: s2sad.hessian(f, jit=False)(x),
    "hvp": lambda f, x: s2sad.hvp(f, (x,), (1.0,), jit=False),
    "jacfwd": lambda f, x: s2sad.jacfwd(f, jit=False)(x),
    "jacrev": lambda f, x: s2sad.jacrev(f, jit=False)(x),
    "tangent": lambda f, x: s2sad.tangent(f, jit=False)(x, 1.0),
    "adjoint": lambda f, x: s2sad.adjoint(f, jit=False)(x, 1.0),
    "grad of grad": lambda f, x: s2sad.grad(s2sad.grad(f), jit=False)(x),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["calls_what_writes", "keeps_the_best", "remembers"])
def test_what_is_written_is_written_once_in_every_mode(name, mode):
    model, primal = Model(), Model()
    MODES[mode](getattr(model, name), 1.3)
    getattr(primal, name)(1.3)
    assert_holds_the_same(model, primal)


@pytest.mark.parametrize("name", ["calls_what_writes", "keeps_the_best", "keeps"])
def test_second_derivatives_of_what_writes(name):
    def slope(x):
        return s2sad.grad(getattr(Model(), name), jit=False)(x)

    expected = differences(slope, (1.3,), (1.0,))[0]
    got = s2sad.hessian(getattr(Model(), name), jit=False)(1.3)
    assert got == pytest.approx(expected, rel=1e-7)


def test_nothing_is_kept_of_a_call_that_raises():
    model = Model()
    with pytest.raises(ValueError, match="too large"):
        s2sad.grad(model.raises_beyond, jit=False)(200.0)
    assert model.count == 0


def test_a_counter_costs_a_derivative_nothing():
    text = s2sad.source(s2sad.grad(Model().counts), 2.0)
    assert text == (
        "def counts_grad(x):\n"
        '    """The gradient of counts with respect to x."""\n'
        "    return 2.0 * x\n"
    )


class Layered:
    """A helper that looks at nothing that was written is written out once."""

    def __init__(self):
        self.count, self.rate = 0, 2.0

    def cost(self, x):
        total = self.bent(x)
        self.count += 1
        for k in range(3):
            self.rate = self.rate * x
            total += self.bent(x * k)
        return total * self.rate

    def bent(self, x):
        for _ in range(2):
            x = x * x
        return x


def test_helpers_that_read_no_attribute_are_written_once():
    text = s2sad.source(s2sad.grad(Layered().cost, jit=False), 1.3)
    assert text.count("def bent") == text.count("def bent_adjoint") + 1
    assert "bent_2" not in text


# --- what decides branches is looked at again -----------------------------------------


CHANGES = {
    "reads_a_mode": ("mode", Mode.CUBE),
    "reads_numbers": ("weights", np.array([3.0])),
    "reads_lists": ("layers", [np.array([2.0]), np.array([5.0])]),
    "calls_objects": ("helper", Helper(5.0)),
    "reads_a_table": ("table", {"b": np.array([4.0, 1.0]), "a": 2.0}),
    "reads_a_polynomial": ("coefficients", [1.0, 1.0]),
    "looks_up": ("start", 2.0),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_attribute_is_seen(name):
    model = Model()
    gradient = s2sad.grad(getattr(model, name), jit=False)
    before = gradient(1.3)
    setattr(model, *CHANGES[name])
    after = gradient(1.3)
    assert after != before
    assert after == pytest.approx(slope_of(name, model, 1.3), rel=1e-7)


def test_entries_of_lists_and_dicts_are_read_at_each_call():
    model = Model()
    for name in ("reads_lists", "reads_a_table", "reads_a_polynomial"):
        gradient = s2sad.grad(getattr(model, name), jit=False)
        gradient(1.3)
        model.layers[0] = np.array([7.0, 1.0])
        model.table["a"], model.table["b"] = 9.0, np.array([3.0])
        model.table["n"] = 5
        model.coefficients[0] = 4.0
        expected = slope_of(name, model, 1.3)
        assert gradient(1.3) == pytest.approx(expected, rel=1e-7)
        del model.table["n"]
        expected = slope_of(name, model, 1.3)
        assert gradient(1.3) == pytest.approx(expected, rel=1e-7)


@pytest.mark.parametrize("name", [*READING, *WRITING])
def test_what_is_written_for_a_method_serves_the_next_call(name):
    gradient = s2sad.grad(getattr(Model(), name), jit=False)
    gradient(1.3)
    gradient(1.3)
    (second,) = gradient.known.values()
    gradient(1.3)
    assert gradient.known.popitem()[1] is second


class Switch:
    fast = False

    def cost(self, x):
        return x**2 if self.fast else x**3


def test_a_flag_that_comes_and_goes_is_compiled_once_for_each():
    switch = Switch()
    gradient = s2sad.grad(switch.cost)
    found = []
    for flag in (False, True, False, True):
        switch.fast = flag
        assert gradient(2.0) == (4.0 if flag else 12.0)
        found.append(next(iter(gradient.known.values())))
    assert found[0] is found[2]
    assert found[1] is found[3]


# --- objects that are called, and methods inside functions ----------------------------


class Sum:
    def __init__(self):
        self.scale, self.calls = 2.0, 0

    def __call__(self, x):
        self.calls += 1
        return self.scale * np.sum(x * x)


def test_an_object_is_called():
    made, x = Sum(), np.array([1.0, 2.0])
    gradient = s2sad.grad(made)
    np.testing.assert_allclose(gradient(x), 4.0 * x)
    made.scale = 3.0
    np.testing.assert_allclose(gradient(x), 6.0 * x)
    assert made.calls == 2
    np.testing.assert_allclose(s2sad.hessian(made)(x), 6.0 * np.eye(2))
    assert "the gradient" in s2sad.source(s2sad.grad(made), x).lower()


class Unhashable:
    __hash__ = None

    def __call__(self, x):
        return x * x


def test_an_object_that_has_no_hash_is_called():
    assert s2sad.hvp(Unhashable(), (2.0,), (1.0,), jit=False) == 2.0


SUM, MODEL = Sum(), Model()


def calls_an_object(x):
    return SUM(x) * x[0]


def uses_a_model(x):
    return MODEL.steps_in_a_loop(x[0]) + MODEL.helper.scaled(x[1])


@pytest.mark.parametrize("function", [calls_an_object, uses_a_model])
def test_objects_of_the_module(function):
    def slope(x):
        SUM.__init__()
        MODEL.__init__()
        return s2sad.grad(function, jit=False)(x)

    x = np.array([1.2, 0.7])

    def value(at):
        SUM.__init__()
        MODEL.__init__()
        return function(at)

    for n in range(2):
        along = np.eye(2)[n]
        expected = differences(value, (x,), (along,))[0]
        assert slope(x)[n] == pytest.approx(expected, rel=1e-7)
    slope(x)
    calls, primal = (SUM.calls, MODEL.count, MODEL.helper.calls), value(x)
    assert np.isfinite(primal)
    assert calls == (SUM.calls, MODEL.count, MODEL.helper.calls)


def applied(function, x):
    return function(x) * x


def takes_methods(x):
    return applied(MODEL.reads_numbers, x) + applied(MODEL, x)


def test_methods_and_objects_as_arguments():
    MODEL.__init__()
    check_plain(takes_methods, 1.3)


def test_a_derivative_of_a_method_inside():
    model = Model()

    def f(x):
        return s2sad.grad(model.reads_numbers)(x) * x

    check_plain(f, 1.3)


# --- what can't be kept is refused ----------------------------------------------------


class Guarded:
    limit = 1.0

    def __init__(self):
        self._rate = 2.0

    @property
    def rate(self):
        return 3.0 * self._rate

    @rate.setter
    def rate(self, value):
        self._rate = value * self.limit

    def sets(self, x):
        self.rate = x * x
        return self.rate * x

    def sets_its_class(self, x):
        type(self).limit = x
        return self.limit * x

    def makes_one(self, x):
        other = Guarded()
        other.rate = x * x
        return other.rate * other._rate


class Slotted:
    __slots__ = ("calls", "rate")

    def __init__(self):
        self.calls, self.rate = 0, 2.0

    def cost(self, x):
        self.calls += 1
        return self.rate * x * x


def test_properties_that_are_written():
    model = Guarded()
    assert s2sad.grad(model.sets, jit=False)(2.0) == 36.0
    assert model._rate == 4.0
    assert s2sad.grad(model.makes_one, jit=False)(2.0) == 96.0
    with pytest.raises(s2sad.RefusalError, match="an attribute of a class is written"):
        s2sad.grad(model.sets_its_class, jit=False)(2.0)


def test_an_object_with_slots():
    model = Slotted()
    assert s2sad.grad(model.cost, jit=False)(3.0) == 12.0
    assert model.calls == 1


class Refused:
    def __init__(self):
        self.items, self.value, self.count = [], 1.0, 0
        self.table = {"a": 1.0}

    def grows_in_a_branch(self, x):
        return self.grow(x) * x

    def grow(self, x):
        if x > 0.0:
            self.items.append(x)
        return x

    def reads_what_grew(self, x):
        self.items.append(x)
        return x * len(self.items)

    def made_on_one_path(self, x):
        if x > 0.0:
            self.new = x
        return x * x

    def looks_for_a_new_entry(self, x):
        self.table["new"] = x
        return x if "new" in self.table else 2.0 * x

    def keeps_a_function(self, x):
        self.function = lambda y: y * x
        return self.function(x)

    def other_derivative(self, x):
        return s2sad.grad(self.counts)(x)

    def another_order(self, x):
        return s2sad.grad(s2sad.grad(self.counts))(x)

    def counts(self, x):
        self.count += 1
        return x * x

    def reads_in_a_derivative(self, x):
        self.value = x * x
        return s2sad.grad(self.reads)(x)

    def reads(self, x):
        return x * x * self.value


REFUSED = {
    "reads_what_grew": "a list that was appended to is read",
    "made_on_one_path": "new is written on one path",
    "looks_for_a_new_entry": "a dict that got a new entry is looked through",
    "keeps_a_function": "is put into function",
    "other_derivative": "the derivative of a function that writes into an object",
    "another_order": "the derivative of a function that writes into an object",
    "reads_in_a_derivative": "what was written into an object is read in a derivative",
}


def test_a_branch_that_can_not_be_kept_is_refused_when_it_is_reached():
    model = Refused()
    gradient = s2sad.grad(model.grows_in_a_branch, jit=False)
    assert gradient(-2.0) == -4.0
    with pytest.raises(s2sad.ReachedError, match="a list from outside grows"):
        gradient(2.0)


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_not_be_kept_is_refused(name):
    model = Refused()
    with pytest.raises(s2sad.RefusalError, match=REFUSED[name]):
        s2sad.grad(getattr(model, name), jit=False)(2.0)
    assert held(vars(model)) == held(vars(Refused()))


def test_vmap_of_what_writes_is_refused():
    with pytest.raises(s2sad.UsageError, match="write into no object"):
        s2sad.vmap(s2sad.grad(Model().counts), jit=False)(np.ones(3))


def test_a_module_of_what_writes_is_refused():
    with pytest.raises(s2sad.UsageError, match="writes into an object"):
        s2sad.generate((Model().keeps, "grad", "f8"))


@dataclass
class Box:
    value: float


def writes_its_argument(box):
    box.value = box.value * 2.0
    return box.value


def test_an_argument_whose_attribute_is_written_is_refused():
    with pytest.raises(s2sad.RefusalError, match="an argument is written"):
        s2sad.grad(writes_its_argument, jit=False)(Box(1.0))


def test_a_method_compiled():
    check_compiled(Model().calls_what_is_inherited, 1.3)
    assert flat(1.0).size == 1
