"""Ranks of the elements of samples: whole numbers, or halves, of derivative 0."""

import numpy as np

from s2sad.known.definitions import defines, refused
from s2sad.library.axes import as_array, is_known
from s2sad.library.flat import flattened


@defines("scipy.stats.rankdata")
def rankdata(a, method="average", *, axis=None, nan_policy="propagate"):
    """The rank of each element among all, or along an axis, equal ones alike."""
    if nan_policy != "propagate":
        refused("nan_policy= is not supported", "the elements themselves")
    a = as_array(a)
    if is_known(axis) and axis is None:
        return ranked(flattened(a), method)
    else:
        return np.apply_along_axis(lambda v: ranked(v, method), axis, a)


def ranked(v, method):
    """The ranks of a vector."""
    rising = np.sort(v)
    if np.any(np.isnan(v)):
        return np.full(len(v), np.nan)
    below = np.searchsorted(rising, v) * 1.0
    if method == "min":
        return below + 1.0
    elif method == "dense":
        return np.searchsorted(np.unique(v), v) + 1.0
    elif method == "ordinal":
        ranks = np.empty(len(v))
        ranks[np.argsort(v, kind="mergesort")] = np.arange(1.0, len(v) + 1.0)
        return ranks
    upto = np.searchsorted(rising, v, side="right") * 1.0
    return upto if method == "max" else 0.5 * (below + upto + 1.0)
