"""What scipy.stats has to describe samples: every function in every mode."""

import numpy as np
import pytest
import scipy.stats
from derivative_checks import check_compiled, check_plain

import s2sad

RANDOM = np.random.default_rng(0)
X = RANDOM.uniform(0.5, 3.0, size=7)
W = RANDOM.uniform(0.5, 1.0, size=7)
A = RANDOM.uniform(0.5, 3.0, size=(4, 3))


def means(x, w):
    """One number of each mean, and of what has an option."""
    stats = scipy.stats
    return np.array(
        [
            stats.gmean(x),
            stats.gmean(x, weights=w),
            stats.hmean(x),
            stats.pmean(x, 2.5),
            stats.pmean(x, 0),
            stats.trim_mean(x, 0.2),
            stats.gstd(x),
            stats.sem(x, ddof=0),
            stats.variation(x, ddof=1),
            stats.moment(x, 3),
        ]
    )


def moments(x, w):
    stats = scipy.stats
    return np.array(
        [
            stats.skew(x, bias=False),
            stats.kurtosis(x, bias=False, fisher=False),
            stats.entropy(x),
            stats.entropy(x, w, base=2),
            stats.iqr(x),
            stats.median_abs_deviation(x, scale="normal"),
        ]
    )


def of_columns(a):
    stats = scipy.stats
    return np.stack(
        [
            stats.gmean(a),
            stats.skew(a),
            stats.kurtosis(a),
            stats.sem(a),
            stats.entropy(a),
            stats.iqr(a, axis=0, rng=(10, 80)),
            stats.median_abs_deviation(a),
        ]
    )


CASES = {
    "means": (means, X, W),
    "moments": (moments, X, W),
    "of columns": (of_columns, A),
    "scores": (lambda a: scipy.stats.zscore(a, axis=1, ddof=1), A),
    "scores of all": (lambda a: scipy.stats.gzscore(a, axis=None), A),
    "scores by others": (lambda x, w: scipy.stats.zmap(x, w), X, W),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_right_in_every_mode(case):
    check_plain(*case, second=False)


def test_it_compiles():
    check_compiled(*CASES["moments"])


def test_what_leaves_out_nan_is_refused():
    with pytest.raises(s2sad.RefusalError, match="nan_policy"):
        s2sad.grad(lambda x: scipy.stats.gmean(x, nan_policy="omit"))(X)
