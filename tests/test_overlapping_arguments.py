"""Functions that are given one array by two names, or two parts of one that overlap."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.0, 2.0, 1.5, 0.4, 0.5, 0.7])


def smooth(out, a, k):
    out[1:-1] = k * a[:-2] + a[1:-1] + k * a[2:]


def shift(q, u):
    q[1:] = u[:-1]


def moved_on(q, u):
    z = u * u
    q += 1.0
    return np.sum(z * u)


def reduced(r, v):
    r -= 0.5 * v


def scaled_by_a_sum(q, u):
    s = np.sum(u * u)
    q *= 0.1 * s
    return np.sum(u * u) * s


def summed_up(q, u):
    q[:] = np.cumsum(u) * u


def set_first(q, u):
    q[0] = u[0] * u[0]


def set_inside(q, u):
    set_first(q, u)


def added_to(q, u):
    z = u[0] * u[0]
    q[0] += 1.0
    return z * u[0]


def added_to_inside(q, u):
    return added_to(q, u)


def swept(a, b, c):
    for i in range(1, len(a)):
        a[i] = a[i - 1] * b[i] + c[i] * c[0]


def swept_round(a, b, c):
    swept(a, b, c)
    swept(b, c, a)
    swept(c, a, b)


CALLS = {
    "stencil": lambda x: _called(x, lambda b: smooth(b, b, 0.3)),
    "shift": lambda x: _called(x, lambda b: shift(b, b)),
    "read later": lambda x: _called(x, lambda b: moved_on(b, b)),
    "turned": lambda x: _called(x, lambda b: reduced(b, b[::-1])),
    "shifted parts": lambda x: _called(x, lambda b: reduced(b[1:], b[:-1])),
    "a sum read later": lambda x: _called(x, lambda b: scaled_by_a_sum(b, b)),
    "cumulative": lambda x: _called(x, lambda b: summed_up(b, b[::-1])),
    "two deep": lambda x: _called(x, lambda b: set_inside(b, b)),
    "two deep, read": lambda x: _called(x, lambda b: added_to_inside(b, b)),
    "three parts": lambda x: _called(x, lambda b: swept_round(b[:4], b[1:5], b[2:])),
    "in a list": lambda x: _called(x, lambda b: reduced(*[b, b[::-1]])),
}


def _called(x, call):
    b = x * 1.0
    given = call(b)
    return np.sum(b * x) + (0.0 if given is None else given)


@pytest.mark.parametrize("program", CALLS.values(), ids=CALLS)
def test_one_array_by_two_names(program):
    check_plain(program, X)


def row_and_column(x):
    m = np.outer(x, x)
    reduced(m[1], m[:, 0])
    return np.sum(m * x)


class Wave:
    def __init__(self, u):
        self.u = u.copy()
        self.before = self.u
        self.next = np.zeros_like(u)

    def step(self, c):
        bend = self.u[2:] - 2 * self.u[1:-1] + self.u[:-2]
        self.next[1:-1] = 2 * self.u[1:-1] - self.before[1:-1] + c * bend
        self.before, self.u, self.next = self.u, self.next, self.before


def wave_that_begins_at_rest(x):
    wave = Wave(x)
    for _ in range(4):
        wave.step(0.3)
    return np.sum(wave.u**2)


class Turned:
    def __init__(self, b):
        self.b, self.turned = b, b[::-1]

    def first(self):
        self.b -= 0.5 * self.turned

    def both(self):
        self.first()
        return self.turned[0] * self.b[0]


def two_attributes(x):
    b = x * 1.0
    return Turned(b).both() + np.sum(b * x)


def captured(x):
    b = x * 1.0
    before = b[:-1]

    def inner():
        b[1:] -= 0.5 * before

    inner()
    return np.sum(b * x)


PROGRAMS = (row_and_column, wave_that_begins_at_rest, two_attributes, captured)


@pytest.mark.parametrize("program", PROGRAMS)
def test_parts_and_attributes(program):
    check_plain(program, X)


def test_it_compiles():
    check_compiled(wave_that_begins_at_rest, X)


def countdown(q, u, n):
    if n > 0:
        q[0] += u[1]
        countdown(q, u, n - 1)


def test_a_function_that_calls_itself_is_refused():
    def program(x):
        b = x * 1.0
        countdown(b, b, 3)
        return b[0]

    with pytest.raises(s2sad.S2SADError, match="two names for one array"):
        s2sad.grad(program)(X)


OUTSIDE = np.zeros(3)
OUTSIDE_AGAIN = OUTSIDE
HEAD = OUTSIDE[:1]
OTHER = np.ones(3)


class Model:
    def __init__(self):
        self.state = np.zeros(3)
        self.head = self.state[:1]

    def value(self, x):
        self.state[0] = x
        return self.head[0] * x


def by_the_other_name(x):
    OUTSIDE[0] = x
    return OUTSIDE_AGAIN[0] * x


def by_a_part(x):
    def write():
        OUTSIDE[0] = x

    write()
    return HEAD[0] * x


@pytest.mark.parametrize("program", [by_the_other_name, by_a_part, Model().value])
def test_two_names_outside_of_what_is_written_are_refused(program):
    with pytest.raises(s2sad.RefusalError, match="is in the same memory"):
        s2sad.grad(program)(0.5)


def test_other_arrays_outside_are_taken():
    def program(x):
        OUTSIDE[0] = x
        return OUTSIDE[0] * x * OTHER[1]

    assert s2sad.grad(program)(0.5) == 1.0


def written_where_it_is_given(q):
    q[1:] = OUTSIDE[:-1] * 2.0


def written_where_it_is_outside(q):
    OUTSIDE[0] += 1.0
    return q[1] * OUTSIDE[0]


def given_and_outside(x):
    OUTSIDE[:] = x
    written_where_it_is_given(OUTSIDE)
    return np.sum(OUTSIDE * x)


def outside_and_given(x):
    OUTSIDE[:] = x * x
    return written_where_it_is_outside(OUTSIDE[:2]) * x[2]


@pytest.mark.parametrize("program", [given_and_outside, outside_and_given])
def test_what_is_given_and_outside_as_well_is_refused_if_it_is_written(program):
    with pytest.raises(s2sad.RefusalError, match="has it from outside as well"):
        s2sad.grad(program)(X[:3])
