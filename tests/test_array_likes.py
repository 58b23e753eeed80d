"""Lists and tuples of numbers, given to what takes arrays in NumPy and SciPy."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

X = np.array([0.3, 0.7, 0.2, 0.9])


def functions_of_numbers(x):
    found = np.sin([x[0], x[1], 2.0]) * np.hypot((x[2], 1.0, x[3]), x[:3])
    return np.sum(found) + np.sum(np.round([x[0], 1.26], 1)) + np.abs([x[0]])[0]


def products(x):
    crossed = np.cross([0, 0, 1], x[1:])
    return np.dot([x[0], x[1], 2.0], crossed) + np.sum(np.outer((x[0], 1.0), [x[1]]))


def systems(x):
    matrix = [[2.0 + x[0], x[1]], [x[1], 3.0]]
    solved = np.linalg.solve(matrix, [x[2], 1.0])
    return np.sum(solved) * np.linalg.det(matrix) + np.trace(np.linalg.inv(matrix))


def places(x):
    turned = np.flip([x[0], x[1], x[2]]) * np.arange(3)
    grid, other = np.meshgrid(x.reshape(2, 2), [x[0], 1.0])
    chosen = np.where([True, False, True], [x[0], 1.0, x[1]], turned)
    smooth = np.convolve([x[0], x[1]], (1.0, x[2]))
    return np.sum(chosen) + np.sum(smooth**2) + np.sum(grid * np.cos(other))


CASES = [functions_of_numbers, products, systems, places]


@pytest.mark.parametrize("function", CASES, ids=lambda f: f.__name__)
def test_lists_are_arrays_to_numpy(function):
    check_plain(function, X)


def test_lists_are_arrays_to_numpy_compiled():
    check_compiled(functions_of_numbers, X)
