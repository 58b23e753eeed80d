"""Lists whose length is changed by what a loop calls: each trip counts anew."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain


def popped(items, v):
    return items.pop()


def popped_first(items, v):
    return items.pop(0)


def last_deleted(items, v):
    del items[-1]
    return items[-1] * v


def inserted(items, v):
    items.insert(0, v)
    return items[1]


def extended(items, v):
    items.extend([v, v * 2.0])
    return items[-1] * items[0]


def added_to(items, v):
    items += [v]
    return items[0] * items[-1]


def popped_and_put_back(items, v):
    last = items.pop()
    items.append(last * v)
    return last


def popped_where_it_is_large(items, v):
    if items[-1] > 0.7:
        return items.pop() * v
    return items[-1]


HELPERS = (
    *(popped, popped_first, last_deleted, inserted, extended, added_to),
    *(popped_and_put_back, popped_where_it_is_large),
)


def after_a_loop(helper):
    def program(x, n):
        items = []
        for i in range(n):
            items.append(x * i + 0.5)
        s = 1.0
        for _ in range(3):
            s = s * 0.5 + helper(items, s)
        return s + len(items) * items[-1]

    return program


def after_a_comprehension(helper):
    def program(x, n):
        items, s = [x * i + 0.5 for i in range(n)], 1.0
        for i in range(4):
            if i > 1:
                s = s * 0.5 + helper(items, s)
        return s + len(items) * items[-1]

    return program


def by_a_closure(helper):
    def program(x, n):
        items = []
        for i in range(n):
            items.append(x * i + 0.5)

        def step(v):
            return helper(items, v)

        s = 1.0
        for _ in range(3):
            s = s * 0.5 + step(s)
        return s + len(items) * items[-1]

    return program


FORMS = (after_a_loop, after_a_comprehension, by_a_closure)


@pytest.mark.parametrize("helper", HELPERS)
@pytest.mark.parametrize("form", FORMS)
def test_they_are_right_in_every_mode(form, helper):
    check_plain(form(helper), 0.3, 6)


@pytest.mark.parametrize("form", FORMS)
def test_they_compile(form):
    check_compiled(form(popped), 0.3, 6)


def until_it_is_empty(x, n):
    items, s = [x * i for i in range(n)], 1.0
    while len(items) > 0:
        s = s * 0.5 + popped(items, s) ** 2
    return s


def of_a_stack(x, n):
    items = []

    def push(v):
        items.append(v)

    def take():
        return items.pop()

    s = 1.0
    for _ in range(n):
        push(s * x)
        push(x)
        s = s * 0.5 + take()
    return s * take()


def of_a_stack_that_a_loop_fills(x, n):
    items = []
    for i in range(n):
        items.append(x * i)

    def take():
        return items.pop()

    s = take()
    return s * take()


def rows_moved(x, n):
    rows, others = [], []
    for i in range(n):
        rows.append(np.array([x * i, x]))

    def move(first, second):
        second.append(first.pop())

    s = 1.0
    for _ in range(3):
        move(rows, others)
        s = s * 0.5 + rows[-1][0] * others[-1][1]
    return s * len(rows) + len(others) * x


PROGRAMS = (until_it_is_empty, of_a_stack, of_a_stack_that_a_loop_fills, rows_moved)


@pytest.mark.parametrize("program", PROGRAMS)
def test_other_loops_and_lists(program):
    check_plain(program, 0.7, 5)
    check_compiled(program, 0.7, 5)
