"""Kinds of arguments from type texts and annotations, and modules made with them."""

import inspect
from dataclasses import dataclass
from typing import NamedTuple

import numba
import numpy as np
import pytest

import s2sad
from s2sad.errors import UsageError
from s2sad.export import Wanted, generate
from s2sad.facts.values import Record, Static
from s2sad.signatures import values_of_annotations, values_of_text


class Pair(NamedTuple):
    first: float
    second: "f8[:]"  # noqa: F821


@dataclass
class Model:
    rate: float
    table: numba.float64[:, :]


def read(function):
    return values_of_annotations(function, inspect.signature(function), "f")


def shown(value):
    """A value in words: its kind, its parts, or the constant."""
    if isinstance(value, Record):
        inner = ", ".join(f"{key}={shown(part)}" for key, part in value.items.items())
        return f"{value.container.__name__}({inner})"
    return repr(value.value) if isinstance(value, Static) else str(value.kind)


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("f8", "float64"),
        ("float32", "float32"),
        ("i4", "int"),
        ("b1[:]", "bool[:]"),
        ("f8[:, :, :]", "float64[:, :, :]"),
        ("f8[::1]", "float64[:]"),
        ("(f8, i8[:])", "tuple(0=float64, 1=int[:])"),
        ("[f8, (f4,)]", "list(0=float64, 1=tuple(0=float32))"),
        ("{'a': f8}", "dict(a=float64)"),
        ("None", "None"),
        ("'newton'", "'newton'"),
        ("x=f8", "float64"),
    ],
)
def test_type_texts(text, kinds):
    def f(x):
        return x

    values = values_of_text(text, inspect.signature(f), "f")
    assert shown(values["x"]) == kinds


@pytest.mark.parametrize(
    "annotation, kinds",
    [
        (float, "float64"),
        (int, "int"),
        (bool, "bool"),
        (np.float32, "float32"),
        (np.int64, "int"),
        ("f8[:, :]", "float64[:, :]"),
        ("np.float64", "float64"),
        ("numba.float32[:]", "float32[:]"),
        ("'f8[:]'", "float64[:]"),
        (numba.float64, "float64"),
        (numba.int64[:], "int[:]"),
        (numba.boolean, "bool"),
        (tuple[float, int], "tuple(0=float64, 1=int)"),
        ("tuple[float, 'f8[:]']", "tuple(0=float64, 1=float64[:])"),
        (Pair, "Pair(first=float64, second=float64[:])"),
        ("Pair", "Pair(first=float64, second=float64[:])"),
        (Model, "Model(rate=float64, table=float64[:, :])"),
        (None, "None"),
    ],
)
def test_annotations(annotation, kinds):
    def f(x):
        return x

    f.__annotations__["x"] = annotation
    assert shown(read(f)["x"]) == kinds


@pytest.mark.parametrize(
    "annotation", [np.ndarray, str, "f16", "f8[3]", "missing", "a b", numba.complex64]
)
def test_annotations_without_a_kind_say_what_to_write(annotation):
    def f(x):
        return x

    f.__annotations__["x"] = annotation
    with pytest.raises(UsageError, match="argument x"):
        read(f)


def test_a_default_is_an_example():
    def f(x: float, n=3, method: str = "plain", flag: bool = True, y: float = 2):
        return x

    kinds = ["float64", "int", "'plain'", "True", "float64"]
    assert list(map(shown, read(f).values())) == kinds


def test_types_of_collected_arguments():
    def f(x, *others, **named):
        return x

    values = values_of_text("f8, f4, i8, a=f8", inspect.signature(f), "f")
    kinds = ["float64", "tuple(0=float32, 1=int)", "dict(a=float64)"]
    assert list(map(shown, values.values())) == kinds


def test_source_of_an_annotated_function_needs_no_example():
    def f(x: float, y: "f8[:]"):  # noqa: F821
        return x * y[0]

    df = s2sad.grad(f)
    assert df.source == ""
    text = s2sad.source(df)
    assert text == s2sad.source(df, 1.0, np.ones(3))
    assert s2sad.source(s2sad.grad(df))


def test_source_without_types_says_so():
    with pytest.raises(UsageError, match="the types of x are not known"):
        s2sad.source(s2sad.grad(lambda x: x * x))


# modules


def helper(x):
    return x * x


def test_functions_of_one_name_are_numbered():
    def first():
        def f(x):
            return np.sin(x)

        return f

    def second():
        def f(x):
            return np.exp(x)

        return f

    text = generate((first(), "grad", "f8"), (second(), "grad", "f8"))
    found = {}
    exec(text, found)
    assert found["f_grad"](0.0) == 1.0
    assert found["f_grad_2"](1.0) == pytest.approx(np.e)


def test_types_of_one_function_are_numbered():
    def f(x, factor):
        return x if factor is None else x * factor

    found = {}
    exec(generate((f, "grad", "f8, None"), (f, "grad", "f8, f8")), found)
    assert found["f_grad"](3.0) == 1.0
    assert found["f_grad_2"](3.0, 2.0) == 2.0


def test_shared_functions_are_written_once():
    def f(x):
        total = 0.0
        for i in range(len(x)):
            total += helper(x[i])
        return total

    text = generate(*((f, mode, "f8[:]") for mode in ("jacfwd", "hessian", "grad")))
    names = [line for line in text.splitlines() if line.startswith("def ")]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("value", [0.1, 7, np.float32(0.1), np.inf, -np.inf])
def test_captured_numbers_are_exact(value):
    def f(x):
        return x * value

    found = {}
    exec(generate((f, "grad", "f8")), found)
    assert found["f_grad"](1.0) == float(value)


def test_a_derivative_as_it_is():
    df = s2sad.grad(lambda x: x**3)
    assert "def function_grad(x)" in generate((df, None, "f8"))


def test_an_unknown_mode_names_the_modes():
    with pytest.raises(UsageError, match="'up'; there are grad, value_and_grad"):
        Wanted(helper, "up", "f8").part()
    with pytest.raises(UsageError, match="at least one"):
        generate()
