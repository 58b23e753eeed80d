"""Objects that a function makes: of plain classes, dataclasses, NamedTuples, lists.

Several names of one object see what is written by any of them, as in Python.
"""

import dataclasses
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad


class Point:
    kind = 2.0

    def __init__(self, x, y=1.0):
        self.x = x
        self.y = y

    def norm(self):
        return (self.x**2 + self.y**2) ** 0.5

    def move(self, step, scale=1.0):
        self.x += step
        self.y = self.y * step * scale

    def moved(self, step):
        self.move(step)
        return self

    def copied(self):
        return Point(self.x, self.y)

    @property
    def area(self):
        return self.x * self.y * self.kind

    @classmethod
    def unit(cls, x):
        return cls(x)

    @staticmethod
    def twice(x):
        return 2.0 * x

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Point(self.x * factor, self.y * factor)

    def __rmul__(self, factor):
        return self * factor

    def __neg__(self):
        return Point(-self.x, -self.y)

    def __getitem__(self, place):
        return self.x if place == 0 else self.y

    def __len__(self):
        return 2

    def __call__(self, z):
        return self.x * z + self.y


class Solid(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z
        self.setup()

    def setup(self):
        if self.z > 0.0:
            self.sign = 2.0 * self.z
        else:
            self.sign = -self.z
        self.parts = [self.x, self.y]

    def norm(self):
        return super().norm() + self.z * self.sign * self.parts[0]


@dataclass
class Ball:
    mass: float
    radius: float = 2.0
    marks: list = field(default_factory=list)
    center: Point = field(default_factory=lambda: Point(1.0))

    def inertia(self):
        return 0.4 * self.mass * self.radius**2

    @property
    def density(self):
        return self.mass / self.radius**3


@dataclass
class Derived:
    x: float
    scale: dataclasses.InitVar[float] = 3.0
    y: float = field(init=False)

    def __post_init__(self, scale=3.0):
        self.y = self.x * self.x * scale


@dataclass(frozen=True)
class Fixed:
    a: float
    b: float

    def total(self):
        return self.a * self.b


class Pair(NamedTuple):
    a: float
    b: float = 2.0

    def product(self):
        return self.a * self.b

    @property
    def first(self):
        return self.a


class Node:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def total(self):
        left = 0.0 if self.left is None else self.left.total()
        right = 0.0 if self.right is None else self.right.total()
        return self.value**2 + left + 2.0 * right


# --- functions that make objects ------------------------------------------------------


def makes_points(x):
    return (
        Point(x, x * x).norm() + Point(x).area + Point.unit(x).norm() * Point.twice(x)
    )


def inherits(x):
    return Solid(x, 2.0, x * x).norm() + Solid(x, x, -x).norm()


def makes_dataclasses(x):
    ball = Ball(x, radius=x * x)
    return ball.inertia() * Ball(x).density + ball.center.x + len(ball.marks)


def runs_after_init(x):
    return Derived(x).y + Derived(x, scale=x).y


def makes_frozen_ones(x):
    return Fixed(x, b=x).total() + dataclasses_of(Fixed(x, 2.0))


def dataclasses_of(fixed):
    return fixed.a * fixed.b * (3.0 if isinstance(fixed, Fixed) else x_of(fixed))


def x_of(thing):
    return thing.x


def makes_named_tuples(x):
    pair = Pair(x)
    other = pair._replace(b=x * x)
    return pair.product() * other.product() + other.first + other._asdict()["b"]


def adds_and_scales(x):
    point = 2.0 * (Point(x, x * x) + Point(1.0, x)) * x
    return (-point).x * point[1] * len(point) + point(x)


def walks_a_tree(x):
    tree = Node(x, Node(x * x, right=Node(2.0 * x)), Node(x + 1.0))
    return tree.total()


def makes_in_a_loop(x):
    total = 0.0
    last = Point(x, 1.0)
    for k in range(3):
        point = Point(x * (k + 1.0), last.norm())
        total += point.norm() * last.x
        last = point
    return total


def asks_for_types(x):
    point = Point(x)
    total = x if isinstance(point, Point) and not isinstance(point, Solid) else 0.0
    return total * (x if type(point) is Point else 1.0) * type(point).kind


def passes_methods(x):
    point = Point(x, x * x)
    return applied(point.norm, x) + applied_to(point.moved, x) + applied_to(point, x)


def applied(function, x):
    return function() * x


def applied_to(function, x):
    found = function(x)
    return found.x * x if isinstance(found, Point) else found * x


# --- functions that write into objects ------------------------------------------------


def writes_attributes(x):
    point = Point(x)
    point.y = x * x
    point.x *= 2.0
    point.z = x
    return point.norm() * point.z


def moves(x):
    point = Point(x, 2.0 * x)
    point.move(x)
    point.moved(0.5).move(x, scale=x)
    return point.norm()


def moves_in_a_loop(x):
    point = Point(x, 1.0)
    for k in range(3):
        point.move(x + k)
    return point.x * point.y


def moves_in_a_branch(x):
    point = Point(x, 1.0)
    if x > 1.0:
        point.move(x)
        point.x = point.x * x
    return point.norm()


def two_names(x):
    point = other = Point(x)
    third = other
    third.move(x)
    other.y = point.x * x
    return point.norm() * third.y


def two_names_in_a_list(x):
    points = [Point(x, 1.0), Point(x * x, 2.0)]
    first = points[0]
    first.x = x**3
    for point in points:
        point.y = point.x * x
    return points[0].norm() + points[1].norm() * first.y


def lists_of_two_names(x):
    row = [1.0, x, 2.0]
    other = row
    other[1] = x * x
    nested = [row, [x, x]]
    nested[0][2] = x
    nested[1][0] = 5.0
    return row[1] * row[2] * other[1] + nested[1][0] * nested[1][1]


def dicts_of_two_names(x):
    state = {"a": x, "b": {"c": 1.0}}
    inner = state["b"]
    inner["c"] = x * x
    state["d"] = x
    return state["b"]["c"] * state["a"] + state["d"]


def helper_writes_a_list(x):
    row = [1.0, 2.0]
    put(row, x)
    row[1] = row[0] * x
    return row[1] * both(row, row) + row[0]


def put(row, value):
    row[0] = value


def both(one, other):
    one[0] = 3.0 * one[0]
    return other[0] * one[1]


def swaps(x):
    one, other = Point(x), Point(x * x, 3.0)
    exchange(one, other)
    return one.x * one.y + other.x


def exchange(one, other):
    one.x, other.x = other.x, one.x


def returns_new_ones(x):
    one, other = fresh(x), fresh(x * x)
    one.x = 7.0
    copy = other.copied()
    copy.y = 100.0
    return one.norm() * other.norm() + copy.x


def fresh(x):
    return Point(x, 2.0)


def reads_before_it_writes(x):
    point = Point(x, 1.0)
    total = point.x + grown(point, x) * point.x
    pair = (point.y, grown(point, x), point.y)
    total += grown(point, total)
    point.x, point.y = point.y, point.x
    return total * pair[0] + pair[1] * pair[2] + point.x * 2.0


def grown(point, x):
    point.move(x)
    return point.x


class Ordered:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x * 2.0

    def __lt__(self, other):
        return self.x < other.x

    __hash__ = None


def compares(x):
    one, other = Ordered(2.0 * x), Ordered(x)
    total = x * x if one == other and other < one else 0.0
    point = same = Point(x)
    total += x if point is same and point is not Point(x) else 0.0
    total *= x if point == same and point != Point(x) else 1.0
    total *= x if Ordered(x) != Ordered(x) else 1.0
    return total * (x if Fixed(x, 1.0) == Fixed(x, 1.0) else 1.0)


class Amount:
    """What is in place, turned round, compared and true is what the class says."""

    def __init__(self, value):
        self.value = value

    def __add__(self, other):
        if not isinstance(other, Amount):
            return NotImplemented
        return Amount(self.value + other.value)

    def __radd__(self, other):
        return Amount(self.value + 2.0 * other)

    def __iadd__(self, other):
        self.value += 3.0 * other.value
        return self

    def __mod__(self, other):
        return self.value - 3.0 * other

    def __lt__(self, other):
        return self.value < other.value

    def __bool__(self):
        return bool(self.value > 1.0)


class Double(Amount):
    def __radd__(self, other):
        return Double(5.0 * other.value * self.value)


class Several:
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)


