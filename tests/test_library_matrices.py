"""Elements repeated, moved and chosen, and matrices: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

RANDOM = np.random.default_rng(13)
X = RANDOM.normal(size=6)
A = RANDOM.normal(size=(3, 4))
T = RANDOM.normal(size=(4, 3)).T
C = RANDOM.normal(size=(2, 3, 4))
D = RANDOM.normal(size=(3, 3, 3))
NONE = np.zeros(0)
I = np.array([2, 0, 2])  # noqa: E741
IJ = np.array([[0, 2, 1, 0], [1, 1, 0, 2], [2, 0, 2, 1]])
COUNTS = np.array([2, 0, 3])
ROWS = np.array([True, False, True])
NUMBERS = np.array([0, 2, 1, 0, 1, 2])


def parts_multiplied(x):
    first, second, third = np.split(x, 3)
    return first * second * third


def parts_of_unequal_length(x):
    first, second = np.array_split(x, 2)
    return first[:2] * second


def parts_between(a):
    first, second, third = np.split(a, [1, 3], axis=1)
    return first * second[:, 1:] * third


def written_into_parts(x):
    x = x * 1.0
    first, second = np.split(x, 2)
    first *= second
    second[0] = first[1] ** 2
    return x


def added_at(x):
    y = x * 1.0
    np.add.at(y, I, x[:3] ** 2)
    np.subtract.at(y, [0, 0, 1], x[0])
    return y


def added_at_pairs(a):
    b = a * 1.0
    np.add.at(b, (I, I), a[0, :3] ** 2)
    np.multiply.at(b, ROWS, a[1, 1])
    return b


def filled(a):
    b = a[:, :3] * 1.0
    np.fill_diagonal(b, a[0, 0] ** 2)
    return b


def copied(a):
    b = a * 1.0
    np.copyto(b, a[0] ** 2, where=a > 0.0)
    np.putmask(b, b < -0.5, a[0, 0])
    return b


def placed(x):
    y = x * 1.0
    np.place(y, x > 0.0, x[:2] ** 2)
    return y


def put_along(a):
    b = a * 1.0
    np.put_along_axis(b, IJ[:1], a[1:2] ** 2, 0)
    np.put_along_axis(b, np.array([[1], [0], [3]]), a[0, 0], 1)
    return b


def of_a_grid(x):
    across, down = np.meshgrid(x[:3], x[2:])
    return across * down


CASES = {
    "split": (parts_multiplied, X),
    "array_split": (parts_of_unequal_length, X[:5]),
    "split between": (parts_between, A),
    "hsplit": (lambda a: np.hsplit(a, 2)[1] ** 2, A),
    "vsplit": (lambda a: np.vsplit(a, 3)[0] ** 2, A),
    "written into parts": (written_into_parts, X),
    "repeat": (lambda x: np.repeat(x, 3) * 2.0 * x[0], X),
    "repeat none": (lambda x: np.repeat(x, 3) * 2.0, NONE),
    "repeat all": (lambda a: np.repeat(a, 2) ** 2, T),
    "repeat rows": (lambda a: np.repeat(a, 2, axis=0) ** 2, A),
    "repeat columns": (lambda a: a.repeat(2, axis=1) ** 2, A),
    "repeat by counts": (lambda a: np.repeat(a, COUNTS, axis=0) ** 2, A),
    "tile": (lambda x: np.tile(x, 2) ** 2, X),
    "tile to rows": (lambda x: np.tile(x, (3, 2)) ** 2, X),
    "tile a matrix": (lambda a: np.tile(a, 2) ** 2, T),
    "tile once": (lambda a: np.tile(a, 1) ** 2, A),
    "roll": (lambda x: np.roll(x, 2) * x, X),
    "roll back": (lambda x: np.roll(x, -8) * x, X),
    "roll none": (lambda x: np.roll(x, 2) * 2.0, NONE),
    "roll all": (lambda a: np.roll(a, 3) * a, T),
    "roll rows": (lambda a: np.roll(a, 1, axis=0) * a, A),
    "roll two axes": (lambda a: np.roll(a, (1, -1), axis=(0, 1)) * a, A),
    "pad": (lambda x: np.pad(x, 2) ** 2, X),
    "pad by a number": (lambda x: np.pad(x, (1, 2), constant_values=x[0]) ** 2, X),
    "pad a matrix": (lambda a: np.pad(a, ((1, 0), (0, 2))) ** 2, A),
    "pad with edges": (lambda a: np.pad(a, 2, mode="edge") ** 2, A),
    "pad with reflections": (lambda x: np.pad(x, (9, 7), "reflect") ** 2, X),
    "pad with one reflected": (lambda x: np.pad(x[:1], 2, "reflect") ** 2, X),
    "pad with mirror images": (lambda x: np.pad(x, (9, 7), "symmetric") ** 2, X),
    "pad by wrapping": (lambda a: np.pad(a, ((5, 4), (0, 1)), "wrap") ** 2, A),
    "tril": (lambda a: np.tril(a) ** 2, A),
    "tril above": (lambda a: np.tril(a, 1) ** 2, T),
    "triu": (lambda a: np.triu(a, -1) ** 2, A),
    "triu of three axes": (lambda d: np.triu(d) ** 2, D),
    "diag of a vector": (lambda x: np.diag(x, -1) ** 2, X),
    "diag of a matrix": (lambda a: np.diag(a, 1) ** 2, A),
    "diag outside": (lambda a: np.diag(a, 7) * 2.0, A),
    "diagflat": (lambda a: np.diagflat(a) ** 2, A[:2, :2]),
    "diagonal": (lambda d: np.diagonal(d) ** 2, D),
    "diagonal of the last": (lambda d: d.diagonal(1, 1, 2) ** 2, D),
    "trace": (lambda a: np.trace(a) ** 2, A),
    "trace of three axes": (lambda d: np.trace(d, 0, 0, 2) ** 2, D),
    "fill_diagonal": (filled, A),
    "outer": (lambda a: np.outer(a, a[0]) ** 2, A),
    "kron": (lambda a: np.kron(a, a[:2]) ** 2, A[:, :2]),
    "kron of vectors": (lambda x: np.kron(x, x[:2]) ** 2, X),
    "eye": (lambda a: np.eye(3, 4, 1) * a + np.eye(3, M=4, k=-1), A),
    "identity": (lambda d: np.identity(3) * d[0], D),
    "tri": (lambda a: np.tri(3, 4, 1) * a, A),
    "vander": (lambda x: np.vander(x, 3) * x[0], X),
    "vander increasing": (lambda x: np.vander(x, increasing=True)[:, :3], X),
    "meshgrid": (of_a_grid, X),
    "meshgrid of three axes": (
        lambda x: np.stack(np.meshgrid(x[:2], x[1:4], x[3:5] ** 2)) * x[0],
        X,
    ),
    "meshgrid by rows": (lambda x: np.meshgrid(x, x[:2], indexing="ij")[1] ** 2, X),
    "take": (lambda x: np.take(x, I) ** 2, X),
    "take columns": (lambda a: np.take(a, IJ[0, :2], axis=-1) ** 2, A),
    "take by a method": (lambda a: a.take(IJ) ** 2, T),
    "take one": (lambda a: np.take(a, 1, axis=0) ** 2, A),
    "compress": (lambda a: np.compress(ROWS, a, axis=0) ** 2, A),
    "extract": (lambda a: np.extract(a > 0.0, a) ** 2, T),
    "take_along_axis": (lambda a: np.take_along_axis(a, IJ, 0) ** 2, A),
    "take_along_axis, last": (
        lambda a: np.take_along_axis(a, np.argsort(a, axis=1), axis=1) ** 2,
        A,
    ),
    "put_along_axis": (put_along, A),
    "choose": (lambda x: np.choose(NUMBERS, (x, x**2, 3.0)) * x, X),
    "delete": (lambda x: np.delete(x, 2) ** 2, X),
    "delete the last column": (lambda a: np.delete(a, -1, axis=1) ** 2, A),
    "delete two": (lambda x: np.delete(x, [0, 3]) ** 2, X),
    "insert": (lambda x: np.insert(x, 2, x[0] * 2.0) ** 2, X),
    "take beyond the ends": (
        lambda x: np.take(x, [-3, 2, 9], mode="clip") * x.take([-7, 8], mode="wrap")[1],
        X,
    ),
    "columns of a list": (
        lambda a: np.column_stack([2.0 * r for r in a]) @ np.vstack([r**2 for r in a]),
        A,
    ),
    "choose of rows": (lambda a: np.choose([1, 0, 1, 0], a[:2] ** 2) * a[0], A),
    "insert at places": (lambda x: np.insert(x, [4, 0, -1], x[:3] ** 2) * x[0], X),
    "insert at one place": (lambda x: np.insert(x, [1], x[:2] ** 2) * x[0], X),
    "insert one number": (lambda x: np.insert(x, [1, 1, 3], x[0] ** 2) * x[0], X),
    "insert a row": (lambda a: np.insert(a, 1, a[0] ** 2, axis=0) ** 2, A),
    "ix_": (lambda a: a[np.ix_([0, 2], [1, 3, 1])] ** 2, A),
    "ix_ of a mask": (lambda a: a[np.ix_(ROWS, IJ[0])] ** 2, A),
    "where": (lambda x: x[np.where(x > 0.0)] ** 2, X),
    "where of two axes": (lambda a: a[np.where(a > 0.0)] ** 2, A),
    "nonzero": (lambda d: d[np.nonzero(d > 0.0)] ** 2, D),
    "argwhere": (lambda a: a[0, 0] * np.argwhere(a > 0.0)[1], A),
    "add at": (added_at, X),
    "add at pairs": (added_at_pairs, A),
    "copyto": (copied, A),
    "place": (placed, X),
    "astype": (lambda x: x.astype(np.float64) ** 2 + x.astype(int), X),
    "item": (lambda x: x[:1].item() * x[2:3].item(0), X),
    "zeros of a kind": (lambda x: np.zeros((2, 6), dtype=float) + x, X),
    "sizes": (lambda a: a * np.size(a, 1) + np.ndim(a) + np.shape(a)[0], A),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


COMPILED = (
    *("written into parts", "repeat by counts", "tile to rows", "roll two axes"),
    *("pad a matrix", "pad with reflections", "triu", "diagonal of the last", "kron"),
    *(
        "meshgrid",
        "take columns",
        "put_along_axis",
        "delete two",
        "ix_",
        "add at pairs",
    ),
)


@pytest.mark.parametrize("word", COMPILED)
def test_it_compiles(word):
    check_compiled(*CASES[word])


SETS = {
    "isin": lambda x, a, b: np.where(np.isin(a, b), x, x**2) * 2.0,
    "isin of a matrix": lambda x, a, b: np.isin(a.reshape(2, 3), b) * x[0],
    "setdiff1d": lambda x, a, b: x[np.setdiff1d(a, b)] ** 2,
    "intersect1d": lambda x, a, b: x[np.intersect1d(a, b)] ** 2,
    "union1d": lambda x, a, b: x[np.union1d(a, b)] ** 2,
}


@pytest.mark.parametrize("name", SETS)
def test_sets(name):
    x = np.array([0.3, 1.2, -0.7, 0.9, 2.0, -1.1])
    check_plain(SETS[name], x, np.array([3, 1, 5, 1, 0, 2]), np.array([4, 2, 1, 1]))
