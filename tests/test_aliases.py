"""What has two names goes under one, but for what the author named twice."""

from types import SimpleNamespace

import numpy as np
import pytest
from derivative_checks import check_plain
from one_pass import columns, function_of, kind, outcome, statements

import s2sad
from s2sad.facts.plain import Plain
from s2sad.specialise.aliases import without_aliases
from s2sad.syntax.names import names_in

X = np.array([0.7, 1.3, -0.4, 0.9])

# Names with an underscore are not the author's.
CASES = {
    "the author's name stays": """
        result_0 = a * 2.0          | b = a * 2.0
        b = result_0                | return b + b
        return b + result_0         |
        """,
    "a parameter's name stays": """
        b_2 = a                     | return a * a
        return b_2 * a              |
        """,
    "names of names": """
        p_2 = a + 1.0               | c = a + 1.0
        p_3 = p_2                   | return c * c
        c = p_3                     |
        return c * p_2              |
        """,
    "what branches give": """
        if a > 0.0:                 | if a > 0.0:
            b_2 = a                 |     b = a
        else:                       | else:
            b_2 = 1.0               |     b = 1.0
        b = b_2                     | return b * b
        return b * b                |
        """,
    "in each trip": """
        s = 0.0                     | s = 0.0
        for i in range(n):          | for i in range(n):
            p_2 = a * i             |     p_2 = a * i
            p_3 = p_2               |     s += p_2
            s += p_3                | return s
        return s                    |
        """,
    "an array that is written under both": """
        y_2 = x[1:]                 | y = x[1:]
        y = y_2                     | y[0] = a
        y_2[0] = a                  | return y[0] + x[1]
        return y[0] + x[1]          |
        """,
    "a branch with nothing left": """
        s = a                       | s = a
        if a > 0.0:                 | if a > 0.0:
            p_2 = b                 |     pass
        return s                    | return s
        """,
    "a name made of the author's, before others": """
        p_2 = a * a                 | b_2 = a * a
        b_2 = p_2                   | b = b_2 + 1.0
        b = b_2 + 1.0               | return b * b_2
        return b * p_2              |
        """,
    "not what the author wrote": """
        b = a
        c = b * 2.0
        d = c
        return b + c + d
        """,
    "not what changes while the copy is read": """
        p_2 = a
        for i in range(n):
            q_2 = p_2
            p_2 = p_2 * 2.0
            p_2 += q_2
        return p_2
        """,
    "not what the next trip reads": """
        q_2 = a
        s = 0.0
        for i in range(n):
            s += q_2
            p_2 = s * b
            q_2 = p_2
        return s
        """,
    "not what only one branch gives": """
        q_2 = b
        p_2 = a * b
        if a > 5.0:
            q_2 = p_2
        return q_2 * p_2
        """,
    "not what is added to": """
        p_2 = a * b
        q_2 = p_2
        q_2 += 1.0
        return q_2 * p_2
        """,
    "not what is read behind the loop": """
        p_2 = a
        for i in range(n):
            p_2 = p_2 * b
            q_2 = p_2
        p_2 += 1.0
        return q_2 * p_2
        """,
}


def plain_of(node, author):
    names = names_in(node) | {a.id for a in node.args.args}
    source = SimpleNamespace(is_definition=False, node=author)
    return Plain("f", node, source, {n: kind(n) for n in names}, [], None, {})


@pytest.mark.parametrize("name", CASES)
def test_before_and_after(name):
    before, after = columns(CASES[name])
    node = function_of(before)
    author = function_of("\n".join(f"{n} = 0" for n in names_in(node) if "_" not in n))
    meant = outcome(node)
    made = without_aliases(plain_of(node, author)).node
    wanted = function_of(after)
    assert statements(made) == statements(wanted)
    assert np.allclose(outcome(made), meant, rtol=1e-14)


def split(x):
    a, b = np.split(x, 2)
    first, second = b, a
    return np.sum(first * np.sin(second))


def chosen(x):
    total = 0.0
    for k in range(len(x)):
        source = x if k % 2 == 0 else x[::-1]
        pair = (source[k], source)
        value, array = pair
        total += value * array[0]
    return total


def swapped(x):
    a, b = x * 1.0, x * 2.0
    for k in range(3):
        pair = b, a
        a, b = pair
        a[k] *= b[k + 1]
    return np.sum(a * b)


@pytest.mark.parametrize("function", (split, chosen, swapped))
def test_programs_with_many_names(function):
    check_plain(function, X)


def test_parts_have_the_names_that_they_are_given():
    text = s2sad.source(s2sad.grad(split, jit=False), X)
    assert "a = x[:" in text and "b = x[" in text
    assert "first = b" in text
    assert "result_" not in text


def test_elements_that_loops_make_numbers_have_one_name():
    def clipped(x):
        y = np.clip(1.0 - x**2, 0.1, 0.9)
        return np.sum(np.sqrt(y))

    text = s2sad.source(s2sad.value_and_grad(clipped, jit=False), X)
    body = text[text.index("def clipped_value_and_grad") :]
    assert "_i = " not in body
    check_plain(clipped, X)


def written_and_left(u, w):
    for k in range(2):
        u[k] = 0.3 * w[k] + 0.1 * u[k]
        u = u * w
    return np.sum(u)


def given_one_array_twice_after_a_change_of_places(x):
    a, b = x * 2.0, x.copy()
    part = b[::-1]
    b, a = a, b
    return written_and_left(part, a) + np.sum(a * b)


def test_names_that_changed_places_share_what_they_have_now():
    x = np.array([0.7, -0.3, 0.4])
    f, steps = given_one_array_twice_after_a_change_of_places, 1e-6 * np.eye(3)
    expected = [(f(x + s) - f(x - s)) / 2e-6 for s in steps]
    assert s2sad.grad(f, jit=False)(x) == pytest.approx(np.array(expected), rel=1e-7)


def test_lengths_change_places_with_their_names():
    def f(x):
        a, b = x[1:] * 2.0, x * 1.0
        a, b = b, a
        return np.sum(a * b)

    with pytest.raises(ValueError, match="different shapes"):
        s2sad.grad(f, jit=False)(np.array([0.7, -0.3, 0.4]))
