"""and, or, not and conditional expressions: values, slopes, and what is unreached.

`a and b` is the operand that decides, as in Python, not only its truth.
"""

import numpy as np
import pytest
from programs_under_test import made

import s2sad


def cubed(x):
    product = 1.0
    for _ in range(3):
        product *= x
    return product


def and_of_numbers(x, n):
    return x and x * x


def or_of_numbers(x, n):
    return (x < 2.0 and x * x) or 3.0 * x


def or_of_an_integer(x, n):
    return x * (n or 3)


def and_of_an_integer(x, n):
    return x * (n and 3)


def three_operands(x, n):
    return x * (n and x and x * x)


def and_of_a_loop(x, n):
    return (x > 0.0 and cubed(x)) or -x


def truth_of_a_loop(x, n):
    if n and x > 0.0 and cubed(x) > 8.0:
        return x * x
    return x * x * x


def negated(x, n):
    return x * (not (x and n)) + x * x


def truth_in_a_while(x, n):
    while n and x < 20.0:
        x = x * x
        n -= 1
    return x


def choice_of_choices(x, n):
    return (x * x if x < 2.0 else 2.0 * x) if n or x > 1.0 else 3.0 * x


def call_that_writes(x, n):
    a = np.array([x, x])
    return (doubles_in_place(a) and cubed(x)) * a[0]


def doubles_in_place(a):
    a[0] = 2.0 * a[0]
    return a[0]


CHOICES = (
    and_of_numbers,
    or_of_numbers,
    or_of_an_integer,
    and_of_an_integer,
    three_operands,
    and_of_a_loop,
    truth_of_a_loop,
    negated,
    truth_in_a_while,
    choice_of_choices,
    call_that_writes,
)


@pytest.mark.parametrize("n", [0, 2])
@pytest.mark.parametrize("x", [0.5, 1.5, 2.5, 0.0, -1.5])
@pytest.mark.parametrize("function", CHOICES)
def test_values_and_slopes(function, x, n):
    value, slope = s2sad.value_and_grad(function, jit=False)(x, n)
    assert value == function(x, n)
    step = 1e-6
    if x != 0.0:
        expected = (function(x + step, n) - function(x - step, n)) / (2.0 * step)
        assert slope == pytest.approx(expected, rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("function", [three_operands, truth_of_a_loop, negated])
def test_they_compile(function):
    for x, n in ((0.5, 0), (2.5, 2)):
        plain = s2sad.value_and_grad(function, jit=False)(x, n)
        assert s2sad.value_and_grad(function)(x, n) == plain


def unreached_value(x):
    return (x < 100.0 and x * x) or hash(x)


def unreached_truth(x):
    if x < 100.0 or hash(x):
        return x * x
    return x


def unreached_in_a_while(x):
    while x > 100.0 and hash(x):
        x = x / 2.0
    return x * x


def unreached_in_an_assertion(x):
    assert x < 100.0 or hash(x), "never"
    return x * x


@pytest.mark.parametrize(
    "function",
    [
        unreached_value,
        unreached_truth,
        unreached_in_a_while,
        unreached_in_an_assertion,
    ],
)
def test_an_operand_that_is_not_reached_forbids_nothing(function):
    derivative = s2sad.grad(function, jit=False)
    assert derivative(3.0) == 6.0
    with pytest.raises(s2sad.ReachedError, match="hash is called"):
        derivative(200.0)


def test_the_first_operand_is_refused_at_once():
    def first(x):
        return hash(x) and x

    with pytest.raises(s2sad.RefusalError, match="hash is called"):
        s2sad.grad(first, jit=False)(3.0)


def after_none(x, state=None, rate=None):
    if x and state and rate:
        return state.value * x
    return x * x


def test_a_none_in_a_test_is_false_whatever_stands_before_it():
    assert s2sad.grad(after_none, jit=False)(3.0) == 6.0
    assert s2sad.grad(after_none, jit=False)(3.0, None, 2.0) == 6.0


def chain(count, body):
    """A function that is a chain of so many branches, and more after them."""
    words = ["if", *["elif"] * (count - 1)]
    lines = [
        f"    {word} k == {number}:\n        {body.format(number=number)}\n"
        for number, word in enumerate(words)
    ]
    return (
        f"def chained(x, k):\n    y = x\n{''.join(lines)}    y = y * x\n    return y\n"
    )


@pytest.mark.parametrize(
    "body, value", [("return {number} * x", 37.0), ("y = {number} * x", 37.0 * 1.4)]
)
def test_a_long_chain_of_branches_is_not_written_out_twice_for_each(body, value):
    slope = s2sad.grad(made(chain(40, body), "chained"), jit=False)
    assert slope(0.7, 37) == pytest.approx(value)
    assert slope(0.7, 41) == pytest.approx(1.4)
    assert len(slope.source.splitlines()) < 6 * 40
