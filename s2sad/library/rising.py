"""Where a number belongs among others that rise, as the module bisect finds it."""

import numpy as np

from s2sad.known.definitions import defines


@defines("bisect.bisect_right")
def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """The place behind all that are not greater."""
    if key is None and hi is None and lo == 0:
        return np.searchsorted(a, x, side="right")
    return halved(a, x, lo, hi, key, True)


@defines("bisect.bisect_left")
def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """The place before all that are not less."""
    if key is None and hi is None and lo == 0:
        return np.searchsorted(a, x, side="left")
    return halved(a, x, lo, hi, key, False)


def halved(a, x, lo, hi, key, is_right):
    """A place that halves of what is between two others come down to."""
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is None:
        hi = len(a)
    while lo < hi:
        middle = (lo + hi) // 2
        item = a[middle] if key is None else key(a[middle])
        is_before = not x < item if is_right else item < x
        if is_before:
            lo = middle + 1
        else:
            hi = middle
    return lo
