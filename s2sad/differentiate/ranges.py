"""Ranges walked back."""

from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted
from s2sad.syntax.fold import negated


def reversed_bounds(bounds, count):
    """The bounds of `range(*bounds)` walked back, or of its first `count` numbers."""
    start = bounds[0] if len(bounds) > 1 else build.constant(0)
    stop = bounds[1] if len(bounds) > 1 else bounds[0]
    step = bounds[2] if len(bounds) > 2 else build.constant(1)
    number = number_of(step)
    if count is None and number in (1, -1):
        back, last = shifted(stop, -number), shifted(start, -number)
        if number == 1:
            return [back, last, build.constant(-1)]
        return [last] if number_of(back) == 0 else [back, last]
    if count is None:
        count = build.call("len", build.call("range", *bounds))
    last = shifted(count, -1)
    if number != 1:
        last = build.binary(last, "*", step)
    if number_of(start) != 0:
        last = build.binary(start, "+", last)
    if number is None:
        return [last, build.binary(start, "-", step), negated(step)]
    return [last, shifted(start, -number), build.constant(-number)]
