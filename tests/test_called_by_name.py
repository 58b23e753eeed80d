"""Functions of NumPy given their arguments by name, and told how memory is laid out."""

import numpy as np
import pytest
from derivative_checks import check_plain

import s2sad

X = np.array([1.2, 0.7, 1.9])


def columns_first(x):
    a = np.zeros((2, 3), order="F")
    for i in range(2):
        for j in range(3):
            a[i, j] = x[j] * i
    return a.sum(axis=0)


def by_place(x):
    a = np.empty((2, 3), np.float64, "F")
    a[0] = x
    a[1] = x * 2.0
    return a.ravel()


def like_another(x):
    a = np.zeros_like(x, order="C", dtype=float)
    b = np.empty_like(x, subok=False)
    a[0], b[:] = x[1], x
    return a * b


def of_one_number(x):
    return np.full(shape=(2, 2), fill_value=x[0], order="F") * x[1]


def of_an_array(x):
    return np.array([x, x], order="F", copy=True) * np.asfortranarray([x, x * x])


def rounded(x):
    return np.round(x, decimals=1) * x + np.around(a=x[0], decimals=0) * x


def several(x):
    low = np.clip(a=x, a_min=0.8, a_max=1.5)
    between = np.interp(x=x[0], xp=np.array([0.0, 1.0, 2.0]), fp=x)
    return np.dot(a=low, b=x) + between + np.cumsum(a=x)[1] + np.sum(a=x)


def evenly(x):
    return np.linspace(start=x[0], stop=x[1], num=4) * np.zeros(shape=4, dtype="float")


@pytest.mark.parametrize(
    "program",
    [
        columns_first,
        by_place,
        like_another,
        of_one_number,
        of_an_array,
        rounded,
        several,
        evenly,
    ],
)
def test_it_is_what_numpy_does(program):
    check_plain(program, X)


def test_an_array_that_may_be_a_copy_is_not_written():
    def f(x):
        a = np.array([x, x])
        b = np.asarray(a, order="F")
        b[0, 0] = 5.0
        return np.sum(a * b)

    with pytest.raises(s2sad.RefusalError, match="may share its memory"):
        s2sad.grad(f)(X)


def test_the_text_has_them_by_place():
    text = s2sad.source(s2sad.grad(lambda x: np.sum(rounded(x))), X)
    assert "decimals" not in text
