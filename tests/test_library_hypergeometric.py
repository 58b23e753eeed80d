"""Gauss's hypergeometric function: SciPy's values, every mode, refused elsewhere."""

import numpy as np
import pytest
import scipy.special
from derivative_checks import check_compiled, check_plain

import s2sad

CASES = {
    "small": (1.3, 2.2, 3.1, 0.4),
    "negative": (6.0, 0.8, 2.3, -36.0),
    "an end": (-2.0, 0.7, 1.9, 0.2),
    "an end of the other": (0.8, -3.0, 2.3, -0.5),
}


def hypergeometric(a, b, c, z):
    return scipy.special.hyp2f1(a, b, c, z)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(hypergeometric, *case, second=False)


def test_it_compiles():
    check_compiled(hypergeometric, 1.3, 2.2, 3.1, 0.4)


@pytest.mark.parametrize(
    "case", [(50.0, 49.0, 51.0, 0.36), (30.0, -2.5, 4.5, 0.97), (0.5, 0.3, 2.0, 1.0)]
)
def test_values(case):
    value, _ = s2sad.value_and_grad(hypergeometric, jit=False)(*case)
    np.testing.assert_allclose(value, scipy.special.hyp2f1(*case), rtol=1e-12)


@pytest.mark.parametrize("case", [(1.3, 2.2, -1.0, 0.4), (1.0, 2.0, 3.0, 1.5)])
def test_what_is_refused_when_it_is_reached(case):
    with pytest.raises(NotImplementedError, match="hyp2f1"):
        s2sad.grad(hypergeometric, jit=False)(*case)
