"""Compiled derivatives look whether arrays are long enough for what surely is read."""

import ast
import textwrap

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import s2sad
from s2sad.compile.limits import limited

# Each is (text, text with its checks).
CASES = {
    "a loop over a number": (
        """
        def f(x, n):
            total = 0.0
            for i in range(n):
                total += x[i]
            return total
        """,
        """
        def f(x, n):
            total = 0.0
            if n > len(x):
                raise IndexError('index out of bounds: x[i]')
            for i in range(n):
                total += x[i]
            return total
        """,
    ),
    "places that are written in the text": (
        """
        def f(x):
            a = x[0]
            b = x[2] * x[1]
            return a * b * x[-4]
        """,
        """
        def f(x):
            if 3 > len(x):
                raise IndexError('index out of bounds: x[2]')
            a = x[0]
            b = x[2] * x[1]
            if 4 > len(x):
                raise IndexError('index out of bounds: x[-4]')
            return a * b * x[-4]
        """,
    ),
    "a loop over an array of its own says nothing": (
        """
        def f(x):
            total = 0.0
            for i in range(len(x)):
                total += x[i]
            return total
        """,
        """
        def f(x):
            total = 0.0
            for i in range(len(x)):
                total += x[i]
            return total
        """,
    ),
    "the loops around it must run": (
        """
        def f(x, y):
            total = 0.0
            for i in range(x.shape[0]):
                for j in range(x.shape[1] - 1, 0, -1):
                    total += x[i, j] * y[j + 1]
            return total
        """,
        """
        def f(x, y):
            total = 0.0
            if (len(x) > 0) & (x.shape[1] > 1) & (1 + x.shape[1] > len(y)):
                raise IndexError('index out of bounds: y[j + 1]')
            for i in range(x.shape[0]):
                for j in range(x.shape[1] - 1, 0, -1):
                    total += x[i, j] * y[j + 1]
            return total
        """,
    ),
    "what a condition guards is left": (
        """
        def f(x, n):
            total = 0.0
            for i in range(n):
                if i < len(x) and x[i] > 0.0:
                    total += x[i + 1]
            return total if n < 3 else x[3]
        """,
        """
        def f(x, n):
            total = 0.0
            for i in range(n):
                if i < len(x) and x[i] > 0.0:
                    total += x[i + 1]
            return total if n < 3 else x[3]
        """,
    ),
    "a branch looks where it begins": (
        """
        def f(x, n):
            if n > 2:
                y = x[n]
                for i in range(n):
                    y += x[i]
                return y
            return x[0]
        """,
        """
        def f(x, n):
            if n > 2:
                if (1 + n > len(x)) | (0 > len(x) + n):
                    raise IndexError('index out of bounds: x[n]')
                y = x[n]
                for i in range(n):
                    y += x[i]
                return y
            if 1 > len(x):
                raise IndexError('index out of bounds: x[0]')
            return x[0]
        """,
    ),
    "a loop that may end early is left": (
        """
        def f(x, n):
            total = 0.0
            for i in range(n):
                if total > 3.0:
                    break
                total += x[i]
            return total
        """,
        """
        def f(x, n):
            total = 0.0
            for i in range(n):
                if total > 3.0:
                    break
                total += x[i]
            return total
        """,
    ),
    "what is called in a loop is looked at before it": (
        """
        def g(x, k, m):
            total = x[k, 0]
            for j in range(m):
                total += x[j, 0]
            return total

        def f(x, y, n):
            total = 0.0
            for i in range(n):
                total += g(y[i], i, 3)
            return total
        """,
        """
        def g(x, k, m):
            total = x[k, 0]
            for j in range(m):
                total += x[j, 0]
            return total

        def f(x, y, n):
            total = 0.0
            if (n > 0) & (3 > y.shape[1]) | (n > 0) & (1 > y.shape[2]) | (n > len(y)):
                raise IndexError('index out of bounds: x[j, 0], y[i]')
            for i in range(n):
                total += g(y[i], i, 3)
            return total
        """,
    ),
    "numbers that are bound before": (
        """
        def f(x, T):
            y = x[0] * x[1]
            n = int(T)
            u = np.zeros(n + 1)
            u[0] = y
            u[1] = x[1]
            for i in range(n):
                u[i + 1] = u[i] + x[i]
            return u
        """,
        """
        def f(x, T):
            if 2 > len(x):
                raise IndexError('index out of bounds: x[1]')
            y = x[0] * x[1]
            n = int(T)
            u = np.zeros(n + 1)
            if 1 > n:
                raise IndexError('index out of bounds: u[1]')
            u[0] = y
            u[1] = x[1]
            if n > len(x):
                raise IndexError('index out of bounds: x[i]')
            for i in range(n):
                u[i + 1] = u[i] + x[i]
            return u
        """,
    ),
    "lengths of arrays that the text makes": (
        """
        def f(x, n):
            x_bar = np.zeros_like(x)
            saved = np.empty((n, 2))
            for i in range(n):
                saved[i, 1] = 2.0
                x_bar[i] += saved[i, 0]
            return x_bar
        """,
        """
        def f(x, n):
            x_bar = np.zeros_like(x)
            saved = np.empty((n, 2))
            if n > len(x):
                raise IndexError('index out of bounds: x_bar[i]')
            for i in range(n):
                saved[i, 1] = 2.0
                x_bar[i] += saved[i, 0]
            return x_bar
        """,
    ),
    "lengths of other arrays that are made": (
        """
        def f(x, n):
            y = np.ones(4)
            z = x.copy()
            w = np.full((n, 3), 2.0)
            total = 0.0
            for i in range(n):
                total += y[i] * z[i + 1] * w[i, 2]
            return total
        """,
        """
        def f(x, n):
            y = np.ones(4)
            z = x.copy()
            w = np.full((n, 3), 2.0)
            total = 0.0
            if (n > 4) | (n > 0) & (1 + n > len(x)):
                raise IndexError('index out of bounds: y[i], z[i + 1]')
            for i in range(n):
                total += y[i] * z[i + 1] * w[i, 2]
            return total
        """,
    ),
    "what is sure to hold comes first": (
        """
        def f(x, n):
            total = 0.0
            for i in range(n):
                assert total < 3.0
                total += x[i]
            return total
        """,
        """
        def f(x, n):
            total = 0.0
            for i in range(n):
                assert total < 3.0
                total += x[i]
            return total
        """,
    ),
    "an array that is bound anew, or caught, is left": (
        """
        def f(x, y, n):
            try:
                total = y[n] + y[3]
            except IndexError:
                total = 0.0
            x = x[1:]
            for i in range(n):
                total += x[i]
            return total
        """,
        """
        def f(x, y, n):
            try:
                total = y[n] + y[3]
            except IndexError:
                total = 0.0
            x = x[1:]
            for i in range(n):
                total += x[i]
            return total
        """,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_text_before_and_after(name):
    before, after = (textwrap.dedent(text).strip() for text in CASES[name])
    assert ast.unparse(limited(ast.parse(before), "f")) == ast.unparse(ast.parse(after))


@st.composite
def bounds(draw, variables):
    """An integer of lengths, arguments, variables of loops and numbers."""
    words = ["n", "len(x)", "len(y)", "x.shape[1]", *variables]
    parts = draw(st.lists(st.sampled_from(words), max_size=2))
    return " ".join([str(draw(st.integers(-2, 3))), *(f"+ {part}" for part in parts)])


@st.composite
def statements(draw, are_boxes, variables=(), depth=0):
    """Lines that read elements, in loops over ranges.

    In boxes no loop says how far one in it goes, and there are no steps.
    """
    lines = []
    for _ in range(draw(st.integers(1, 2))):
        kind = draw(st.integers(0, 3 if depth < 3 else 1))
        if kind == 0:
            lines.append(f"total += y[{draw(bounds(variables))}]")
        elif kind == 1:
            places = ", ".join(draw(bounds(variables)) for _ in range(2))
            lines.append(f"total += x[{places}]")
        else:
            known = () if are_boxes else variables
            first, stop = (draw(bounds(known)) for _ in range(2))
            steps = ["", ", 1", ", -1", *([] if are_boxes else [", 2", ", -3"])]
            step = draw(st.sampled_from(steps))
            inner = draw(statements(are_boxes, (*variables, f"i{depth}"), depth + 1))
            lines.append(f"for i{depth} in range({first}, {stop}{step}):")
            lines += [f"    {line}" for line in inner]
    return lines


def outcome(text, *arguments):
    """What a function of a text gives, or its error."""
    found = {}
    exec(text, found)
    try:
        return found["f"](*arguments)
    except IndexError as error:
        return error


@pytest.mark.parametrize("are_boxes", [True, False])
@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_it_is_an_error_where_python_says_so_and_nowhere_else(are_boxes, data):
    lines = [
        "for i in range(n):",
        "    total += 1.0",
        *data.draw(statements(are_boxes)),
    ]
    body = "\n".join(f"    {line}" for line in lines)
    text = f"def f(x, y, n):\n    total = 0.0\n{body}\n    return total\n"
    rows, columns, length = data.draw(st.tuples(*[st.integers(0, 4)] * 3))
    arguments = np.ones((rows, columns)), np.ones(length), data.draw(st.integers(-1, 4))
    expected = outcome(text, *arguments)
    found = outcome(ast.unparse(limited(ast.parse(text), "f")), *arguments)
    if not isinstance(expected, IndexError):
        assert found == expected
    elif are_boxes:
        assert str(found).startswith("index out of bounds:")
    else:
        assert isinstance(found, IndexError)


def likelihood(theta, y):
    """That of GARCH(1, 1), of three parameters."""
    variance, total = y[0] ** 2, 0.0
    for t in range(1, len(y)):
        variance = theta[0] + theta[1] * y[t - 1] ** 2 + theta[2] * variance
        total += np.log(variance) + y[t] ** 2 / variance
    return total


def weighted(x, w, n):
    total = 0.0
    for i in range(n):
        total += w[i] * x[i] ** 2
    return total


def slope(state, rates):
    return np.array([rates[0] * state[0], rates[1] * state[0] - rates[2] * state[1]])


def decay(rates, state, n):
    for _ in range(n):
        state = state + 0.1 * slope(state, rates)
    return state[1] ** 2


def scaled(x, out, n):
    for i in range(n):
        out[i] = 3.0 * x[i]
    return out[0]


RATES, STATE, ONES = np.array([0.1, 0.2, 0.3]), np.array([1.0, 0.5]), np.ones(4)
WRONG = {
    "too few parameters": (likelihood, (RATES[:2], ONES)),
    "no data": (likelihood, (RATES, ONES[:0])),
    "too few weights": (weighted, (ONES, RATES, 4)),
    "too many trips": (weighted, (ONES, ONES, 5)),
    "a function in a loop": (decay, (RATES[:2], STATE, 3)),
    "a place that is written": (scaled, (ONES, RATES.copy(), 4)),
}


@pytest.mark.parametrize("mode", [s2sad.grad, s2sad.value_and_grad, s2sad.hessian])
@pytest.mark.parametrize("name", WRONG)
def test_compiled_it_is_an_error(name, mode):
    function, arguments = WRONG[name]
    with pytest.raises(IndexError):
        function(*arguments)
    with pytest.raises(IndexError, match="index out of bounds"):
        mode(function)(*arguments)


def test_with_bounds_checked_there_is_nothing_to_say():
    derivative = s2sad.grad(likelihood, boundscheck=True)
    with pytest.raises(IndexError, match="^(?!index out of bounds:)"):
        derivative(RATES[:2], ONES)
    np.testing.assert_allclose(
        derivative(RATES, ONES), s2sad.grad(likelihood)(RATES, ONES)
    )
