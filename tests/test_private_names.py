"""Names that begin with two underscores: each class has its own."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad
from s2sad.syntax.private import class_around

X = np.array([0.7, 1.9, 2.3])


class _Rod:
    __stiffness = 3.0

    def __init__(self, length):
        self.__length = length

    def __stretched(self, by):
        __again = by * self.__stiffness
        return self.__length + __again

    def energy(self, by):
        def __half(value):
            return 0.5 * value

        stretched = self.__stretched(by)
        return __half(stretched**2) + sum(map(lambda k: k * self.__length, (1.0, 2.0)))

    def __squared__(self):
        return self.__length**2


class Bar(_Rod):
    """A class of another name has names of its own."""

    __stiffness = 5.0

    def __init__(self, length):
        super().__init__(2.0 * length)
        self.__length = length

    def total(self, by):
        return self.energy(by) * self.__stiffness + self.__length + self.__squared__()


def energy(x):
    return _Rod(x[0]).energy(x[1])


def total(x):
    return Bar(x[0] * x[2]).total(x[1])


@pytest.mark.parametrize("program", (energy, total))
def test_objects_made_inside(program):
    check_plain(program, X)
    check_compiled(program, X)


def test_a_method_of_an_object_from_outside():
    check_plain(_Rod(1.5).energy, 0.7)
    assert s2sad.grad(Bar(1.5).total)(0.7) == 5.0 * (3.0 + 2.1) * 3.0


def test_the_class_around_a_function():
    assert class_around("Rod.energy") == "Rod"
    assert class_around("_Rod.energy.<locals>.half") == "Rod"
    assert class_around("made.<locals>.Rod.energy") == "Rod"
    assert class_around("made.<locals>.inner") is class_around("f") is None
