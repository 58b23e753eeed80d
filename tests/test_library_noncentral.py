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


def of_tails(x, n, nc):
    """Where the series alternates: far below a large noncentrality."""
    return np.array([scipy.stats.nct.cdf(-x, n, nc), scipy.stats.nct.sf(x, n, -nc)])


def quantiles(p, n, nc):
    stats, special = scipy.stats, scipy.special
    values = [stats.ncx2.ppf(p, n, nc, 1.0, 2.0), stats.nct.ppf(p, n, nc, 1.0, 2.0)]
    return np.array([*values, special.ncfdtri(3.0, 10.0 * n, nc, p)])


def noncentralities(p, x):
    special = scipy.special
    return np.array([special.chndtrinc(x, 2.0, p), special.ncfdtrinc(1.0, 9.0, p, x)])


# Each with what it undoes: SciPy's own inverses are off by up to 3e-6.
def of_fisher(p, nc):
    return scipy.special.ncfdtr(3.0, 8.0, nc, scipy.special.ncfdtri(3.0, 8.0, nc, p))


def of_chi(p, nc):
    return scipy.special.chndtr(scipy.special.chndtrix(p, 4.0, nc), 4.0, nc)


def of_student(p, nc):
    return scipy.special.nctdtr(5.0, nc, scipy.special.nctdtrit(5.0, nc, p))


@pytest.mark.parametrize("undone", [of_fisher, of_chi, of_student])
def test_quantiles_undo_probabilities(undone):
    derivative = s2sad.value_and_grad(undone, jit=False)
    for p in (1e-3, 0.025, 0.5, 0.9, 0.999):
        for nc in (0.3, 2.0, 11.0):
            assert derivative(p, nc) == pytest.approx((p, 1.0), rel=1e-10)


def fisher_undone(nc):
    p = scipy.special.ncfdtr(3.0, 8.0, nc, 2.5)
    return scipy.special.ncfdtrinc(3.0, 8.0, p, 2.5)


def chi_undone(nc):
    return scipy.special.chndtrinc(6.0, 4.0, scipy.special.chndtr(6.0, 4.0, nc))


@pytest.mark.parametrize("undone", [fisher_undone, chi_undone])
def test_noncentralities_undo_probabilities(undone):
    derivative = s2sad.value_and_grad(undone, jit=False)
    for nc in (0.3, 2.0, 11.0):
        assert derivative(nc) == pytest.approx((nc, 1.0), rel=1e-9)


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
    "of tails": (of_tails, 0.3, 9.0, 2.3),
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


def test_a_tail_has_all_its_digits():
    """That of the integral over the chi distribution, worked out in 40 digits."""
    t, n, nc = -2.045229642132704, 29.0, 5.477225575051661
    got, _ = s2sad.jvp(
        lambda x: scipy.special.nctdtr(n, nc, x), (t,), (1.0,), jit=False
    )
    np.testing.assert_allclose(got, 1.796363333591431882e-13, rtol=1e-13)


def test_quantiles_are_those_of_scipy():
    at, along, step = np.array([0.3, 4.0, 2.3]), np.array([0.1, -1.0, 0.7]), 1e-4
    got, dots = s2sad.jvp(quantiles, tuple(at), tuple(along), jit=False)
    np.testing.assert_allclose(got, quantiles(*at), rtol=1e-10)
    ahead, behind = (quantiles(*(at + h * along)) for h in (step, -step))
    np.testing.assert_allclose(dots, (ahead - behind) / (2.0 * step), rtol=1e-6)


def test_noncentralities_leave_their_probability():
    p, x = 0.3, 7.0
    got, dots = s2sad.jvp(noncentralities, (p, x), (1.0, 0.0), jit=False)
    special = scipy.special
    left = [special.chndtr(x, 2.0, got[0]), special.ncfdtr(1.0, 9.0, got[1], x)]
    np.testing.assert_allclose(left, p, rtol=1e-13)
    back = s2sad.grad(lambda nc: special.chndtr(x, 2.0, nc), jit=False)(got[0])
    np.testing.assert_allclose(dots[0], 1.0 / back, rtol=1e-10)
