"""A loop that only walks forward goes into one that does the same and walks back."""

import numpy as np
import pytest
from derivative_checks import check_plain
from one_pass import columns, function_of, known_of, outcome, statements

import s2sad
from s2sad.tidy.fuse import fuse

CASES = {
    "loops inside, with what each of them does": """
        s = 0.0                       | s = 0.0
        for i in range(n):            | # fused
            a = x[i]                  | for i in range(n):
            for k in range(n):        |     a = x[i]
                a = a * b             |     for k in range(n):
                s += a                |         y[k] = a
        # fused                       |         a = a * b
        for i in range(n):            |         s += a
            a = x[i]                  |     a_bar = 1.0
            for k in range(n):        |     for k in range(n - 1, -1, -1):
                y[k] = a              |         a_bar = a_bar * y[k]
                a = a * b             |     x_bar[i] += a_bar
            a_bar = 1.0               | return s
            for k in range(n - 1, -1, -1):
                a_bar = a_bar * y[k]
            x_bar[i] += a_bar
        return s
        """,
    "branches inside": """
        s = 0.0                       | s = 0.0
        for i in range(n):            | # fused
            a = x[i]                  | for i in range(n):
            if a > 1.0:               |     a = x[i]
                a = a * b             |     if a > 1.0:
                s += a                |         y[i] = a
            else:                     |         a = a * b
                a = b                 |         s += a
        # fused                       |     else:
        for i in range(n):            |         a = b
            a = x[i]                  |     x_bar[i] += a
            if a > 1.0:               | return s
                y[i] = a              |
                a = a * b             |
            else:                     |
                a = b                 |
            x_bar[i] += a             |
        return s                      |
        """,
    "arrays that each trip makes": """
        s = 0.0                       | s = 0.0
        for i in range(n):            | # fused
            z = np.zeros(3)           | for i in range(n):
            z[0] = x[i]               |     z = np.zeros(3)
            s += z[0] * z[1]          |     z[0] = x[i]
        # fused                       |     s += z[0] * z[1]
        for i in range(n):            |     x_bar[i] += z[0]
            z = np.zeros(3)           | return s
            z[0] = x[i]               |
            x_bar[i] += z[0]          |
        return s                      |
        """,
    "not arrays that the trips hand on": """
        s = 0.0
        z = np.zeros(3)
        for i in range(n):
            z[0] += x[i]
            s += z[0]
        # fused
        for i in range(n):
            z[0] += x[i]
            x_bar[i] += z[0]
        return s
        """,
    "not arrays that others share": """
        s = 0.0
        for i in range(n):
            z = y[1:]
            z[0] += x[i]
            s += z[0]
        # fused
        for i in range(n):
            z = y[1:]
            z[0] += x[i]
            x_bar[i] += z[0]
        return s
        """,
    "not what the second changes before": """
        s = 0.0                       | s = 0.0
        for i in range(n):            | # fused
            a = x[i]                  | for i in range(n):
            c = a * b                 |     a = x[i]
            s += c                    |     c = a * b
        # fused                       |     s += c
        for i in range(n):            |     a += 1.0
            a = x[i]                  |     c = a * b
            a += 1.0                  |     x_bar[i] += c
            c = a * b                 | return s
            x_bar[i] += c             |
        return s                      |
        """,
    "not loops inside where the second changes what is carried": """
        s = 0.0                       | s = 0.0
        for i in range(n):            | # fused
            a = x[i]                  | for i in range(n):
            for k in range(n):        |     a = x[i]
                a = a * b             |     for k in range(n):
                s += a                |         a = a * b
        # fused                       |         s += a
        for i in range(n):            |     a = x[i]
            a = x[i]                  |     for k in range(n):
            for k in range(n):        |         a = a * b
                a = a * b             |         a += 1.0
                a += 1.0              |     x_bar[i] += a
            x_bar[i] += a             | return s
        return s                      |
        """,
}


@pytest.mark.parametrize("name", CASES)
def test_before_and_after(name):
    before, after = columns(CASES[name])
    node = function_of(before)
    meant = outcome(node)
    made = fuse(node, known_of(node))
    assert statements(made) == statements(function_of(after))
    assert np.allclose(outcome(made), meant, rtol=1e-14)


def by_newton_for_each_group(x, groups):
    total = 0.0
    for g in range(3):
        rows = groups == g
        u = 0.0
        for _ in range(6):
            score = np.sum(np.sin(x[rows]) - u) - u**3
            u += score / (np.sum(rows) + 3.0 * u**2)
        total += np.exp(u) * np.sum(x[rows])
    return total


def test_the_value_of_groups_is_found_in_the_loop_of_the_gradient():
    x, groups = np.array([0.7, 1.3, -0.4, 0.9, 0.2]), np.array([0, 1, 2, 0, 1])
    check_plain(lambda x: by_newton_for_each_group(x, groups), x)
    made = s2sad.value_and_grad(by_newton_for_each_group, jit=False)
    text = s2sad.source(made, x, groups)
    assert text.count("for g in") == 1
    assert text.count("for k in range(6)") == 1
