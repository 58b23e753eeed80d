"""What a function writes into objects is kept: a function of its own computes it.

A derivative leaves out what it does not need, and this function leaves out all else:
of a counter it is one addition.
"""

from s2sad.errors import UsageError
from s2sad.facts.written import written_parameters
from s2sad.specialisation import Specialisation
from s2sad.specialise.unit import Unit
from s2sad.structures import copied, packed
from s2sad.writers.modes import write
from s2sad.writers.request import Request


class Effects:
    """What a function writes into objects, for one kind of arguments."""

    def __init__(self, found, places, writes):
        self.found, self.places, self.writes = found, places, writes

    def is_current(self):
        return self.found.is_current()

    def changes(self, leaves):
        """[(place, value)] for the leaves of the arguments, which stay as they are."""
        hidden = [item.getter() for item in self.found.hidden]
        if self.writes:
            leaves, hidden = copied(list(leaves)), copied(hidden)
        result = self.found.compiled(*leaves, *hidden)
        _, *values = packed(self.found.written.result, result)
        return list(zip(self.places, values))


def effects_of(made, unit, values):
    """The Effects of the function of a derivative that was read in a unit, or None."""
    if not unit.attributes.changes:
        return None
    keeping = Unit(style=made.style, keeps=True)
    plain, _ = made.of_function(keeping, values)
    if not plain.places:
        return None
    check_effects(made, plain)
    written = write(keeping, plain, Request("value"))
    found = Specialisation(written, plain.hidden, made.jit, made.options)
    return Effects(found, plain.places, bool(written_parameters(plain)))


def check_effects(made, effects):
    """A map over rows keeps no effects: of which row would they be?"""
    if effects is not None and made.request.mode == "vmap":
        what = "vmap takes functions that write into no object"
        raise UsageError(f"{made.name}: {what}")
