"""What scipy.stats has to describe samples: means, moments, scores, entropies."""

import numpy as np

from s2sad.known.definitions import defines, refused
from s2sad.library.axes import (
    as_array,
    axes_of,
    converted,
    count_of,
    real,
    restored,
)
from s2sad.library.flat import flattened
from s2sad.library.special_entropy import entr, rel_entr
from s2sad.library.sums import summed


def as_sample(a):
    """Numbers as floats."""
    a = as_array(a)
    return converted(a, real(a))


def refuse_policy(nan_policy):
    """Refuse what leaves out elements, or raises where there are some."""
    if nan_policy != "propagate":
        refused('only nan_policy="propagate" is supported', "the elements themselves")


def centred(a, axes):
    """The distances from the mean over some axes."""
    return a - np.mean(a, axes, keepdims=True)


@defines("scipy.stats.gmean")
def gmean(a, axis=0, dtype=None, weights=None, *, nan_policy="propagate"):
    """The geometric mean over an axis."""
    refuse_policy(nan_policy)
    a = converted(as_sample(a), dtype)
    return np.exp(np.average(np.log(a), axis, weights))


@defines("scipy.stats.hmean")
def hmean(a, axis=0, dtype=None, *, weights=None, nan_policy="propagate"):
    """The harmonic mean over an axis."""
    refuse_policy(nan_policy)
    a = converted(as_sample(a), dtype)
    return 1.0 / np.average(1.0 / a, axis, weights)


@defines("scipy.stats.pmean")
def pmean(a, p, *, axis=0, dtype=None, weights=None, nan_policy="propagate"):
    """The mean of powers over an axis, to the inverse power."""
    refuse_policy(nan_policy)
    a = converted(as_sample(a), dtype)
    if p == 0:
        return gmean(a, axis, weights=weights)
    else:
        return np.average(a**p, axis, weights) ** (1.0 / p)


@defines("scipy.stats.moment")
def moment(a, order=1, axis=0, nan_policy="propagate", *, center=None, keepdims=False):
    """The mean of a power of the distances from the mean, or from a number."""
    refuse_policy(nan_policy)
    a = as_sample(a)
    axes = axes_of(a, axis)
    distances = centred(a, axes) if center is None else a - center
    return np.mean(distances**order, axis, keepdims=keepdims)


def moment_of(a, order, axes):
    """The mean of a power of the distances from the mean over some axes."""
    return summed(centred(a, axes) ** order, axes) / count_of(a, axes)


@defines("scipy.stats.skew")
def skew(a, axis=0, bias=True, nan_policy="propagate", *, keepdims=False):
    """How far a sample leans to one side, over an axis."""
    refuse_policy(nan_policy)
    a = as_sample(a)
    axes = axes_of(a, axis)
    n = count_of(a, axes)
    ratio = moment_of(a, 3, axes) / moment_of(a, 2, axes) ** 1.5
    if not bias:
        ratio = ratio * (np.sqrt((n - 1.0) * n) / (n - 2.0))
    return restored(ratio, axes, keepdims)


@defines("scipy.stats.kurtosis")
def kurtosis(
    a, axis=0, fisher=True, bias=True, nan_policy="propagate", *, keepdims=False
):
    """How heavy the tails of a sample are, over an axis."""
    refuse_policy(nan_policy)
    a = as_sample(a)
    axes = axes_of(a, axis)
    n = count_of(a, axes)
    ratio = moment_of(a, 4, axes) / moment_of(a, 2, axes) ** 2
    if not bias:
        factor = 1.0 / ((n - 2.0) * (n - 3.0))
        ratio = factor * ((n**2 - 1.0) * ratio - 3.0 * (n - 1.0) ** 2) + 3.0
    return restored(ratio - 3.0 if fisher else ratio, axes, keepdims)


@defines("scipy.stats.sem")
def sem(a, axis=0, ddof=1, nan_policy="propagate", *, keepdims=False):
    """The standard error of the mean over an axis."""
    refuse_policy(nan_policy)
    a = as_sample(a)
    deviation = np.std(a, axis, ddof=ddof, keepdims=keepdims)
    return deviation / np.sqrt(count_of(a, axes_of(a, axis)))


