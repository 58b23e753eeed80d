"""Running sums and differences: every function in every mode."""

import numpy as np
import pytest
from derivative_checks import check_compiled, check_plain

X = np.array([1.0, -2.0, 0.5, 3.0])

CASES = {
    "cumsum": (lambda x: np.cumsum(x), X),
    "cumsum of none": (lambda x: np.cumsum(x), np.zeros(0)),
    "ptp": (lambda x: np.ptp(x), X),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case)


@pytest.mark.parametrize("word", ["cumsum", "ptp"])
def test_it_compiles(word):
    check_compiled(*CASES[word])
