"""What is reshaped of a value without name is nobody else's, and may be written."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.7, 1.3, -0.4, 0.9])


def of_a_product(x):
    w = (x * x[::-1]).reshape(2, 2)
    w[0] *= x[1]
    return np.sum(w**3)


def of_values_that_the_adjoint_reads(x):
    w = np.reshape(np.exp(x), (2, 2))
    w[0] = w[1] * w[0]
    w[1, 0] = 2.0
    return w


def of_a_matrix(x):
    w = np.ravel(x[:, None] * x)
    w[3:5] += np.sin(w[0])
    return w


def of_a_kronecker_product(x):
    weights = np.kron(np.ones(2), x)
    weights = weights[:7]
    weights[0] = weights[-1] = 1.0
    return x[1] * weights


def in_a_loop(x):
    total = 0.0
    for t in range(3):
        w = np.reshape(np.sin(x + t), (2, 2))
        w[0] *= w[1]
        total += np.sum(w**2)
    return total


def in_a_helper(x):
    w = of_values_that_the_adjoint_reads(x)
    w[0] *= w[1]
    return np.sum(w**2)


PROGRAMS = (
    of_a_product,
    of_values_that_the_adjoint_reads,
    of_a_matrix,
    of_a_kronecker_product,
    in_a_loop,
    in_a_helper,
)


@pytest.mark.parametrize("program", PROGRAMS)
def test_it_may_be_written(program):
    check_plain(program, X)


@pytest.mark.parametrize("program", PROGRAMS[:2] + PROGRAMS[-2:])
def test_they_compile(program):
    check_compiled(program, X)


def test_no_copy_is_made_where_nothing_is_written():
    def read(x):
        return np.sum(np.reshape(np.exp(x), (2, 2)) ** 2)

    assert ".copy()" not in s2sad.source(s2sad.tangent(read), X)


def both(x):
    y = np.exp(x)
    return y, np.reshape(y, (2, 2))


def written_beside_what_it_is_of(x):
    y, w = both(x)
    w[0] *= 2.0
    return np.sum(w) + np.sum(y**3)


def parts_written_beside_what_they_are_of(x):
    pair = both(x)
    pair[1][0] *= 2.0
    return np.sum(pair[1]) + np.sum(pair[0] ** 3)


@pytest.mark.parametrize(
    "program", (written_beside_what_it_is_of, parts_written_beside_what_they_are_of)
)
def test_what_has_a_name_is_refused(program):
    with pytest.raises(s2sad.RefusalError, match="may share its memory"):
        s2sad.grad(program, jit=False)(X)
