"""What is one thing on one path and another on others: results, flags, lengths."""

import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad
from s2sad.errors import ReachedError

X = np.array([1.2, 0.7, 1.9])


def unit(v):
    size = np.sqrt(v[0] ** 2 + v[1] ** 2)
    if size > 0.1:
        return v / size
    raise ValueError("no direction")


def an_axis_and_an_angle(x):
    v = np.asarray(x)
    try:
        angle = 2.0 * v[0]
        v = unit(v)
    except ValueError:
        angle = 0
        v = np.r_[0, 0, 0]
    return angle, v


def integers_or_floats(x):
    v = np.r_[0, 0]
    if x[0] > 0.0:
        v = np.array([x[0], x[1]])
    return x[1] * 2.0, v


def none_where_there_is_no_answer(x):
    found = None
    if x[0] > 0.0:
        found = np.array(x) * 2.0
    return x[0], found


def one_number_alone(x):
    y = np.atleast_1d(x[0]) * 2.0
    if y.size == 1:
        return y.item()
    return y


def has_text(values):
    if isinstance(values, list):
        return any([isinstance(v, str) for v in values])
    return isinstance(values, str)


def as_vector(v, count=None):
    kind = float
    if isinstance(v, (list, tuple)):
        if has_text(v):
            kind = None
        if count is not None and v and len(v) != count:
            raise ValueError("another length")
        return np.array(v, dtype=kind)
    return v


def of_a_list_of_integers(x):
    weights = as_vector([1, 2, 3], 3)
    return weights * x[0] + as_vector([x[1], 1, x[2]])


def rebound_from_a_list(x):
    v = [x[0], x[1]]
    total = sum(v)
    v = np.array(v) if x[2] > 0.0 else None
    if v is None:
        return total
    return total + v[0] * v[1]


@pytest.mark.parametrize(
    "program",
    [one_number_alone, of_a_list_of_integers, rebound_from_a_list],
)
def test_it_is_what_python_does(program):
    check_plain(program, X)


def joined(program, x):
    first, second = program(x)
    return np.array([first, *second])


@pytest.mark.parametrize("jit", [False, True])
@pytest.mark.parametrize(
    "program, start",
    [
        (an_axis_and_an_angle, 1.2),
        (an_axis_and_an_angle, -1.2),
        (integers_or_floats, 1.2),
        (integers_or_floats, -1.2),
        (none_where_there_is_no_answer, 1.2),
    ],
)
def test_parts_of_results_are_what_python_gives(program, start, jit):
    x = np.array([start, *X[1:]])
    (first, second), pull = s2sad.vjp(program, x, jit=jit)
    np.testing.assert_allclose([first, *second], joined(program, x))
    seed = 0.3, np.linspace(1.0, 2.0, len(second))
    (bar,) = pull(seed)
    step = 1e-6 * np.eye(3)
    slopes = [
        (joined(program, x + d) - joined(program, x - d)) @ [seed[0], *seed[1]] / 2e-6
        for d in step
    ]
    np.testing.assert_allclose(bar, slopes, rtol=1e-6, atol=1e-8)


def test_where_there_is_no_number_it_says_so():
    with pytest.raises(ReachedError, match="none_where"):
        s2sad.jvp(none_where_there_is_no_answer, (-X,), (X,))


def test_a_flag_that_a_helper_returns_is_known():
    text = s2sad.source(s2sad.grad(lambda x: np.sum(of_a_list_of_integers(x))), X)
    assert "has_text" not in text and "isinstance" not in text


def part_of_none(x):
    weights = None
    if x[0] > 10.0:
        weights = np.array([x[1], x[2]])
    try:
        return weights[:1].sum()
    except TypeError:
        return x[0] * 3.0


def test_a_part_of_none_raises_what_python_raises():
    check_plain(part_of_none, X)
    check_plain(part_of_none, X * 10.0)