def changed_in_place(x):
    """Another name of the object sees what `+=` does to it."""
    a, b = Amount(x), Amount(2.0 * x)
    c = a
    c += b
    kept = [Amount(x)]
    kept[0] += c
    return a.value * kept[0].value


def operand_that_makes_more_of_the_other(x):
    a, b = Amount(x), Double(2.0 * x)
    return (a + b).value + (1.5 + a).value * (a % x**2)


def compared_the_other_way_round(x):
    a, b = Amount(x), Amount(2.0 * x)
    return (a.value if a > b else 3.0 * b.value**2) * (a.value if a < b else 1.0)


def true_as_its_class_says(x):
    a, b, none = Amount(0.5 * x), Amount(2.0 * x), Several()
    total = x if none else x**2
    if not a:
        total *= 3.0
    while b:
        total += b.value * len(Several(a, b))
        b.value -= 1.0
    return total * x if Several(x) else 0.0


FUNCTIONS = [
    changed_in_place,
    operand_that_makes_more_of_the_other,
    compared_the_other_way_round,
    true_as_its_class_says,
    compares,
    reads_before_it_writes,
    makes_points,
    inherits,
    makes_dataclasses,
    runs_after_init,
    makes_frozen_ones,
    makes_named_tuples,
    adds_and_scales,
    walks_a_tree,
    makes_in_a_loop,
    asks_for_types,
    passes_methods,
    writes_attributes,
    moves,
    moves_in_a_loop,
    moves_in_a_branch,
    two_names,
    two_names_in_a_list,
    lists_of_two_names,
    dicts_of_two_names,
    helper_writes_a_list,
    swaps,
    returns_new_ones,
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.__name__)
def test_objects_made_inside(function):
    check_plain(function, 1.3)


