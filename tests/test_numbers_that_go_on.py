"""Loops that move several numbers on beside what they add up."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([1.2, 0.7, 1.9])


def octaves(x):
    total, size, turns = 0.0, 1.0, 0.7
    for _ in range(4):
        total += size * np.sin(turns * x[0])
        size *= 0.5
        turns *= 2.0
    return total * x[1]


def octaves_of_a_field(x):
    field, size, turns = np.zeros(len(x)), 1.0, 0.7
    for _ in range(4):
        field += size * np.sin(turns * x)
        size *= 0.5
        turns *= 2.0
    return field / np.sum(field)


def three_of_them(x):
    total, a, b, c = 0.0, 1.0, 0.5, 2
    for i in range(3):
        total += a * x[i] ** c + b * x[i]
        a *= 0.5
        b += 0.25
        c += 1
    return total + a * x[0]


def one_known_and_one_saved(x, start):
    total, size, turns = x[2], 1.0, start
    for i in range(3):
        total += size * np.cos(turns * x[i])
        size *= 0.5
        turns *= 2.0
    for i in range(2):
        total += size * np.sin(turns * x[i])
        size *= 0.5
        turns *= 2.0
    return total


def in_a_loop(x):
    total = 0.0
    for k in range(3):
        size, turns = 1.0, 0.5
        for i in range(3):
            total += size * np.sin(turns * x[i] * x[k])
            size *= 0.5
            turns += 1.0
    return total


def counted_twice(x):
    total, k = 0.0, 0
    k = len(x)
    for i in range(1, 3):
        k += 1
        k += 1
        total += x[0] * x[i]
    for i in range(1, 3):
        total += np.sin(x[k % 3] * i)
    return total


PROGRAMS = [octaves, octaves_of_a_field, three_of_them, in_a_loop, counted_twice]


@pytest.mark.parametrize("program", PROGRAMS)
def test_each_begins_where_it_began(program):
    check_plain(program, X)


@pytest.mark.parametrize("program", [octaves, counted_twice])
def test_compiled_it_is_the_same(program):
    check_compiled(program, X)


def test_what_is_given_is_put_back_too():
    check_plain(one_known_and_one_saved, X, 0.7)


def test_both_are_in_the_text():
    text = s2sad.source(s2sad.grad(octaves), X)
    _, backward = text.split("# reverse sweep")
    assert "size = 1.0" in backward and "turns = 0.7" in backward
    assert "saved" not in text
