"""Roots between two places: their derivatives are those of what they solve."""

import pytest
import scipy.optimize
from derivative_checks import check_compiled, check_plain

import s2sad


def cubic(a, c):
    return scipy.optimize.brentq(lambda x: x**3 - a * x - c, 1.0, 5.0)


def square(x, a):
    return x * x - a


def rooted(a):
    return 2.0 * scipy.optimize.bisect(square, 0.0, 10.0, args=(a,))


def caught(a):
    try:
        found = scipy.optimize.brenth(square, 3.0, 4.0, args=(a,))
    except ValueError:
        found = a * a
    return found * a


def jumping(a):
    return scipy.optimize.brentq(lambda x: 1.0 if x > a else -1.0, 0.0, 3.0)


CASES = {
    "captured": (cubic, 1.3, 2.2),
    "given": (rooted, 2.0),
    "found": (caught, 10.0),
    "not found": (caught, 2.0),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case, second=case[0] is not caught)


def test_it_compiles():
    check_compiled(cubic, 1.3, 2.2)


def test_a_jump_is_no_root():
    with pytest.raises(NotImplementedError, match="jumps, or is flat"):
        s2sad.grad(jumping, jit=False)(1.3)
