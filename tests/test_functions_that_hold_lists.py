"""Functions that functions return, and the lists that they captured or were given."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain, of_numbers

import s2sad

X = np.array([1.2, 0.7, 1.9])


def line(coefficients):
    def f(v):
        return v * coefficients[0] + coefficients[1]

    return f


def of_a_display(x):
    return line([x[1], 3.0])(x[0])


def of_a_list_that_changes(x):
    c = [x[1], 3.0]
    f = line(c)
    c[0] = 7.0 * x[2]
    return f(x[0])


def beside_another_list(x):
    d = [x[2], x[0]]
    f = line([x[1], 3.0])
    d[0] = 5.0
    return f(x[0]) + d[0] * d[1]


def several(x):
    functions = [line([x[1], 1.0]), line([x[2], 2.0, x[0]])]
    return sum(f(x[0]) for f in functions)


def steps(first, second):
    def f(v):
        second[0] += 1.0
        return v * first[0] + second[1] * second[0]

    return f


def of_a_list_that_it_changes(x):
    d = [x[2], x[0]]
    f = steps(d, [x[1], 2.0])
    d[0] = 5.0 * x[1]
    return f(x[0]) + d[0] + f(x[1])


def collector():
    seen = []

    def f(v):
        seen.append(v)
        return sum(seen)

    return f


def of_one_that_grows(x):
    f, g = collector(), collector()
    return f(x[0]) * g(x[1]) * f(x[2]) + sum(f(v) for v in x)


def store(values):
    def get(k):
        return values[k]

    def put(k, v):
        values[k] = v

    return get, put


def of_two_that_share_one(x):
    get, put = store([x[0], x[1]])
    by_name = {"get": get}
    put(1, x[2] * 2.0)
    return by_name["get"](0) * get(1)


def nested(c):
    def outer(v):
        def inner(w):
            c[0] += w
            return c[0]

        return inner(v) * inner(2.0 * v)

    return outer


def of_one_inside_another(x):
    f = nested([x[0], 1.0])
    return f(x[1]) * f(x[2])


def scaled(a):
    return lambda v: v * a[0]


def of_an_array_that_changes(x):
    a = np.array(x)
    f = scaled(a)
    a[0] = 5.0 * x[2]
    return f(x[1]) * a[0]


PROGRAMS = [
    of_a_display,
    of_a_list_that_changes,
    beside_another_list,
    several,
    of_a_list_that_it_changes,
    of_one_that_grows,
    of_two_that_share_one,
    of_one_inside_another,
    of_an_array_that_changes,
]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda f: f.__name__)
def test_a_function_has_the_list_that_it_was_given(program):
    check_plain(program, X)
    check_plain(of_numbers(program), *map(float, X))


@pytest.mark.parametrize("program", PROGRAMS[4:7], ids=lambda f: f.__name__)
def test_compiled(program):
    check_compiled(program, X)


def test_a_list_argument_is_not_taken_for_one_that_is_held():
    def f(x):
        return line([x[1], 3.0])(x[0])

    (bar,) = s2sad.grad(f, argnums=(0,), jit=False)([1.2, 0.7, 1.9])
    np.testing.assert_allclose(bar, [0.7, 1.2, 0.0])


def counting(start):
    def f(v):
        nonlocal start
        start += 1.0
        return v * start

    return f


def test_a_number_that_a_function_keeps_for_its_next_call_is_refused():
    def f(x):
        g = counting(x[2])
        return g(x[0]) + g(x[1])

    with pytest.raises(s2sad.RefusalError, match="nonlocal start"):
        s2sad.grad(f)(X)
