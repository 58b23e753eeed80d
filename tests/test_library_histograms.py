"""np.histogram and windows that move along, against NumPy."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

X = np.array([0.3, 1.7, 2.2, 0.9, 2.9])
sliding = np.lib.stride_tricks.sliding_window_view


def of_so_many_bins(x):
    counts, edges = np.histogram(x, bins=4)
    return np.sum(counts * edges[1:] ** 2) * np.histogram_bin_edges(x, 3)[1]


def of_a_density(x):
    density, edges = np.histogram(x, 3, range=(0.0, 3.0), density=True)
    return np.sum(density * edges[1:]) * x


def of_weights(x):
    sums, _ = np.histogram(x, bins=[0.0, 1.0, 2.5, 3.0], weights=x**2)
    return np.sum(sums * np.arange(1.0, 4.0))


def of_one_value(x):
    counts, edges = np.histogram(0.0 * x + x[0], bins=2)
    return counts * edges[1:]


def of_windows(x):
    return np.sum(np.prod(sliding(x, 3), axis=1) ** 2) * sliding(x, (2,))[1, 1]


def of_windows_of_a_matrix(x):
    pairs = np.outer(x, x)
    rows, columns = sliding(pairs, 2, axis=0), sliding(pairs, 3, axis=-1)
    return np.sum(rows[..., 1] ** 2) + np.sum(np.mean(columns, axis=-1) ** 3)


def of_windows_along_both_axes(x):
    both = sliding(np.outer(x, x), (2, 3))
    return np.sum(both[1] * both[0] ** 2, axis=(1, 2))


CASES = (of_so_many_bins, of_a_density, of_weights, of_one_value)
CASES += (of_windows, of_windows_of_a_matrix, of_windows_along_both_axes)


@pytest.mark.parametrize("function", CASES, ids=lambda f: f.__name__)
def test_it_is_right_in_every_mode(function):
    check_plain(function, X, second=False)


def test_it_compiles():
    check_compiled(lambda x: of_so_many_bins(x) + of_weights(x) + of_windows(x), X)


def test_the_last_bin_has_both_its_ends():
    counts = s2sad.vmap(lambda x: np.histogram(x, [0.0, 1.0, 2.0])[0], jit=False)
    rows = np.array([[0.0, 1.0, 2.0, 2.1], [0.5, -0.1, 1.9, 1.0]])
    expected = [np.histogram(row, [0.0, 1.0, 2.0])[0] for row in rows]
    np.testing.assert_array_equal(counts(rows), expected)


def written_beside_its_windows(x):
    y = 2.0 * x
    parts = sliding(y, 2)
    y[0] = 0.0
    return np.sum(parts)


def test_what_windows_would_see_is_not_written():
    with pytest.raises(s2sad.RefusalError, match="may share its memory"):
        s2sad.grad(written_beside_its_windows, jit=False)(X)
