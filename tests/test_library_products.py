"""Sums of products: every function in every mode, and as Numba compiles it."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

import s2sad

RANDOM = np.random.default_rng(0)


def some(*shape):
    return RANDOM.normal(size=shape)


def einsum(subscripts):
    takes = {
        1: lambda a: np.einsum(subscripts, a),
        2: lambda a, b: np.einsum(subscripts, a, b),
        3: lambda a, b, c: np.einsum(subscripts, a, b, c),
        4: lambda a, b, c, d: np.einsum(subscripts, a, b, c, d, optimize=True),
    }
    return takes[subscripts.count(",") + 1]


INTEGERS = np.array([[1, 2], [3, 4]])
SINGLE = np.array([0.5, -0.3], np.float32)


def spread_product(x, b):
    """The only element of a product is added to several, backwards and forwards."""
    v = np.zeros(len(x) + 2)
    v[::-1] += b @ (x * x)
    v[:] += np.dot(x, b)
    return v


EINSUMS = {
    "ij,jk": [(2, 3), (3, 4)],
    "ij,jk->ki": [(2, 3), (3, 4)],
    "ji,kj->ik": [(3, 2), (4, 3)],
    "ij,j->i": [(2, 3), (3,)],
    "bij,bjk->bik": [(2, 2, 3), (2, 3, 4)],
    "ii": [(3, 3)],
    "ii->i": [(3, 3)],
    "ij->ji": [(2, 3)],
    "ba": [(2, 3)],
    "i,j": [(2,), (3,)],
    "i,i->": [(3,), (3,)],
    "ijk->k": [(2, 3, 2)],
    "a,ab,b": [(2,), (2, 3), (3,)],
    "ab,bc,cd,de": [(2, 2), (2, 2), (2, 2), (2, 2)],
    "iij,j->i": [(2, 2, 3), (3,)],
    "il,lo,o->oi": [(2, 3), (3, 2), (2,)],
    "...ij,...jk->...ik": [(2, 2, 3), (2, 3, 2)],
    "...i,i": [(2, 2, 3), (3,)],
    "xi,xj -> ij": [(2, 2), (2, 3)],
}

CASES = {
    **{f"einsum {s}": (einsum(s), *(some(*n) for n in v)) for s, v in EINSUMS.items()},
    "einsum of an axis of one": (einsum("ij,jk->ik"), some(2, 1), some(3, 4)),
    "einsum of none": (einsum("ij,jk->ik"), some(2, 0), some(0, 2)),
    "einsum of a transpose": (einsum("bij,bj->bi"), some(3, 2, 2).T, some(2, 3)),
    "tensordot": (lambda a, b: np.tensordot(a, b), some(2, 3, 2), some(3, 2, 2)),
    "tensordot 1": (lambda a, b: np.tensordot(a, b, 1), some(2, 3), some(3, 2, 2)),
    "tensordot 0": (lambda a, b: np.tensordot(a, b, axes=0), some(2), some(2, 2)),
    "tensordot of pairs": (
        lambda a, b: np.tensordot(a, b, axes=([0, -1], [1, 0])),
        some(2, 3, 4),
        some(4, 2, 2),
    ),
    "tensordot of one pair": (
        lambda a, b: np.tensordot(a, b, axes=(0, 1)),
        some(2, 3),
        some(4, 2),
    ),
    "inner of vectors": (lambda a, b: np.inner(a, b), some(3), some(3)),
    "inner of matrices": (lambda a, b: np.inner(a, b), some(2, 3), some(4, 3)),
    "inner of more": (lambda a, b: np.inner(a, b), some(2, 2, 3), some(4, 3)),
    "inner with a number": (lambda a, b: np.inner(a, b), some(2, 3), 2.0),
    "dot of 3 and 2 axes": (lambda a, b: np.dot(a, b), some(2, 2, 3), some(3, 2)),
    "dot of 3 and 3 axes": (lambda a, b: np.dot(a, b), some(2, 2, 3), some(2, 3, 2)),
    "dot as a method": (lambda a, b: a.dot(b), some(3), some(2, 3, 2)),
    "dot with a number": (lambda a, b: np.dot(a, b), some(3), 2.0),
    "@ of stacks": (lambda a, b: a @ b, some(2, 2, 3), some(2, 3, 2)),
    "@ of a stack and a matrix": (lambda a, b: a @ b, some(2, 2, 3), some(3, 2)),
    "@ of a stack and a vector": (lambda a, b: a @ b, some(2, 2, 3), some(3)),
    "@ of a vector and a stack": (lambda a, b: a @ b, some(3), some(2, 3, 2)),
    "@ of 4 and 3 axes": (lambda a, b: a @ b, some(2, 2, 2, 3), some(2, 3, 2)),
    "@ of a stack of one": (lambda a, b: a @ b, some(1, 2, 3), some(2, 3, 2)),
    "@ with integers": (lambda x: INTEGERS @ x, some(2)),
    "matmul": (lambda a, b: np.matmul(a, b), some(2, 3), some(3, 2)),
    "dot with integers": (lambda x: np.dot(x, INTEGERS), some(2)),
    "outer with integers": (lambda x: np.outer(INTEGERS[0], x), some(2)),
    "outer with others": (lambda x: np.outer(SINGLE, x * np.outer(x, SINGLE)), some(2)),
    "@ of one element": (spread_product, some(1), some(1, 1)),
    "vdot": (lambda a, b: np.vdot(a, b), some(3, 2), some(3, 2)),
    "vecdot": (lambda a, b: np.vecdot(a, b), some(3, 2), some(3, 2)),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize(
    "word",
    [
        "einsum ij,jk->ki",
        "einsum bij,bjk->bik",
        "einsum ii->i",
        "einsum il,lo,o->oi",
        "@ of a stack of one",
        "@ with integers",
        "outer with others",
        "dot of 3 and 3 axes",
    ],
)
def test_it_compiles(word):
    check_compiled(*CASES[word])


def test_of_whole_arrays_one_element_is_a_vector_on_the_way_back():
    squares = lambda x, b: np.sum(spread_product(x, b) ** 2)  # noqa: E731
    x, b = some(1), some(1, 1)
    found = s2sad.grad(squares, argnums=(0, 1), jit=False, style="arrays")(x, b)
    for one, other in zip(found, s2sad.grad(squares, argnums=(0, 1), jit=False)(x, b)):
        np.testing.assert_allclose(one, other, rtol=1e-14)


def test_a_product_of_matrices_is_written_as_one():
    text = s2sad.source(
        s2sad.grad(lambda a, b: np.sum(np.einsum("ij,kj->ik", a, b)), style="arrays"),
        some(2, 3),
        some(2, 3),
    )
    assert "a @ b.T" in text
    assert "for " not in text


def test_integers_and_single_precision_stay():
    def f(x):
        return x * np.sum(INTEGERS @ INTEGERS)

    assert s2sad.value_and_grad(f, jit=False)(1.0) == (54.0, 54.0)
    single = np.ones((2, 2, 2), np.float32)
    value, _ = s2sad.vjp(lambda a: a @ a, single, jit=False)
    assert value.dtype == np.float32


def test_different_lengths_are_an_error():
    function = s2sad.grad(lambda a, b: np.einsum("ij,ij", a, b), jit=False)
    with pytest.raises(ValueError, match="different shapes"):
        function(some(2, 3), some(3, 3))


@pytest.mark.parametrize(
    "function, said",
    [
        (lambda a: np.einsum("ij", a), "the subscripts ij of an array of rank 1"),
        (lambda a: np.einsum("i->k", a), "the output k"),
        (lambda a: np.einsum("i,i", a), "2 subscripts and 1 operands"),
        (lambda a: np.einsum(a, [0]), "the subscripts of einsum"),
        (lambda a: np.tensordot(a, a, 2), "an axis that is not there"),
        (lambda a: np.sum(a @ a[0]), "@ of a number"),
    ],
)
def test_it_refuses(function, said):
    with pytest.raises(s2sad.RefusalError) as error:
        s2sad.grad(function)(some(3))
    assert said in str(error.value)
