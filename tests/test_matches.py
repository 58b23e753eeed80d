"""Match statements: each case is taken where Python takes it, and binds its names."""

from dataclasses import dataclass

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad


@dataclass
class Point:
    x: float
    y: float


@dataclass
class Circle:
    center: Point
    radius: float


X = np.array([1.5, 2.5])


def arrays_are_no_sequences(x):
    match x:
        case [a, b]:
            return a * b
        case _:
            return np.sum(x**3)


def dicts_are_no_sequences(x):
    d = {0: x[0], 1: x[1]}
    match d:
        case [a, b]:
            return a * b
        case {0: a}:
            return a**3


def of_a_shape(shape, s):
    match shape:
        case Point(u, v):
            return s * 1.1 + u * v
        case Circle(center=Point(x=u), radius=r):
            return s * 1.2 + u**r
        case (u, w) if isinstance(w, tuple) and w[0] == "v":
            return s * 1.3 + 100.0 * u
        case (u, ("u" | "q", w)):
            return s * 1.4 + u - w**2
        case (u, v):
            return s * 1.5 + u / v
        case [u, 1.0, *_, v]:
            return s * 1.6 - u / v
        case str():
            return s * 1.7
        case {"kind": "exp", "rate": r}:
            return s * np.exp(-r)
        case float(v) if v > 1.8:
            return s + v**2
        case int() | None:
            return s * 1.8
        case float(v):
            return s + v**3
        case (1, *rest):
            return s * 1.9 + sum(rest)
    return s * 2.0


def shapes_of_every_kind(x):
    s = x[0]
    for shape in (
        Point(x[0], x[1]),
        Circle(Point(x[1], 1.0), x[0]),
        (x[0], ("v", x[1])),
        (x[0], ("q", x[1])),
        (x[0], x[1]),
        [x[0], 1.0, x[0], x[1]],
        "ab",
        {"kind": "exp", "rate": x[1], "scale": 1},
        {"kind": "exp"},
        2.0,
        3,
        None,
        x[0],
        (1, 2, 3, x[1]),
        (2, 2, 3, x[1]),
    ):
        s = of_a_shape(shape, s)
    return s


def names_in_conditions(x):
    total = 0.0
    for v in x:
        match v:
            case w if w > 2.0:
                total += w**3
            case w:
                total += 3.0 * w * w
    return total


def name_of_a_case_that_was_not_taken(x):
    w = 1.0
    match x[0]:
        case w if w > 2.0:
            w = 7.0
        case _:
            pass
    return w * x[1]


def subject_bound_by_its_pattern(x):
    p = (x[0], x[1])
    match p:
        case (p, q):
            return p * q**2


def alternatives_that_bind(x):
    y = x[0]
    for step in (("add", 1.0), ("times", 2.0), ("mul", 1.5), ("sub", 3.0)):
        match step:
            case ("add", v) | ("plus", v):
                y += v * x[1]
            case ("mul" | "times", v):
                y *= v * x[1]
            case (_, v):
                y -= v * x[1] ** 2
    return y


@pytest.mark.parametrize(
    "function",
    [
        arrays_are_no_sequences,
        dicts_are_no_sequences,
        shapes_of_every_kind,
        names_in_conditions,
        name_of_a_case_that_was_not_taken,
        subject_bound_by_its_pattern,
        alternatives_that_bind,
    ],
    ids=lambda f: f.__name__,
)
def test_a_match_takes_the_case_that_python_takes(function):
    check_plain(function, X)
    check_compiled(function, X)


def case_of_a_number(x, n):
    match n:
        case 0:
            return x[0]
        case k if k > 3 and x[0] > 1.0:
            return x[0] * k
        case k if k > 2:
            return x[0] ** k
    return x[0] * x[1] + k


@pytest.mark.parametrize("n", [0, 1, 3, 5])
def test_cases_of_a_number_known_at_run_time(n):
    check_plain(lambda x: case_of_a_number(x, n), X)
    value, gradient = s2sad.value_and_grad(case_of_a_number)(X, n)
    np.testing.assert_allclose(value, case_of_a_number(X, n))
    plain = s2sad.grad(lambda x: case_of_a_number(x, n), jit=False)(X)
    np.testing.assert_allclose(gradient, plain)
