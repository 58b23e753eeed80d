"""Loops of a few trips of which something is refused, until they are written out.

for axis in range(2):                   becomes     total += np.sum(x, 0)
    total += np.sum(x, axis)                        total += np.sum(x, 1)

A loop stays one where it can. Where a trip is not supported because it is not known
which one it is, its function is specialised anew, the trips one after the other; and
once more, as it was at first, if that is refused as well.
"""

from typing import Any

from s2sad.called.parts import FEW
from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind
from s2sad.known.constants import known_place
from s2sad.syntax import build


class WrittenOut(Exception):
    """A loop is to be written out, or is not: its function is specialised anew."""


class Trips:
    """Decides of the loops of one function whether they are written out.

    `around` are the loops around that are.
    """

    def __init__(self, frame):
        self.frame, self.around = frame, ()

    def specialise(self, node, trips, looped, unrolled):
        """A loop, by one of two functions; `trips` are its items, or None."""
        place = build.origin(node)
        key = self.frame.key, place, self.around
        decided = self.frame.unit.written_out
        is_open = trips is not None and len(trips) <= FEW and decided.get(key, True)
        if not is_open or self.frame.source.is_definition:
            looped()
            return
        if self.is_refused(unrolled if key in decided else looped, key, place):
            decided[key] = key not in decided
            raise WrittenOut

    def is_refused(self, specialise, key, place):
        """Whether something is not supported in a loop, as it is specialised."""
        refusals, around = len(self.frame.refusals), self.around
        if key in self.frame.unit.written_out:
            self.around = (*around, place)
        try:
            specialise()
        except (RefusalError, NoKind):
            return True
        finally:
            self.around = around
        return len(self.frame.refusals) > refusals


def counted_trips(frame, values):
    """The range of a loop whose bounds are known; else None."""
    known = [known_place(frame, value) for value in values]
    numbers: Any = [getattr(value, "value", None) for value in known]
    if not all(type(number) is int for number in numbers) or 0 in numbers[2:]:
        return None
    return range(*numbers)
