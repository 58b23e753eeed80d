"""One derivative of a function for one kind of arguments: its text, and compiled."""

import functools

from s2sad.compile.numba_cpu import numba_callable
from s2sad.compile.plain import namespace, plain_callable
from s2sad.facts.kinds import kind_of_value
from s2sad.known.entry import snapshot
from s2sad.structures import (
    has_known_length,
    is_flat,
    is_nested,
    nesting,
    packed,
)


class Specialisation:
    """One derivative text, its hidden arguments, and its compiled form."""

    def __init__(self, written, hidden, jit, options, effects=None):
        self.written, self.hidden, self.effects = written, hidden, effects
        self.jit, self.options = jit, options
        self.python = functools.cache(self._python)

    def _python(self):
        return namespace(
            self.written.text, self.written.name, self.written.names, ieee=False
        )[self.written.name]

    @functools.cached_property
    def compiled(self):
        """The function as its text says: of several results a flat tuple."""
        text, name = self.written.text, self.written.name
        if self.jit:
            return numba_callable(text, name, self.options, self.written.names)
        return plain_callable(text, name, self.written.names)

    @property
    def is_whole(self):
        """Whether `entry` returns the structured result itself."""
        result = self.written.result
        return is_flat(result) or (self.jit and is_nested(result))

    @functools.cached_property
    def entry(self):
        """The function that calls go to; compiled code makes its own nested tuples."""
        result = self.written.result
        if is_flat(result) or not self.is_whole:
            return self.compiled
        text, name = self.written.text, self.written.name
        return numba_callable(
            text, name, self.options, self.written.names, nesting(result)
        )

    def is_current(self):
        """Whether what was captured is still of those kinds, and those constants."""
        is_same = all(
            _now(getter, snapshot) == value
            for getter, value in self.written.statics.values()
        ) and all(_now(item.getter, kind_of_value) == item.kind for item in self.hidden)
        return is_same and (self.effects is None or self.effects.is_current())

    @functools.cached_property
    def is_closed(self):
        """Whether nothing but the arguments says what a call gives and leaves."""
        is_own = not self.hidden and not self.written.statics and self.effects is None
        return is_own and self.is_whole

    def takes(self, arguments, leaves):
        """Whether all arguments of these types are taken as they are.

        `leaves` are what these arguments are when they are taken apart.
        """
        return (
            len(leaves) == len(arguments)
            and all(any(leaf is value for value in arguments) for leaf in leaves)
            and not self.written.is_spread
            and not has_known_length(leaves)
        )

    def call(self, leaves, seeds=()):
        """The structured result for the leaves of the arguments."""
        changes = self.changes(leaves)
        hidden = [item.getter() for item in self.hidden]
        result = self.entry(*leaves, *hidden, *seeds)
        self.store(changes)
        return result if self.is_whole else packed(self.written.result, result)

    def changes(self, leaves):
        """What the function is to leave in objects, for the leaves of the arguments."""
        return () if self.effects is None else self.effects.changes(leaves)

    def store(self, changes):
        """Put into objects what the function leaves there."""
        for place, value in changes:
            place.store(value)


def _now(getter, look):
    """What is captured now, as `look` sees it; None where it is no longer there."""
    try:
        return look(getter())
    except (LookupError, AttributeError):
        return None
