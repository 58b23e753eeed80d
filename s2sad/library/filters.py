"""Linear filters of scipy.signal: recurrences along an axis."""

import numpy as np

from s2sad.known.definitions import defines, refused
from s2sad.library.axes import as_array, axes_of
from s2sad.library.inverses import as_floats
from s2sad.library.lines import each_line
from s2sad.library.parts import kind_of_all


def filtered(b, a, x):
    """What a filter makes of one signal."""
    y = np.empty(len(x), kind_of_all((b, a, x)))
    for n in range(len(x)):
        total = 0.0
        for k in range(min(len(b), n + 1)):
            total += b[k] * x[n - k]
        for k in range(1, min(len(a), n + 1)):
            total -= a[k] * y[n - k]
        y[n] = total / a[0]
    return y


@defines("scipy.signal.lfilter")
def lfilter(b, a, x, axis=-1, zi=None):
    """What a filter makes of signals: b weighs what goes in, a what has come out."""
    if zi is not None:
        refused("lfilter with a state to begin from is not supported", "a loop")
    b, a, x = np.atleast_1d(b), np.atleast_1d(a), as_floats(as_array(x))
    b, a = as_floats(b), as_floats(a)
    along = axes_of(x, axis)[0]
    return each_line(lambda v: filtered(b, a, v), x, along, kind_of_all((b, a, x)))
