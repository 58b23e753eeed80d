"""Arrays seen in another way, and joined: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

RANDOM = np.random.default_rng(11)
X = RANDOM.normal(size=6)
Y = RANDOM.normal(size=4)
A = RANDOM.normal(size=(3, 4))
T = RANDOM.normal(size=(4, 3)).T
B = RANDOM.normal(size=(3, 1))
C = RANDOM.normal(size=(2, 3, 4))
E = RANDOM.normal(size=(1, 3, 1))
NONE = np.zeros(0)
EMPTY = np.zeros((0, 3))


def written_through_views(a):
    a = a * 1.0
    np.transpose(a)[1] = a[0, 0] * a[0, :3]
    v = np.flip(a, 1)
    v[0, 0] = a[1, 1] ** 2
    w = np.squeeze(a[:, None])
    w[1] *= a[0]
    u = np.moveaxis(a, 0, 1)
    u[0, 2] += 3.0 * a[2, 2]
    np.rot90(a)[0] *= 2.0 * a[1, 1]
    return a


def written_through_a_reshaped_one(x):
    y = np.zeros(6)
    rows = y.reshape(2, 3)
    rows[0] = x[:3] ** 2
    rows[1, 1:] = x[4:] * x[0]
    y[0] *= x[1]
    return rows * x[2]


VIEWS = {
    "reshape": (lambda x: x.reshape(2, 3) ** 2, X),
    "reshape, one length open": (lambda x: np.reshape(x, (3, -1)) ** 2, X),
    "reshape of every other": (lambda x: x[::2].reshape(1, 3) ** 2, X),
    "reshape, transposed": (lambda a: a.reshape(4, 3) ** 2, T),
    "reshape of none": (lambda a: a.reshape(3, 0) * 2.0, EMPTY),
    "reshape to one of one": (lambda x: x[:1].reshape((1, 1)) ** 2, X),
    "ravel": (lambda a: np.ravel(a) ** 2, A),
    "ravel, transposed": (lambda a: a.ravel() ** 2, T),
    "flatten": (lambda a: a.flatten() ** 2, T),
    "flatten a vector": (lambda x: x.flatten() ** 2, X),
    "transpose": (lambda a: np.transpose(a) ** 2, A),
    "transpose by axes": (lambda c: np.transpose(c, (1, 2, 0)) ** 2, C),
    "transpose by a method": (lambda c: c.transpose(2, 0, 1) ** 2, C),
    "transpose by a negative axis": (lambda c: c.transpose((0, -1, 1)) ** 2, C),
    "transpose all": (lambda c: c.transpose() ** 2, C),
    "swapaxes": (lambda c: np.swapaxes(c, 0, -1) ** 2, C),
    "swapaxes, a part": (lambda c: c.swapaxes(0, 1)[1] ** 2, C),
    "moveaxis": (lambda c: np.moveaxis(c, 0, -1) ** 2, C),
    "moveaxis, two": (lambda c: np.moveaxis(c, (0, 1), (2, 0)) ** 2, C),
    "rollaxis": (lambda c: np.rollaxis(c, 2) ** 2, C),
    "rollaxis onward": (lambda c: np.rollaxis(c, 0, 3) ** 2, C),
    "expand_dims": (lambda x: np.expand_dims(x, axis=1) * x, X),
    "expand_dims, two": (lambda a: np.expand_dims(a, (0, -1)) ** 2, A),
    "squeeze": (lambda e: np.squeeze(e) ** 2, E),
    "squeeze an axis": (lambda e: np.squeeze(e, 0) ** 2, E),
    "squeeze the last": (lambda b: b.squeeze(axis=-1) ** 2, B),
    "atleast_1d": (lambda x: np.atleast_1d(x[0]) ** 2, X),
    "atleast_2d": (lambda x: np.atleast_2d(x) ** 2, X),
    "atleast_3d": (lambda x: np.atleast_3d(x) ** 2, X),
    "atleast_1d of two": (lambda x: np.multiply(*np.atleast_1d(x[0], x)), X),
    "atleast_2d of two": (lambda x: np.matmul(*np.atleast_2d(x[0], x)), X),
    "atleast_3d of two": (lambda x: np.multiply(*np.atleast_3d(x[0], x)), X),
    "flip": (lambda a: np.flip(a) ** 2, A),
    "flip an axis": (lambda c: np.flip(c, -1) * c, C),
    "flip two axes": (lambda c: np.flip(c, (0, 1)) * c, C),
    "fliplr": (lambda a: np.fliplr(a) * a, A),
    "flipud": (lambda a: np.flipud(a) * a, A),
    "rot90": (lambda a: np.rot90(a) ** 2, A),
    "rot90 thrice": (lambda a: np.rot90(a, 3) ** 2, A),
    "rot90 twice": (lambda a: np.rot90(a, 2) * a, A),
    "rot90 back": (lambda c: np.rot90(c, -1, (1, 2)) ** 2, C),
    "broadcast_to": (lambda x: np.broadcast_to(x, (3, 6)) ** 2, X),
    "broadcast_to, a column": (lambda b: np.broadcast_to(b, (3, 4)) ** 2, B),
    "broadcast_to, a number": (lambda x: np.broadcast_to(x[0], (3, 4)) ** 2, X),
    "written through views": (written_through_views, A),
    "written through a reshaped one": (written_through_a_reshaped_one, X),
}

JOINED = {
    "concatenate": (lambda x, y: np.concatenate((x, y)) ** 2, X, Y),
    "concatenate three": (lambda x, y: np.concatenate([y, x, y]) ** 2, X, Y),
    "concatenate none": (lambda x, y: np.concatenate((x, y)) ** 2, NONE, Y),
    "concatenate rows": (lambda a, b: np.concatenate((a, b), axis=1) ** 2, A, B),
    "concatenate of three axes": (lambda c: np.concatenate((c, c), -1) ** 2, C),
    "concatenate all": (lambda a, b: np.concatenate((a, b), axis=None) ** 2, T, B),
    "concatenate a list": (lambda x: np.concatenate(([1.0], x, [x[0]])) ** 2, X),
    "concatenate rows of one": (lambda a: np.concatenate(a) ** 2, A),
    "stack": (lambda x: np.stack((x, x * x)) ** 2, X),
    "stack columns": (lambda x: np.stack([x, x * x], axis=1) ** 2, X),
    "stack matrices": (lambda a: np.stack((a, a * a), axis=-1) ** 2, T),
    "stack numbers": (lambda x: np.stack((x[0], x[1] * x[2])) ** 2, X),
    "vstack": (lambda x, a: np.vstack((x[:4], a)) ** 2, X, A),
    "hstack": (lambda x, y: np.hstack((x, y)) ** 2, X, Y),
    "hstack matrices": (lambda a, b: np.hstack((a, b)) ** 2, A, B),
    "hstack numbers": (lambda x: np.hstack((x[0], x, 1.0)) ** 2, X),
    "dstack": (lambda a: np.dstack((a, a * a)) ** 2, A),
    "column_stack": (lambda x, a: np.column_stack((x[:3], a)) ** 2, X, A),
    "append": (lambda x: np.append(x, x[0] * 2.0) ** 2, X),
    "append rows": (lambda a: np.append(a, a[:1] * a[1:2], axis=0) ** 2, A),
}


@pytest.mark.parametrize("case", VIEWS.values(), ids=VIEWS)
def test_views_are_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("case", JOINED.values(), ids=JOINED)
def test_joined_arrays_are_right_in_every_mode(case):
    check_plain(*case)


COMPILED = (
    *(
        "reshape, transposed",
        "ravel",
        "flatten",
        "transpose by axes",
        "expand_dims, two",
    ),
    *("squeeze", "rot90", "broadcast_to, a column", "written through views"),
    *("written through a reshaped one", "concatenate rows", "stack matrices", "append"),
)


@pytest.mark.parametrize("word", COMPILED)
def test_it_compiles(word):
    check_compiled(*{**VIEWS, **JOINED}[word])


def row(a):
    return np.ravel(a)


def writes_row(a):
    a = np.ravel(a)
    a[0] = 1.0


def lender_written(a):
    v = np.ravel(a)
    a[0, 0] = 2.0
    return np.sum(v)


def copy_written(a):
    v = np.reshape(a, (4, 3))
    v[0] = 2.0
    return np.sum(a)


def returned_and_written(a):
    v = row(a)
    v[0] = 2.0
    return np.sum(a)


def written_by_a_helper(a):
    writes_row(a)
    return np.sum(a)


def written_in_a_loop(a):
    for _ in range(2):
        v = np.ascontiguousarray(a)
        a[0, 0] += v[1, 1]
    return np.sum(a)


def written_beside_its_diagonal(a):
    v = np.diagonal(a)
    a[0, 0] = 2.0
    return np.sum(v)


def written_beside_what_is_spread(a):
    v = np.broadcast_to(a, (2, 3, 4))
    a[0, 0] = 2.0
    return np.sum(v)


def written_while_a_loop_goes_over_its_diagonal(a):
    s = 0.0
    for v in np.diag(a):
        a[1, 1] = 2.0 * v
        s += v
    return s


def written_before_its_diagonal_has_a_name(a):
    a[0, 0], d = 1.5, np.diag(a)
    return np.sum(d * d)


def written_beside_a_list_of_its_diagonal(a):
    parts = [np.diag(a), 1.0]
    a[0, 0] = 1.5
    return np.sum(parts[0] ** 2)


def with_another_corner(a, v):
    a[0, 0] = 1.5
    return np.sum(v**2)


def written_by_a_helper_that_has_its_diagonal(a):
    a[1, 1] = with_another_corner(a, np.diag(a))
    return np.sum(a)


def diagonal_of(a):
    return np.diag(a)


def diagonal_of_this_or_twice_that(a):
    if a[0, 0] > 100.0:
        a = a * 2.0
    return np.diag(a)


class Square:
    def __init__(self, rows):
        self.rows = rows

    @property
    def middle(self):
        return np.diag(self.rows), 1.0


def written_beside_what_a_helper_gave(a):
    v = diagonal_of(a)
    a[0, 0] = 1.5
    return np.sum(v**2)


def written_beside_what_a_helper_gave_on_one_path(a):
    v = diagonal_of_this_or_twice_that(a)
    a[0, 0] = 1.5
    return np.sum(v**2)


def written_beside_what_a_property_gave(a):
    square = Square(a)
    v, _ = square.middle
    square.rows[0, 0] = 1.5
    return np.sum(v**2)


LENT = (lender_written, copy_written, returned_and_written, written_by_a_helper)
LENT += (written_in_a_loop, written_beside_its_diagonal, written_beside_what_is_spread)
LENT += (
    written_while_a_loop_goes_over_its_diagonal,
    written_before_its_diagonal_has_a_name,
    written_beside_a_list_of_its_diagonal,
    written_by_a_helper_that_has_its_diagonal,
    written_beside_what_a_helper_gave,
    written_beside_what_a_helper_gave_on_one_path,
    written_beside_what_a_property_gave,
)


@pytest.mark.parametrize("function", LENT)
def test_what_may_be_a_view_is_not_written(function):
    with pytest.raises(s2sad.S2SADError, match="may share its memory"):
        s2sad.grad(function, jit=False)(A)


def written_when_its_diagonal_was_read(a):
    a = a[:, :3].copy()
    for _ in range(2):
        a /= -np.sum(np.diag(a) * a[0])
        a[0, 1] += np.trace(a)
        a[0] = np.diag(a) * 2.0
        a[1] += np.diag(a)
        a /= np.linalg.norm(a.ravel())
    return np.sum(a**3)


def test_views_that_have_no_name_end_with_their_statement():
    check_plain(written_when_its_diagonal_was_read, A)


def test_a_name_that_is_bound_anew_is_free():
    def carried(a, steps):
        for _ in range(steps):
            a = a * np.ravel(a)[0]
        a[0, 0] = 1.0
        return np.sum(a)

    def spelled(a, steps):
        for _ in range(steps):
            a = a * a[0, 0]
        a[0, 0] = 1.0
        return np.sum(a)

    expected = s2sad.grad(spelled, jit=False)(A, 2)
    np.testing.assert_allclose(s2sad.grad(carried, jit=False)(A, 2), expected)


def test_what_lies_in_another_order_keeps_its_derivative():
    def contiguous(a):
        return np.sum(np.ascontiguousarray(a) ** 2)

    def kept(a):
        v = np.ascontiguousarray(a)
        total = 0.0
        for i in range(3):
            total += v[i, 0] ** 2
        return total

    np.testing.assert_allclose(s2sad.grad(contiguous, jit=False)(T), 2.0 * T)
    np.testing.assert_allclose(s2sad.grad(kept, jit=False)(T)[:, 0], 2.0 * T[:, 0])


def test_an_axis_that_happens_to_have_length_one_is_not_kept():
    def first(a, n):
        return np.sum(np.squeeze(a[n:])[0])

    def named(a, n):
        return np.sum(np.squeeze(a[n:], axis=0)[0])

    assert s2sad.value_and_grad(first, jit=False)(A, 1)[0] == first(A, 1)
    with pytest.raises(ValueError, match="axis="):
        s2sad.value_and_grad(first, jit=False)(A, 2)
    assert s2sad.value_and_grad(named, jit=False)(A, 2)[0] == named(A, 2)


def shaped_by_lists(x):
    """A shape may be a list, also one that was changed."""
    shape = list(x.shape)
    shape.insert(0, 1)
    row, rest = x.reshape(shape), np.zeros([1, len(x)])
    rest[0] = x**2
    spread = np.broadcast_to(x, [2, 3]) + np.ones(shape)
    return np.sum(row.T @ row) + np.sum(rest.T @ row) + np.sum(spread**2)


def test_a_shape_may_be_a_list():
    check_plain(shaped_by_lists, np.array([0.1, 0.2, 0.3]))
    check_compiled(shaped_by_lists, np.array([0.1, 0.2, 0.3]))
