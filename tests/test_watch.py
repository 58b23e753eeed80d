"""Stages can be looked at, and a stage that breaks plain form is found at once."""

import gast
import pytest

import s2sad
from s2sad.syntax import build
from s2sad.watch import watched


def square(x):
    y = x * x
    return y


def broken(body):
    return build.function("broken", ["x"], body)


def test_stages_are_shown(monkeypatch, capsys):
    monkeypatch.setenv("S2SAD_SHOW", "specialise,differentiate,drop")
    s2sad.source(s2sad.grad(square), 3.0)
    shown = capsys.readouterr().err
    headings = [line for line in shown.splitlines() if line.startswith("# ")]
    assert headings[:2] == ["# square: specialise", "# square_grad: differentiate"]
    assert set(headings[2:]) == {"# square_grad: drop"}
    assert "y_bar += 1.0" in shown


def test_nothing_is_shown_unasked(capsys):
    s2sad.source(s2sad.grad(square), 3.0)
    assert capsys.readouterr().err == ""


def test_a_name_without_value_is_found(monkeypatch):
    monkeypatch.setenv("S2SAD_CHECK", "1")
    with pytest.raises(AssertionError, match=r"drop of broken reads \['y'\]"):
        watched("drop", broken([gast.Return(build.name("y"))]))


def test_text_that_means_something_else_is_found(monkeypatch):
    monkeypatch.setenv("S2SAD_CHECK", "1")
    minus = gast.Constant(-2.0, None)  # `-2.0 ** x` is not (-2.0) ** x
    power = gast.BinOp(minus, gast.Pow(), build.name("x"))
    with pytest.raises(AssertionError, match="fold of broken prints as"):
        watched("fold", broken([gast.Return(power)]))


def test_unchecked_nothing_is_found(monkeypatch):
    monkeypatch.delenv("S2SAD_CHECK")
    node = broken([gast.Return(build.name("y"))])
    assert watched("drop", node) is node
