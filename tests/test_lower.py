"""Before and after of lowering: whole arrays become loops, and loops one loop."""

import ast
import textwrap

import numpy as np
import pytest
from array_programs import Program, check
from programs_under_test import made

from s2sad.derivative import Derivative
from s2sad.writers.request import Request

# Names of vectors, matrices, whole numbers; the others are numbers.
ARGUMENTS = {
    **dict.fromkeys("vwxy", np.array([0.5, -1.0, 2.0])),
    **dict.fromkeys("AB", np.array([[1.0, 2.0, 0.5], [0.3, -0.7, 1.1]])),
    "u": np.array([0.4, 0.9]),
    "k": np.array([2, 0, 0]),
    "n": 2,
    "f": np.array([0.5, -1.0, 2.0], dtype=np.float32),
}

CASES = {
    "an operation fills a new array": """
        y = np.sin(x) * w       | y = np.empty_like(x)
        return y                | for i in range(len(x)):
                                |     y[i] = np.sin(x[i]) * w[i]
                                | return y
        """,
    "a sum adds up": """
        s = np.sum(x * x)       | s = 0.0
        return s                | for i in range(len(x)):
                                |     s += x[i] * x[i]
                                | return s
        """,
    "a mean divides in the end": """
        return -np.mean(x)      | total = 0.0
                                | for i in range(len(x)):
                                |     total += x[i]
                                | return -(total / len(x))
        """,
    "slices are shifted indices": """
        return np.sum(x[1:] - x[:-1])   | total = 0.0
                                        | for i in range(len(x) - 1):
                                        |     total += x[i + 1] - x[i]
                                        | return total
        """,
    "other slices are parts with names": """
        return np.sum(2.0 * x[n:])      | x_part = x[n:]
                                        | total = 0.0
                                        | for i in range(len(x_part)):
                                        |     total += 2.0 * x_part[i]
                                        | return total
        """,
    "functions of numbers are operations": """
        y = np.sinc(2.0 * x)        | total = 0.0
        return np.sum(y * w)        | for i in range(len(x)):
                                    |     x_2 = 2.0 * x[i]
                                    |     y = sinc(x_2)
                                    |     total += y * w[i]
                                    | return total
        """,
    "what they give is an array where one is asked for": """
        y = np.sinc(x)              | y = np.empty_like(x)
        w = y + y[0]                | for i in range(len(x)):
        return w                    |     y[i] = sinc(x[i])
                                    | y_0 = y[0]
                                    | w = np.empty_like(x)
                                    | for i in range(len(x)):
                                    |     w[i] = y[i] + y_0
                                    | return w
        """,
    "a mean along an axis is a number of each row": """
        B = A - np.mean(A, axis=1, keepdims=True)   | B = np.empty_like(A)
        return B                                    | for i in range(A.shape[0]):
                                                    |     total = 0.0
                                                    |     for j in range(A.shape[1]):
                                                    |         total += A[i, j]
                                                    |     values = total / A.shape[1]
                                                    |     for j in range(A.shape[1]):
                                                    |         B[i, j] = A[i, j] - values
                                                    | return B
        """,
    "an identity is told by its indices": """
        C = A @ A.T          | C = A @ A.T
        B = C + a * np.eye(n)| B = np.empty_like(C)
        return B             | for i in range(A.shape[0]):
                             |     for j in range(A.shape[0]):
                             |         B[i, j] = C[i, j] + a * (1.0 if i == j else 0.0)
                             | return B
        """,
    "what has a new axis is still the array": """
        y = 2.0 * x                 | y = np.empty_like(x)
        B = np.expand_dims(y, 1)    | for i in range(len(x)):
        B[0] = 5.0                  |     y[i] = 2.0 * x[i]
        return np.sum(y * y)        | B = np.expand_dims(y, 1)
                                    | B[0, 0] = 5.0
                                    | total = 0.0
                                    | for i in range(len(x)):
                                    |     total += y[i] * y[i]
                                    | return total
        """,
    "axes of length 1 are spread": """
        B = A * u[:, None] + 1.0    | B = np.empty_like(A)
        return B                    | for i in range(A.shape[0]):
                                    |     for j in range(A.shape[1]):
                                    |         B[i, j] = A[i, j] * u[i] + 1.0
                                    | return B
        """,
    "rows are added up at once": """
        v = np.sum(A * A, axis=1)   | v = np.empty(A.shape[0])
        return v                    | for i in range(A.shape[0]):
                                    |     v[i] = 0.0
                                    |     for j in range(A.shape[1]):
                                    |         v[i] += A[i, j] * A[i, j]
                                    | return v
        """,
    "columns are added up row by row": """
        v = np.sum(A * A, axis=0)   | v = np.zeros(A.shape[1])
        return v                    | for i in range(A.shape[0]):
                                    |     for j in range(A.shape[1]):
                                    |         v[j] += A[i, j] * A[i, j]
                                    | return v
        """,
    "loops over one range become one, and what they pass on is a number": """
        y = np.sin(x)               | s = 0.0
        z = y * y + x               | for i in range(len(x)):
        s = np.sum(z / y)           |     y = np.sin(x[i])
        return s                    |     z = y * y + x[i]
                                    |     s += z / y
                                    | return s
        """,
    "not where one needs the sum of the other": """
        s = np.sum(x)               | s = 0.0
        y = x / s                   | for i in range(len(x)):
        return np.sum(y * y)        |     s += x[i]
                                    | total = 0.0
                                    | for i in range(len(x)):
                                    |     y = x[i] / s
                                    |     total += y * y
                                    | return total
        """,
    "not where one needs other elements of what the other fills": """
        y = x * x                       | y = np.empty_like(x)
        return np.sum(y[1:] - y[:-1])   | for i in range(len(x)):
                                        |     y[i] = x[i] * x[i]
                                        | total = 0.0
                                        | for i in range(len(x) - 1):
                                        |     total += y[i + 1] - y[i]
                                        | return total
        """,
    "an array that is returned stays one": """
        y = x * x               | y = np.empty_like(x)
        return np.sum(y), y     | total = 0.0
                                | for i in range(len(x)):
                                |     y[i] = x[i] * x[i]
                                |     total += y[i]
                                | return total, y
        """,
    "a name that is bound anew is another array": """
        y = x * 2.0             | total = 0.0
        y = np.exp(y)           | for i in range(len(x)):
        return np.sum(y)        |     y = x[i] * 2.0
                                |     y_2 = np.exp(y)
                                |     total += y_2
                                | return total
        """,
    "what a trip passes on to the next one is an array": """
        for t in range(n):      | for t in range(n):
            x = x + w           |     x_new = np.empty_like(x)
        return x                |     for i in range(len(x)):
                                |         x_new[i] = x[i] + w[i]
                                |     x = x_new
                                | return x
        """,
    "parts are written in place": """
        y = np.zeros(3)         | y = np.zeros(3)
        y[:] = x                | for i in range(3):
        y[1:] += x[:-1]         |     y[i] = x[i]
        return y                | for i in range(2):
                                |     y[i + 1] += x[i]
                                | return y
        """,
    "what would be overwritten is read first": """
        y = x * w               | y = np.empty_like(x)
        y[1:] -= y[:-1]         | for i in range(len(x)):
        return y                |     y[i] = x[i] * w[i]
                                | values = np.empty(max(len(x) - 1, 0))
                                | for i in range(len(x) - 1):
                                |     values[i] = y[i]
                                | for i in range(len(x) - 1):
                                |     y[i + 1] -= values[i]
                                | return y
        """,
    "a choice": """
        return np.sum(np.where(x > 0.0, x, w))        | total = 0.0
                                        | for i in range(len(x)):
                                        |     total += x[i] if x[i] > 0.0 else w[i]
                                        | return total
        """,
    "numbers that take long are worked out once": """
        y = x * np.exp(a)       | exp_a = np.exp(a)
        return y                | y = np.empty_like(x)
                                | for i in range(len(x)):
                                |     y[i] = x[i] * exp_a
                                | return y
        """,
    "numbers of what is written in place are worked out before": """
        y = x * w                   | y = np.empty_like(x)
        y /= np.max(y) ** len(y)    | for i in range(len(x)):
        return y                    |     y[i] = x[i] * w[i]
                                    | power = np.max(y) ** len(x)
                                    | for i in range(len(x)):
                                    |     y[i] /= power
                                    | return y
        """,
    "index arrays are read element by element": """
        return np.sum(x[k] * w)     | total = 0.0
                                    | for i in range(len(k)):
                                    |     total += x[k[i]] * w[i]
                                    | return total
        """,
    "products of matrices stay, their operands are filled": """
        return A @ np.sin(x)        | sin_x = np.empty_like(x)
                                    | for i in range(A.shape[1]):
                                    |     sin_x[i] = np.sin(x[i])
                                    | return A @ sin_x
        """,
    "numbers of 32 bits stay together": """
        y = f * f
        return y
        """,
    "where a mask is true": """
        y = x * 2.0                     | y = np.empty_like(x)
        y[y > a] = np.tanh(y[y > a])    | for i in range(len(x)):
        return y                        |     y[i] = x[i] * 2.0
                                        |     mask = y[i] > a
                                        |     if mask:
                                        |         values = np.tanh(y[i])
                                        |         y[i] = values
                                        | return y
        """,
    "how many a mask chooses": """
        return np.mean(x[x > a])        | count = 0
                                        | total = 0.0
                                        | for i in range(len(x)):
                                        |     mask = x[i] > a
                                        |     if mask:
                                        |         count += 1
                                        |         total += x[i]
                                        | return total / count
        """,
    "where a mask of a matrix is true": """
        B = A * a                       | B = np.empty_like(A)
        B[A > a] = 0.0                  | for i in range(A.shape[0]):
        return B                        |     for j in range(A.shape[1]):
                                        |         B[i, j] = A[i, j] * a
                                        |         mask = A[i, j] > a
                                        |         if mask:
                                        |             B[i, j] = 0.0
                                        | return B
        """,
    "rows that a mask chooses": """
        B = A.T.copy()                  | B = A.T.copy()
        B[x > a] = 0.0                  | for i in range(len(x)):
        return B                        |     mask = x[i] > a
                                        |     if mask:
                                        |         for j in range(A.shape[0]):
                                        |             B[i, j] = 0.0
                                        | return B
        """,
    "not a mask that is written meanwhile": """
        m = x > a                       | m = np.empty(len(x), dtype=np.bool_)
        p = np.flatnonzero(m)           | for i in range(len(x)):
        m[0] = True                     |     m[i] = x[i] > a
        s = np.sum(x[p])                | p = np.flatnonzero(m)
        if m[0]:                        | m[0] = True
            s += 2.0                    | s = 0.0
        return s                        | for i in range(len(p)):
                                        |     s += x[p[i]]
                                        | if m[0]:
                                        |     s += 2.0
                                        | return s
        """,
    "not in each trip of a loop": """
        m = x > a                       | m = np.empty(len(x), dtype=np.bool_)
        p = np.flatnonzero(m)           | for i in range(len(x)):
        s = 0.0                         |     m[i] = x[i] > a
        for k in range(3):              | p = np.flatnonzero(m)
            s += np.sum(x[p])           | s = 0.0
        return s                        | for k in range(3):
                                        |     total = 0.0
                                        |     for i in range(len(p)):
                                        |         total += x[p[i]]
                                        |     s += total
                                        | return s
        """,
    "not places that may be there twice": """
        y = x * 2.0                     | y = np.empty_like(x)
        k = np.array([1, 1, 0])         | for i in range(len(x)):
        y[k] = np.tanh(y[k])            |     y[i] = x[i] * 2.0
        return y                        | k = np.array([1, 1, 0])
                                        | values = np.empty(len(k))
                                        | for i in range(len(k)):
                                        |     values[i] = np.tanh(y[k[i]])
                                        | for i in range(len(k)):
                                        |     y[k[i]] = values[i]
                                        | return y
        """,
    "a loop in a branch": """
        if a > 0.0:             | if a > 0.0:
            a = np.sum(x * w)   |     a = 0.0
        return a                |     for i in range(len(x)):
                                |         a += x[i] * w[i]
                                | return a
        """,
}


