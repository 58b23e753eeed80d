"""Places and masks that one name holds are not found again for another."""

from types import SimpleNamespace

import numpy as np
import pytest
from derivative_checks import check_plain
from one_pass import columns, function_of, kind, outcome, statements

import s2sad
from s2sad.facts.kinds import Array
from s2sad.facts.plain import Plain
from s2sad.specialise.repeats import without_repeats
from s2sad.syntax.names import names_in

X = np.array([0.7, 1.3, -0.4, 0.9])
COUNTED = {"mask": "bool", "places": "int64", "q": "int64"}

# Names with an underscore are not the author's.
CASES = {
    "places": """
        mask = x > 0.0                  | mask = x > 0.0
        places_1 = np.flatnonzero(mask) | places_1 = np.flatnonzero(mask)
        a = np.sum(x[places_1])         | a = np.sum(x[places_1])
        places_2 = np.flatnonzero(mask) | return a * np.sum(y[places_1])
        return a * np.sum(y[places_2])  |
        """,
    "places of masks that are the same": """
        mask_1 = x > 0.0                  | mask_1 = x > 0.0
        places_1 = np.flatnonzero(mask_1) | places_1 = np.flatnonzero(mask_1)
        mask_2 = x > 0.0                  | return np.sum(x[places_1] * y[places_1])
        places_2 = np.flatnonzero(mask_2) |
        return np.sum(x[places_1] * y[places_2])
        """,
    "the author's name stays": """
        places = np.flatnonzero(x > 0.0)   | places = np.flatnonzero(x > 0.0)
        places_2 = np.flatnonzero(x > 0.0) | return np.sum(y[places])
        return np.sum(y[places_2])         |
        """,
    "in loops": """
        s = 0.0                              | s = 0.0
        places_1 = np.flatnonzero(x > 0.0)   | places_1 = np.flatnonzero(x > 0.0)
        s += x[places_1][0]                  | s += x[places_1][0]
        for i in range(n):                   | for i in range(n):
            places_2 = np.flatnonzero(x > 0.0) |     s += y[places_1][0]
            s += y[places_2][0]              | return s
        return s                             |
        """,
    "not what the author found twice": """
        places = np.flatnonzero(x > 0.0)
        q = np.flatnonzero(x > 0.0)
        return np.sum(x[places] * y[q])
        """,
    "not where the array has changed": """
        places_1 = np.flatnonzero(x > 0.0)
        x[places_1] -= 0.8
        places_2 = np.flatnonzero(x > 0.0)
        return np.sum(y[places_2])
        """,
    "not where another name of the array was written into": """
        places_1 = np.flatnonzero(x > 0.0)
        z = x[1:]
        z[0] -= 8.0
        places_2 = np.flatnonzero(x > 0.0)
        return np.sum(y[places_2]) * y[places_1][0]
        """,
    "not where a call wrote into the array": """
        places_1 = np.flatnonzero(x > 1.0)
        a = double(x)
        places_2 = np.flatnonzero(x > 1.0)
        return np.sum(y[places_2]) - np.sum(y[places_1]) + a
        """,
    "not where the trip before changed it": """
        s = 0.0
        places_1 = np.flatnonzero(x > 0.0)
        for i in range(n):
            places_2 = np.flatnonzero(x > 0.0)
            s += y[places_2][0] * y[places_1][0]
            x[0] -= 1.0
        return s
        """,
    "not what is written into": """
        places_1 = np.flatnonzero(x > 0.0)
        places_2 = np.flatnonzero(x > 0.0)
        places_2[0] = 1
        return np.sum(x[places_1] * y[places_2])
        """,
    "not what the caller gets": """
        places_1 = np.flatnonzero(x > 0.0)
        places_2 = np.flatnonzero(x > 0.0)
        return places_1, places_2
        """,
    "not what a branch may have left out": """
        if a > 5.0:
            places_1 = np.flatnonzero(x > 0.0)
            x[places_1] += 1.0
        places_2 = np.flatnonzero(x > 0.0)
        return np.sum(y[places_2])
        """,
}


def kind_of(name):
    dtype = COUNTED.get(name.partition("_")[0])
    return Array(dtype, 1, (False,)) if dtype else kind(name)


def plain_of(node):
    names = names_in(node) | {a.id for a in node.args.args}
    author = function_of("\n".join(f"{n} = 0" for n in names if "_" not in n))
    source = SimpleNamespace(is_definition=False, node=author)
    return Plain("f", node, source, {n: kind_of(n) for n in names}, [], None, {})


@pytest.mark.parametrize("name", CASES)
def test_before_and_after(name):
    before, after = columns(CASES[name])
    meant = outcome(function_of(before))
    made = without_repeats(plain_of(function_of(before))).node
    assert statements(made) == statements(function_of(after))
    assert np.allclose(outcome(made), meant, rtol=1e-14)


def of_the_positive(x, w):
    total = np.sum(w[x > 0]) * np.sum(x[x > 0] ** 2)
    w[x > 0] *= 2.0
    return total + np.mean(w[x > 0]) + np.mean(x[w > 0.5])


def test_a_mask_that_is_written_five_times_is_made_once():
    check_plain(lambda x: of_the_positive(x, X**2), X)
    text = s2sad.source(s2sad.grad(of_the_positive, jit=False), X, X)
    assert text.count("np.flatnonzero") == 1
    assert text.count("x[i] > 0\n") == 1


def relaxed(x, w):
    u = x * w
    chosen = u > 0.1
    u[chosen] += 0.5 * (np.sin(w)[chosen] - u[chosen])
    return np.sum(u * u) + np.mean(u[chosen])


def test_a_mask_of_a_matrix_is_asked_where_it_is_worked_out():
    squares = np.outer(X, X)
    check_plain(lambda x: relaxed(x, squares), squares)
    text = s2sad.source(s2sad.grad(relaxed, jit=False), squares, squares)
    assert "nonzero" not in text and "places" not in text
    assert text.count("> 0.1") <= 2


def test_messages_name_masks_without_their_numbers():
    with pytest.raises(ValueError, match="w and mask have different shapes"):
        s2sad.grad(of_the_positive, jit=False)(X, X[:3].copy())