@defines("scipy.stats.variation")
def variation(a, axis=0, nan_policy="propagate", ddof=0, *, keepdims=False):
    """The standard deviation as a part of the mean, over an axis."""
    refuse_policy(nan_policy)
    a = as_sample(a)
    means = np.mean(a, axis, keepdims=keepdims)
    return np.std(a, axis, ddof=ddof, keepdims=keepdims) / means


@defines("scipy.stats.zscore")
def zscore(a, axis=0, ddof=0, nan_policy="propagate"):
    """The distances from the mean, in standard deviations."""
    return zmap(a, a, axis, ddof, nan_policy)


@defines("scipy.stats.zmap")
def zmap(scores, compare, axis=0, ddof=0, nan_policy="propagate"):
    """The distances from the mean of others, in their standard deviations."""
    refuse_policy(nan_policy)
    a, other = as_sample(scores), as_sample(compare)
    axes = axes_of(other, axis)
    deviations = np.std(other, axes, ddof=ddof, keepdims=True)
    return (a - np.mean(other, axes, keepdims=True)) / deviations


@defines("scipy.stats.gzscore")
def gzscore(a, *, axis=0, ddof=0, nan_policy="propagate"):
    """The scores of the logarithms."""
    return zmap(np.log(as_sample(a)), np.log(as_sample(a)), axis, ddof, nan_policy)


@defines("scipy.stats.gstd")
def gstd(a, axis=0, ddof=1, *, keepdims=False, nan_policy="propagate"):
    """The geometric standard deviation over an axis."""
    refuse_policy(nan_policy)
    a = as_sample(a)
    return np.exp(np.std(np.log(a), axis, ddof=ddof, keepdims=keepdims))


@defines("scipy.stats.entropy")
def entropy(pk, qk=None, base=None, axis=0, *, nan_policy="propagate", keepdims=False):
    """The entropy of probabilities, or how far they are from others."""
    refuse_policy(nan_policy)
    p = parts_of_one(as_sample(pk), axis)
    terms = entr(p) if qk is None else rel_entr(p, parts_of_one(as_sample(qk), axis))
    found = np.sum(terms, axis, keepdims=keepdims)
    return found if base is None else found / np.log(base)


def parts_of_one(p, axis):
    """Numbers that are made to add up to 1 over an axis."""
    return p / np.sum(p, axis, keepdims=True)


@defines("scipy.stats.iqr")
def iqr(x, axis=None, rng=(25, 75), *, keepdims=False):
    """How far the quartiles are apart."""
    low, high = rng
    upper = np.percentile(x, high, axis, keepdims=keepdims)
    return upper - np.percentile(x, low, axis, keepdims=keepdims)


@defines("scipy.stats.median_abs_deviation")
def median_abs_deviation(x, axis=0, scale=1.0, nan_policy="propagate"):
    """The median of the distances from the median."""
    if nan_policy == "omit":
        return without_nan(as_sample(x), axis) / unit_of(scale)
    refuse_policy(nan_policy)
    a = as_sample(x)
    if axis is None:
        distances = np.abs(a - np.median(a))
    else:
        distances = np.abs(a - np.median(a, axis, keepdims=True))
    return np.median(distances, axis) / unit_of(scale)


def without_nan(a, axis):
    """The median of the distances from the median, of the elements that are not nan."""
    if axis is None:
        return np.nanmedian(np.abs(a - np.nanmedian(a)))
    else:
        return np.nanmedian(np.abs(a - np.nanmedian(a, axis, keepdims=True)), axis)


def unit_of(scale):
    """What deviations are counted in: of a normal distribution its own."""
    return 0.6744897501960817 if scale == "normal" else scale


@defines("scipy.stats.trim_mean")
def trim_mean(a, proportiontocut, axis=0):
    """The mean of the sorted elements without some at both ends."""
    a = as_sample(a)
    a = flattened(a) if axis is None else a
    if a.ndim != 1:
        refused("the trimmed mean of an array of more axes", "a loop over the vectors")
    cut = int(proportiontocut * len(a))
    if 2 * cut >= len(a):
        raise ValueError("proportion too big")
    return np.mean(np.sort(a)[cut : len(a) - cut])