def sides(text):
    """(before, after) of a case; after is before where there is one column."""
    lines = textwrap.dedent(text).strip("\n").splitlines()
    if not any("|" in line for line in lines):
        return "\n".join(lines), "\n".join(lines)
    pairs = [line.partition("|") for line in lines]
    before = "\n".join(a.rstrip() for a, _, _ in pairs if a.strip())
    after = "\n".join(b[1:].rstrip() for _, mark, b in pairs if mark)
    return before, after


def lowered(before):
    """(the body that is written for a body, the function, its arguments)."""
    names = [n for n in [*ARGUMENTS, "a"] if n in before.replace("np.", "")]
    used = [n for n in names if _is_read_first(n, before)]
    text = f"def f({', '.join(used)}):\n{textwrap.indent(before, '    ')}\n"
    function = made(text.replace("def f(", "def g("), "g")
    given = {name: ARGUMENTS.get(name, 0.7) for name in used}
    derivative = Derivative(function, Request("value"), jit=False)
    found, _ = derivative.specialise(given)
    body = found.written.text.split("def g(", 1)[1].split("\n", 1)[1]
    lines = [line for line in textwrap.dedent(body).splitlines() if line]
    checks = [n for n, line in enumerate(lines) if "raise ValueError" in line]
    kept = [t for n, t in enumerate(lines) if not {n, n + 1} & set(checks)]
    return "\n".join(kept), function, given, derivative


def _is_read_first(name, text):
    """Whether a name is read before it is bound."""
    for node in ast.parse(text).body:
        order = sorted(
            (n for n in ast.walk(node) if isinstance(n, ast.Name) and n.id == name),
            key=lambda n: isinstance(n.ctx, ast.Store),
        )
        if order:
            return isinstance(order[0].ctx, ast.Load)
    return False


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_before_and_after(text):
    before, after = sides(text)
    written, function, given, derivative = lowered(before)
    assert written == after
    got, expected = derivative(**given), function(**given)
    pairs = zip(got, expected) if isinstance(got, tuple) else [(got, expected)]
    for one, other in pairs:
        np.testing.assert_allclose(one, other, rtol=1e-14)
        assert np.asarray(one).dtype == np.asarray(other).dtype


@pytest.mark.parametrize("seed", range(30))
def test_random_programs_of_whole_arrays(seed):
    check(Program(seed).text())
