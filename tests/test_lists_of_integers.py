"""Lists of integers that get floats: all their numbers are floats from there on."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.1, 0.2, 0.3])


def zeros_that_are_written(x):
    y = [0] * len(x)
    for i in range(len(x)):
        y[i] = y[i] + x[i] * x[i]
    y[-1] *= x[0]
    return sum(y) * 1.0


def a_range_that_grows(x):
    y = list(range(len(x)))
    y.append(x[0])
    y.extend(x)
    y += [x[1]]
    y[0] = x[2]
    return sum(v * v for v in y)


def numbers_of_a_comprehension(x):
    y = [i for i in range(len(x))]
    if x[0] > 0.0:
        y = [v for v in x]
    truths = [True for _ in x]
    truths.append(x[0])
    return sum(y) * sum(truths)


def joined(x):
    y = list(range(len(x))) + list(x) + [x[0]]
    return y[-1] * 2.0 + y[3] * y[4]


def rows_and_pairs(x):
    rows = [[0, 0] for _ in x]
    for i in range(len(x)):
        rows[i][0] = x[i]
    pairs = [(i, 0) for i in range(len(x))]
    pairs.append((x[0], x[1]))
    arrays = [np.arange(3) for _ in x]
    arrays.append(x * x)
    total = sum(p * q for p, q in pairs) + sum(row[0] for row in rows)
    return total + sum(np.sum(v) for v in arrays)


def displayed(x):
    """What is spread over a list is joined to it."""
    y = [1, *x]
    y[1] = 0
    z = [x[0] * 2.0, *list(x), *y, 3.0, *x[:1]]
    z.append(x[1])
    total = y[2]
    for i, v in enumerate(z):
        total += (i + 1) * v
    return total


def known_lengths(x):
    y = [0, 0, 0]
    for i in range(len(x)):
        y[i] = x[i] ** 2
    halves = [0] * 2
    for i, v in enumerate(x):
        halves[i % 2] += v * y[i]
    weights = [1, 2, 3]
    for _ in range(2):
        weights = [a * b for a, b in zip(weights, x)]
    return y[0] * y[1] + y[2] + halves[0] * halves[1] + sum(weights)


def polynomials(x):
    """The coefficients of a product of lines, one after the other."""
    p = [1, 0]
    for v in x:
        q = [0] * (len(p) + 1)
        for i, a in enumerate(p):
            q[i] += a * v
            q[i + 1] += a
        p = q
    return sum(a * a for a in p)


def rows_that_are_added_to(x):
    """Rows of lists are changed in place, whatever is known of their lengths."""
    m = [[0, 0, 0], [1, 1, 1]]
    n = [[0.0] * 3 for _ in range(2)]
    for i in range(2):
        for j in range(3):
            m[i][j] += x[j] * (i + 1)
            n[i][j] -= m[i][j] * x[i]
    arrays = [np.zeros(3), np.ones(3)]
    for i in range(2):
        arrays[i][1] += x[0]
    return m[0][0] * m[1][1] + n[1][2] + arrays[0][1] * arrays[1][1]


PROGRAMS = (
    *(zeros_that_are_written, a_range_that_grows, numbers_of_a_comprehension),
    *(joined, rows_and_pairs, displayed, known_lengths, polynomials),
    rows_that_are_added_to,
)


@pytest.mark.parametrize("program", PROGRAMS)
def test_no_float_is_cut_to_an_integer(program):
    check_plain(program, X)


def all_of_them(x):
    return zeros_that_are_written(x) + a_range_that_grows(x) + known_lengths(x)


def test_compiled_it_is_the_same():
    check_compiled(all_of_them, X)


def parts_at_run_time(x):
    arrays = [np.zeros(3), np.ones(3)]
    for i in range(min(len(x), 2)):
        arrays[i] += x
    return arrays[0][1] * arrays[1][2]


def what_a_part_is_of(x):
    y, z = x * 1.0, x * 2.0
    part = [y, z][int(x[0] > 0.0)]
    z[0] = 5.0 * x[1]
    return part[0] * part[1]


def one_list_twice(x):
    rows = [[0.0] * 2] * 2
    for i in range(2):
        rows[i][1] += x[i]
    return rows[0][1] * rows[1][1]


NOT_COPIES = {
    parts_at_run_time: "written that a list holds",
    what_a_part_is_of: "written that a list holds",
    one_list_twice: "a list is in another one twice",
}


@pytest.mark.parametrize("program", NOT_COPIES)
def test_what_would_be_written_into_a_copy_is_refused(program):
    with pytest.raises(s2sad.S2SADError, match=NOT_COPIES[program]):
        s2sad.grad(program, jit=False)(X)


def layers(x):
    """Arrays of a list are read at run time."""
    weights = [np.eye(3), np.ones((3, 3))]
    for i in range(2):
        x = np.tanh(weights[i] @ x)
    return np.sum(x)


def test_parts_are_read_at_run_time():
    check_plain(layers, X)


def longer_and_longer(x):
    blocks = [x]
    for _ in range(3):
        blocks.append(np.concatenate([blocks[-1], x]))
    return sum(np.sum(b) * b[0] for b in blocks)


def one_that_is_shorter(x):
    blocks = [x * 1.0 for _ in x]
    blocks[0] = x[:1]
    return np.sum(blocks[0]) * np.sum(blocks[1])


@pytest.mark.parametrize("program", (longer_and_longer, one_that_is_shorter))
def test_arrays_of_different_lengths_raise(program):
    with pytest.raises(ValueError, match="different"):
        s2sad.grad(program, jit=False)(X)
