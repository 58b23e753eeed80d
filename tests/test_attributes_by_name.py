"""Attributes that are written by their names: `setattr`, and `__dict__.update`."""

import numpy as np
import pytest

import s2sad


class Model:
    def __init__(self, x, **settings):
        self.__dict__.update(settings)
        for name, value in (("doubled", x * 2.0), ("halved", x / 2.0)):
            setattr(self, name, value)
        self.scaled = self.doubled * self.scale

    def changed(self, **settings):
        self.__dict__.update({"scale": 3.0}, **settings)
        return self

    @property
    def twice(self):
        return 2.0 * self.scale


def made_inside(x):
    model = Model(x, scale=x, other=3.0)
    model.changed(other=x)
    more = "more"
    setattr(model, more, x.__array__())
    return np.sum(model.scaled * model.other * model.scale * model.more)


def test_they_are_what_an_assignment_writes():
    x = np.array([1.5, -0.5])
    got = s2sad.value_and_grad(made_inside, jit=False)(x)
    np.testing.assert_allclose(got[0], made_inside(x))
    np.testing.assert_allclose(got[1], 24.0 * x**3)


KEPT = Model(1.0, scale=2.0)


def kept(x):
    KEPT.__dict__.update(other=x)
    return KEPT.other * KEPT.scale


def test_an_object_holds_afterwards_what_was_written():
    assert s2sad.grad(kept, jit=False)(1.5) == 2.0
    assert KEPT.other == 1.5


def hidden_by_a_property(x):
    model = Model(x, scale=2.0)
    model.__dict__.update(twice=x)
    return model.twice


def test_what_a_property_hides_is_refused():
    with pytest.raises(s2sad.S2SADError, match="twice, which is a property"):
        s2sad.grad(hidden_by_a_property)(1.5)
