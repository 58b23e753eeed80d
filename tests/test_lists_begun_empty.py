"""Lists that a loop fills and reads: in its first trip there is nothing in them."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

A = np.array([[0.7, -0.4, 1.1], [0.5, 0.9, -0.3], [-0.2, 0.8, 0.6]])


def gram_schmidt(A):
    basis = []
    for v in A:
        w = v - sum(np.dot(v, q) * q for q in basis)
        basis.append(w / np.linalg.norm(w))
    return np.sum(np.array(basis) * A**2)


def krylov(A):
    found, y = [], A[0]
    for _ in range(3):
        y = A @ y
        y = y - sum(np.dot(y, q) * q for q in found)
        y = y / np.sqrt(np.sum(y**2))
        found.append(y)
    return sum(np.sum(q**3) for q in found)


def conjugate_directions(A):
    directions, r, x = [], A[0], np.zeros(3)
    M = A @ A.T + np.eye(3)
    for _ in range(2):
        p = r - sum((np.dot(q, M @ r) / np.dot(q, M @ q)) * q for q in directions)
        a = np.dot(p, r) / np.dot(p, M @ p)
        x = x + a * p
        r = r - a * (M @ p)
        directions.append(p)
    return np.sum(x**2)


def limited_memory(A):
    """The two loops of L-BFGS (Nocedal, 1980)."""
    steps, slopes, x = [], [], A[0]
    g = np.sin(x)
    for _ in range(3):
        q, weights = g.copy(), []
        for s, y in zip(reversed(steps), reversed(slopes)):
            a = np.dot(s, q) / np.dot(s, y)
            weights.append(a)
            q = q - a * y
        for s, y, a in zip(steps, slopes, reversed(weights)):
            q = q + (a - np.dot(y, q) / np.dot(s, y)) * s
        x_new = x - 0.1 * q
        g_new = np.sin(x_new)
        steps.append(x_new - x)
        slopes.append(g_new - g)
        x, g = x_new, g_new
    return np.sum(x**2)


def array_of_what_is_there(A):
    modes = []
    for i in range(len(A)):
        v = np.sin(A[i])
        shares = np.array([np.dot(v, m) for m in modes])
        for j in range(len(shares)):
            v = v - shares[j] * modes[j]
        modes.append(v)
    return np.sum(np.array(modes) ** 2)


def shares_go_along(A):
    modes = []
    for row in A:
        v = np.sin(row)
        shares = np.array([np.dot(v, m) for m in modes])
        v = v - sum(c * m for c, m in zip(shares, modes))
        modes.append(v)
    return np.sum(np.array(modes) ** 2)


PROGRAMS = (
    *(gram_schmidt, krylov, conjugate_directions, limited_memory),
    *(array_of_what_is_there, shares_go_along),
)


@pytest.mark.parametrize("program", PROGRAMS)
def test_they_are_right_in_every_mode(program):
    check_plain(program, A)


@pytest.mark.parametrize("program", [gram_schmidt, limited_memory])
def test_they_compile(program):
    check_compiled(program, A)
