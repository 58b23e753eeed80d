"""Before and after: what arrays hold is read, and what they hold no more is not."""

import numpy as np
import pytest
from one_pass import columns, function_of, known_of, outcome, statements

from s2sad.tidy.recall import recall

CASES = {
    "an element of another loop, walked either way": """
        y = np.empty(n)                        | y = np.empty(n)
        for i in range(n):                     | for i in range(n):
            y[i] = np.tanh(x[i])               |     y[i] = np.tanh(x[i])
        for i in range(n - 1, -1, -1):         | for i in range(n - 1, -1, -1):
            c += np.tanh(x[i]) ** 2            |     c += y[i] ** 2
        return c + y[0]                        | return c + y[0]
        """,
    "through the names of numbers": """
        y = np.empty(n)                        | y = np.empty(n)
        for i in range(n):                     | for i in range(n):
            b = x[i] * 0.5                     |     b = x[i] * 0.5
            y[i] = 2.0 * np.exp(b)             |     y[i] = 2.0 * np.exp(b)
        for i in range(n):                     | for i in range(n):
            d = x[i] * 0.5                     |     d = x[i] * 0.5
            c += 2.0 * np.exp(d) - d           |     c += y[i] - d
        return c                               | return c
        """,
    "not beyond the trips that filled it": """
        y = np.zeros(n)
        for i in range(1, n):
            y[i] = np.tanh(x[i])
        for i in range(n):
            c += np.tanh(x[i])
        return c + y[0]
        """,
    "not after what it was computed from changed": """
        y = np.empty(n)
        for i in range(n):
            y[i] = np.tanh(x[i] * a)
        a = 2.0 * a
        for i in range(n):
            c += np.tanh(x[i] * a)
        x[0] = 3.0
        for i in range(n):
            c += np.tanh(x[i] * a)
        return c + y[0]
        """,
    "not after it was written again, under any name": """
        y = np.empty(n)
        for i in range(n):
            y[i] = np.tanh(x[i])
        z = y[1:]
        z[0] = 5.0
        for i in range(n):
            c += np.tanh(x[i])
        return c + y[0]
        """,
    "not where the bounds mean something else": """
        k = n - 1
        y = np.zeros(n)
        for i in range(k):
            y[i] = np.tanh(x[i])
        k = n
        for i in range(k):
            c += np.tanh(x[i])
        return c + y[0]
        """,
    "not what some trips store": """
        y = np.zeros(n)
        for i in range(n):
            if x[i] > 0.5:
                y[i] = np.tanh(x[i])
        w = np.zeros(n)
        for i in range(n):
            if x[i] > 0.5:
                break
            w[i] = np.exp(x[i])
        for i in range(n):
            c += np.tanh(x[i]) + np.exp(x[i])
        return c + y[0] + w[0]
        """,
    "not what another trip stores over": """
        y = np.zeros(n)
        for k in range(n):
            for i in range(n):
                y[i] = np.tanh(x[i] * x[k])
            c += np.tanh(x[0] * x[k])
        for k in range(n):
            for i in range(n):
                c += np.tanh(x[i] * x[k])
        return c + y[0]
        """,
    "not what is computed from itself": """
        y = x.copy()
        for i in range(n):
            y[i] = np.tanh(y[i])
        for i in range(n):
            c += np.tanh(y[i])
        return c
        """,
    "in the trip that filled it": """
        for k in range(2):                     | for k in range(2):
            y = np.empty(n)                    |     y = np.empty(n)
            for i in range(n):                 |     for i in range(n):
                y[i] = np.tanh(x[i] * a)       |         y[i] = np.tanh(x[i] * a)
            for i in range(n):                 |     for i in range(n):
                c += np.tanh(x[i] * a)         |         c += y[i]
            a = a / 2.0                        |     a = a / 2.0
        return c                               | return c
        """,
}


@pytest.mark.parametrize("name", CASES)
def test_before_and_after(name):
    before, after = columns(CASES[name])
    node = function_of(before, "a c")
    meant = outcome(node)
    made = recall(node, known_of(node))
    assert statements(made) == statements(function_of(after, "a c"))
    assert np.allclose(outcome(made), meant, rtol=1e-14)
