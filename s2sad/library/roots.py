"""Roots of functions between two places, by halves, and two steps of Newton's.

What these steps give depends on what the function depends on as the root does: the
derivatives of what the halving found go, with the value of the function there.
"""

import sys

from s2sad.facts.values import Static, tuple_record
from s2sad.known.definitions import defines, refused
from s2sad.library.axes import known


@known
def with_slope(frame, arguments, keywords, node):
    """The value of a function of a number there, and its derivative."""
    function, x = arguments
    jvp = sys.modules["s2sad"].jvp
    seeds = [function, tuple_record([x]), tuple_record([Static(1.0)])]
    return frame.applications.apply(Static(jvp), seeds, {}, node)


@defines(
    "scipy.optimize.brentq",
    "scipy.optimize.brenth",
    "scipy.optimize.bisect",
    "scipy.optimize.ridder",
    "scipy.optimize.toms748",
)
def root_between(
    f, a, b, args=(), xtol=2e-12, rtol=1e-15, maxiter=100, full_output=False, disp=True
):
    """A place between two others where a function is 0."""
    if full_output:
        refused("full_output= of a root is not supported", "the root alone")
    return polished(lambda x: f(x, *args), a * 1.0, b * 1.0)


def polished(f, low, high):
    """The place, to the last digits."""
    x = halved(f, low, high)
    for _ in range(2):
        value, slope = with_slope(f, x)
        step = value / slope
        if not abs(step) <= 1e-6 * (1.0 + abs(x)):
            refused("a root where the function jumps, or is flat, has no derivative")
        x = x - step
    return x


def halved(f, low, high):
    """The middle of what is left when an interval with a change of sign is halved."""
    start, end = f(low), f(high)
    if start == 0.0:
        return low
    if end == 0.0:
        return high
    if (start > 0.0) == (end > 0.0):
        raise ValueError("f(a) and f(b) must have different signs")
    for _ in range(2000):
        middle = 0.5 * (low + high)
        value = f(middle)
        if value == 0.0 or middle in (low, high):
            return middle
        if (value > 0.0) == (start > 0.0):
            low = middle
        else:
            high = middle
        if abs(high - low) <= 4e-16 * abs(middle):
            return middle
    return 0.5 * (low + high)
