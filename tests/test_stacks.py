"""Lists that work as stacks: pushed to, popped, and asked how much they hold.

Nothing brings a list back to what it was, so how long it is at a time is a number that
the sweep back has to have.
"""

import math

import pytest
from derivative_checks import check_compiled, check_plain

import s2sad


def popped_by_its_length(x, n):
    stack, total = [], 0.0
    for i in range(n):
        stack.append(x * i)
    for i in range(len(stack)):
        total += stack.pop() ** 2 * i
    return total


def length_in_a_sum(x, n):
    stack, total = [], 0.0
    for _ in range(n):
        stack.append(x)
        total = total * len(stack) + math.sin(x)
    return total + stack.pop()


def drained_by_its_length(x, n):
    stack, total = [], 0.0
    for _ in range(n):
        stack.append(x)
        total += x * x * len(stack)
    while len(stack) > 1:
        total += stack.pop() * len(stack)
    return total


def drained_while_it_holds_some(x, n):
    stack, total = [x], 0.0
    while stack:
        top = stack.pop()
        total += top * top
        if total < n:
            stack.append(0.5 * top)
            stack.append(top * 1.1)
    return total


def popped_for_nothing(x, n):
    stack, total = [], 1.0
    for i in range(n):
        stack.append(x * (i + 1))
    if len(stack) > 2:
        stack.pop()
        total *= x
    return total * stack.pop()


def filled_and_drained_in_trips(x, n):
    total = 0.0
    for j in range(3):
        stack = []
        for i in range(n + j):
            stack.append(x * i)
        total += stack.pop() * len(stack) + x
        for _ in range(len(stack)):
            total = total * 0.9 + stack.pop() ** 2
    return total


def asked_for_its_truth(x, n):
    stack, total = [], x
    for i in range(n):
        if stack:
            total = stack.pop() * 0.5
        total = total * 0.5 + 0.1 * math.sin(x * i)
        if not stack or total > 2.0:
            total = total * 0.9 + 0.1 * x * x
        else:
            total *= x
        stack.append(total * x)
        if i == 2:
            stack.append(x)
    return total


def never_filled(x, n):
    stack, total = [], x
    for i in range(n):
        if stack:
            stack.pop()
        while len(stack) > 1:
            total += stack.pop()
        total = math.sin(total) + x * i + len(stack)
    return total


STACKS = (
    never_filled,
    asked_for_its_truth,
    popped_by_its_length,
    length_in_a_sum,
    drained_by_its_length,
    drained_while_it_holds_some,
    popped_for_nothing,
    filled_and_drained_in_trips,
)


@pytest.mark.parametrize("function", STACKS, ids=lambda f: f.__name__)
def test_stacks_are_right_in_every_mode(function):
    check_plain(lambda x: function(x, 4), 1.3)
    gradient = s2sad.grad(function, jit=False)
    second = s2sad.grad(gradient, jit=False)(1.3, 4)
    assert second == pytest.approx(s2sad.hessian(function, jit=False)(1.3, 4))
    step = 1e-5
    slope = (gradient(1.3 + step, 4) - gradient(1.3 - step, 4)) / (2.0 * step)
    assert second == pytest.approx(slope, rel=1e-6)


@pytest.mark.parametrize("function", STACKS[:4], ids=lambda f: f.__name__)
def test_stacks_compile(function):
    check_compiled(lambda x: function(x, 4), 1.3)