COMPILED = [inherits, moves_in_a_loop, two_names_in_a_list, adds_and_scales]


@pytest.mark.parametrize("function", COMPILED, ids=lambda f: f.__name__)
def test_objects_made_inside_compiled(function):
    check_compiled(function, 1.3)


def test_methods_of_arguments():
    gradient = s2sad.grad(lambda ball: ball.inertia() + ball.density, jit=False)
    got = gradient(Ball(3.0, 2.0))
    assert got.mass == pytest.approx(1.6 + 0.125)
    assert got.radius == pytest.approx(4.8 - 9.0 / 16.0)
    pair = s2sad.grad(lambda pair: pair.product() * pair.first, jit=False)(Pair(3.0))
    assert pair == Pair(12.0, 9.0)


# --- what is refused ------------------------------------------------------------------


def one_of_two(x):
    one, other = [x, 1.0], [2.0, x]
    some = one if x > 0.0 else other
    some[0] = 5.0
    return one[0] * other[0]


def bound_in_a_branch(x):
    one = [x, 1.0]
    some = [x, x]
    if x > 0.0:
        some = one
    some[0] = 5.0
    return one[0] * some[1]


def writes_a_tuple(x):
    pair = (x, x)
    pair[0] = 2.0
    return pair[0]


def writes_a_frozen_one(x):
    fixed = Fixed(x, x)
    fixed.a = 2.0
    return fixed.total()


