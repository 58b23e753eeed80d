"""Attributes that are written by their names: `setattr`, and what `__dict__` has."""

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


class Settings:
    def __init__(self, x, **others):
        self.__dict__["tripled"] = x * 3.0
        own = self.__dict__
        self.__dict__.update(others)
        own["x"] = x
        self.names = [*others, "x"]
        self.names.remove("x")

    def taken(self, name):
        """What is taken out of the dict is no attribute any more."""
        return self.__dict__.pop(name)


def by_the_dict(x):
    settings = Settings(x, scale=x**2, power=2.0)
    same = settings
    own = settings.__dict__
    taken = settings.taken("scale") * own.pop("power", 1.0)
    own["late"] = taken * x
    settings.tripled = settings.tripled + 1.0
    total = own["tripled"] * len(same.names)
    for name, value in same.__dict__.items():
        if name in ("x", "late"):
            total = total + np.sum(value)
    return total * same.late + (0.0 if hasattr(same, "scale") else taken)


def test_an_object_and_its_dict_hold_the_same():
    x = np.array([1.5, -0.5])
    value, dots = s2sad.jvp(by_the_dict, (x,), (x,), jit=False)
    np.testing.assert_allclose(value, by_the_dict(x))
    ahead, behind = by_the_dict(x * (1 + 1e-6)), by_the_dict(x * (1 - 1e-6))
    np.testing.assert_allclose(dots, (ahead - behind) / 2e-6, rtol=1e-7)


def kept_by_the_dict(x):
    own = KEPT.__dict__
    own["other"] = x * x
    KEPT.__dict__["scale"] = 2.0 * KEPT.other
    return KEPT.scale * own["other"]


def test_an_object_holds_what_was_written_into_its_dict():
    assert s2sad.grad(kept_by_the_dict, jit=False)(1.5) == 8.0 * 1.5**3
    assert (KEPT.other, KEPT.scale) == (1.5**2, 2.0 * 1.5**2)


def hidden_from_the_dict(x):
    model = Model(x, scale=2.0)
    own = model.__dict__
    own["twice"] = x
    return model.twice


def test_what_a_property_hides_of_the_dict_is_refused():
    with pytest.raises(s2sad.S2SADError, match="twice, which is a property"):
        s2sad.grad(hidden_from_the_dict, jit=False)(1.5)


def removed(x):
    names = ["a", "b"]
    names.remove("c")
    return x * len(names)


def test_what_is_not_in_a_list_is_not_removed():
    with pytest.raises(s2sad.RefusalError, match="not in list"):
        s2sad.grad(removed, jit=False)(1.5)
