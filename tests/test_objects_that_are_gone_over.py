"""Objects that say what is gone over, and what several names are unpacked from."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

X = np.array([0.5, 1.1, 1.6])


class Vector:
    def __init__(self, x, y, z):
        self.x, self.y, self.z = x, y, z

    def __iter__(self):
        return iter((self.x, self.y, self.z))

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self, other)))

    def __mul__(self, factor):
        return Vector(*[c * factor for c in self])

    def dot(self, other):
        return sum(a * b for a, b in zip(self, other))

    def norm(self):
        return np.sqrt(sum(c**2 for c in self))


class Yielding(Vector):
    def __iter__(self):
        yield self.x
        yield self.y
        yield self.z


class Samples:
    def __init__(self, values):
        self.values = [v * v for v in values]
        self.weights = values * 2.0

    def __iter__(self):
        return zip(self.values, self.weights)


class Column:
    def __init__(self, values):
        self.values = values * 3.0

    def __iter__(self):
        """The values one after another."""
        return iter(self.values)


def arithmetic(x):
    a = Vector(x[0], x[1], x[2])
    b = a * 2.0 + a
    return b.dot(a) * a.norm()


def unpacked(x):
    p, q, r = Vector(*x) * 2.0
    a = Yielding(*x)
    s, *more = a
    return p * q * r + s * more[1]


def listed(x):
    a, b = Vector(*x), Yielding(*x)
    return np.sum(np.array(list(a)) ** 2) * max(b) + sum(tuple(a)) * min(a)


def product(p, q, r):
    return p * q * r


def spread_over_arguments(x):
    a, b = Vector(*x), Yielding(*x)
    return product(*a) + product(*b) * sum(u * v for u, v in zip(a, b))


def pairs(x):
    samples = Samples(x)
    total = sum(v * w for v, w in samples)
    for place, (v, w) in enumerate(samples):
        total += place * v * w
    return total


def elements(x):
    column = Column(x)
    total = 0.0
    for v, w in zip(column, x):
        total += v * w * w
    return total * sum(column) + list(column)[1]


def halves(x):
    yield x[0] * x[1]
    yield x[2] ** 2


def names_for_what_comes_once(x):
    p, q = halves(x)
    a, b, c = reversed(x)
    d, *more = map(np.sin, x)
    return p * q * a * b**2 * c**3 + d * more[0] * more[1]


class Doubling:
    def __init__(self, x):
        self.x = x

    def step(self):
        self.x = self.x * 2.0
        return self.x

    def __iter__(self):
        yield self.step()
        yield self.step()


def what_changes_meanwhile(x):
    doubling, total = Doubling(x[0]), 0.0
    for place, v in enumerate(doubling):
        total += v * (place + 1) + doubling.x * x[1]
    return total


PROGRAMS = (
    what_changes_meanwhile,
    *(arithmetic, unpacked, listed, spread_over_arguments, pairs, elements),
    names_for_what_comes_once,
)


@pytest.mark.parametrize("program", PROGRAMS)
def test_they_are_right_in_every_mode(program):
    check_plain(program, X)


@pytest.mark.parametrize("program", [arithmetic, elements])
def test_they_compile(program):
    check_compiled(program, X)