def made_on_one_path(x):
    class_ = Half(x)
    return class_.value * x


class Half:
    def __init__(self, x):
        if x > 0.0:
            self.value = x


REFUSED = [
    (one_of_two, "an object that may have other names is written"),
    (bound_in_a_branch, "an object that may have other names is written"),
    (writes_a_tuple, "only parts of arrays are assigned to"),
    (writes_a_frozen_one, "an attribute is written"),
    (made_on_one_path, "value is written on one path"),
]


@pytest.mark.parametrize("function, what", REFUSED)
def test_what_is_refused(function, what):
    with pytest.raises(s2sad.RefusalError, match=what):
        s2sad.grad(function, jit=False)(1.3)


def writes_into_its_argument(rows):
    rows[0] = rows[0] * 2.0
    return rows[0] * rows[1]


def test_a_list_argument_that_is_written_is_refused():
    rows = [1.0, 2.0]
    with pytest.raises(s2sad.RefusalError, match="an argument is written"):
        s2sad.grad(writes_into_its_argument, jit=False)(rows)
    assert rows == [1.0, 2.0]


class Leaky:
    """An object that is known and one in the making are no floats by themselves."""

    def __init__(self, x):
        self.x, self.array = x, np.array([1.0, 2.0])


def holds_an_array(x):
    leaky = Leaky(x)
    leaky.array[0] = x * x
    return np.sum(leaky.array) * leaky.x


def test_an_object_that_holds_an_array():
    check_plain(holds_an_array, 1.3)


class Kernel:
    """Has its shape from outside, which is a function made by who makes the kernel."""

    def __init__(self, shape, width=1.0):
        self._shape = shape
        self.width = width

    def density(self, points, x):
        return np.sum(self((points - x) / self.width)) / self.width

    def __call__(self, x):
        return self._shape(x)


class Bell(Kernel):
    def __init__(self, width=1.0):
        super().__init__(shape=lambda x: np.exp(-(x**2) / 2.0), width=width)


class Lifted(Kernel):
    def __init__(self, lift):
        twice = 2.0 * lift

        def shape(x):
            return x**2 * lift + twice

        Kernel.__init__(self, shape, width=2.0)


def by_kernels(x):
    bell, lifted = Bell(width=x[0]), Lifted(x[1])
    return bell.density(x, 0.5) * lifted.density(x, x[2]) + bell(x[0])


def test_an_attribute_may_be_a_function_that_was_made_inside():
    check_plain(by_kernels, np.array([0.7, 1.1, -0.4]))


class Guarded:
    def __init__(self, x):
        self.x = x

    def __getattribute__(self, name):
        return 2.0 * object.__getattribute__(self, name)


def test_what_looks_for_attributes_in_a_way_of_its_own_is_refused():
    with pytest.raises(s2sad.RefusalError, match="a __getattribute__ of its own"):
        s2sad.grad(lambda x: Guarded(x).x, jit=False)(1.5)


@dataclass
class Inputs:
    x: float
    rate: float = 2.0

    def __post_init__(self):
        self.y = self.x * self.rate


class Scaled(Inputs):
    def __init__(self, x, z):
        super().__init__(x=x)
        self.z = z * self.y


class Squared(Inputs):
    def __init__(self, x):
        super().__init__(x, rate=x)

    def __post_init__(self):
        super().__post_init__()
        self.y = self.y + 1.0


def of_the_class_above(x):
    made = Scaled(x, 3.0)
    return made.z * made.x


def with_its_own_post_init(x):
    return Squared(x).y * x


@pytest.mark.parametrize("jit", [False, True])
def test_the_init_of_a_dataclass_is_called_by_a_class_below(jit):
    assert s2sad.grad(of_the_class_above, jit=jit)(1.5) == pytest.approx(18.0)
    assert s2sad.grad(with_its_own_post_init, jit=jit)(1.5) == pytest.approx(7.75)
