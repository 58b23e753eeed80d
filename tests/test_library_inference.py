"""Correlations, lines and tests of scipy.stats: every function in every mode."""

import numpy as np
import pytest
import scipy.stats
from derivative_checks import check_compiled, check_plain

import s2sad

RANDOM = np.random.default_rng(0)
X = RANDOM.normal(size=9)
Y = 0.5 * X + RANDOM.normal(size=9)
Z = RANDOM.normal(size=6) + 0.3
P = np.array([0.52, 0.12, 0.0001, 0.03, 0.14])


def correlations(x, y):
    r, p = scipy.stats.pearsonr(x, y)
    less = scipy.stats.pearsonr(x, y, alternative="less")
    more = scipy.stats.pearsonr(x, y, alternative="greater")[1]
    return np.array([r, p, less.statistic, less.pvalue, more])


def lines(x, y):
    line = scipy.stats.linregress(x, y)
    slope, *_, error = scipy.stats.linregress(y, x)
    return np.array(
        [
            line.slope,
            line.intercept,
            line.rvalue,
            line.pvalue,
            line.stderr,
            slope,
            error,
        ]
    )


def of_students(x, y, z):
    stats = scipy.stats
    other = stats.ttest_ind(x, z, equal_var=False, alternative="less")
    return np.array(
        [
            *stats.ttest_1samp(x, 0.3),
            *stats.ttest_rel(x, y),
            *stats.ttest_ind(x, z),
            other.statistic,
            other.pvalue,
        ]
    )


def adjusted(p):
    control = scipy.stats.false_discovery_control
    return control(p) * control(p, method="by")


CASES = {
    "correlations": (correlations, X, Y),
    "lines": (lines, X, Y),
    "of students": (of_students, X, Y, Z),
    "adjusted": (adjusted, P),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case, second=False, exact=1e-11)


def test_it_compiles():
    check_compiled(adjusted, P)


def test_what_is_refused():
    for function in (
        lambda x: scipy.stats.pearsonr(np.stack([x, x]), np.stack([x, x]))[0],
        lambda x: scipy.stats.ttest_1samp(x, 0.0, nan_policy="omit")[0],
        lambda x: scipy.stats.ttest_ind(x, x * x, trim=0.1)[0],
    ):
        with pytest.raises(s2sad.RefusalError):
            s2sad.grad(lambda x, f=function: np.sum(f(x)), jit=False)(X)
