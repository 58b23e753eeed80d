"""Distributions with a noncentrality, and discrete ones: SciPy's values, every mode."""

import numpy as np
import pytest
import scipy.special
import scipy.stats
from derivative_checks import check_compiled, check_plain

import s2sad

COUNTS = np.array([0.0, 3.0, 2.0, 7.0, 2.5, -1.0, 8.0, 9.0])
X = np.array([75.0, -0.3])


def of_squares(x, n, nc):
    stats, special = scipy.stats, scipy.special
    values = [stats.ncx2.cdf(x, n, nc), stats.ncx2.sf(9.0 * x, n, nc, 1.0, 2.0)]
    values += [stats.ncf.cdf(x, n, 5.0, nc), stats.ncf.sf(x, n, 5.0, nc)]
    values += [special.chndtr(x, n, nc), special.ncfdtr(n, 5.0, nc, x)]
    return np.array(values)


def of_students(x, n, nc):
    stats = scipy.stats
    values = [stats.nct.cdf(x, n, nc), stats.nct.sf(x, n, nc), stats.nct.sf(-x, n, nc)]
    return np.array([*values, stats.nct.cdf(-x, n, nc), scipy.special.nctdtr(n, nc, x)])


def counted(mean, p):
    stats = scipy.stats
    return np.stack(
        [
            stats.poisson.pmf(COUNTS, mean),
            stats.poisson.cdf(COUNTS, mean),
            stats.poisson.sf(COUNTS, mean, 1),
            stats.binom.pmf(COUNTS, 8, p),
            stats.binom.cdf(COUNTS, 8, p),
            stats.binom.sf(COUNTS, 8, p),
        ]
    )


def uniform(x, loc, scale):
    stats = scipy.stats
    values = [stats.uniform.pdf(x, loc, scale), stats.uniform.cdf(x, loc, scale)]
    values += [stats.uniform.sf(x, loc, scale), stats.uniform.ppf(x / 9.0, loc, scale)]
    return np.array([*values, stats.f.isf(x / 9.0, 3.0, 4.0 * scale)])


CASES = {
    "of squares": (of_squares, 1.3, 4.0, 2.3),
    "of students": (of_students, 1.3, 4.0, 2.3),
    "of a negative noncentrality": (of_students, 0.7, 9.0, -1.1),
    "of an array": (lambda x, nc: scipy.stats.ncx2.cdf(x, 4.0, nc), X, 80.0),
    "counted": (counted, 2.3, 0.31),
    "uniform": (uniform, 1.3, 0.31, 3.1),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case, second=False, exact=1e-10)


def test_it_compiles():
    check_compiled(*CASES["of an array"], exact=1e-10)


def test_the_noncentrality_may_be_0():
    slope = s2sad.grad(lambda nc: scipy.stats.ncx2.cdf(3.0, 4.0, nc), jit=False)(0.0)
    expected = (scipy.stats.chi2.cdf(3.0, 6.0) - scipy.stats.chi2.cdf(3.0, 4.0)) / 2.0
    np.testing.assert_allclose(slope, expected, rtol=1e-12)
