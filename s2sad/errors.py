"""Every refusal of s2sad: what is not supported, where, what to write instead."""

import functools
import os

# How the messages begin that generated text raises in a branch that was refused.
REFUSED = "not differentiated: "


class S2SADError(Exception):
    """The family of all errors that s2sad raises itself."""


class SourceError(S2SADError):
    """The source of a function can't be found or read."""


def no_source(function):
    """The error for a callable that is no Python function."""
    return SourceError(
        f"{function!r} is not a Python function, so it has no source to "
        "differentiate; wrap it in one, or give it a rule with @s2sad.rule"
    )


def refusing_depth(work):
    """The function, which refuses what nests deeper than Python goes."""

    @functools.wraps(work)
    def guarded(*arguments, **keywords):
        try:
            return work(*arguments, **keywords)
        except (IndentationError, RecursionError, MemoryError):
            what = "expressions or branches nest too deeply for Python"
            instead = "sums in several statements, tables in loops"
            raise RefusalError(what, instead) from None

    return guarded


class UsageError(S2SADError, TypeError):
    """A derivative was asked for, or called, in a way that has no meaning."""


class RefusalError(S2SADError):
    """A construct that s2sad does not differentiate, with its place and a rewrite.

    `raised` is the exception that Python raises there, where it always does.
    """

    def __init__(self, what, instead=None, place=None, raised=None):
        super().__init__(what, instead, place)
        self.what = what
        self.instead = instead
        self.place = place
        self.raised = raised

    def at(self, place):
        """This refusal, located: the innermost place that is known stays."""
        if self.place:
            return self
        return type(self)(self.what, self.instead, place, self.raised)

    def when_reached(self, asked):
        """What generated text says that comes to this construct after all.

        In the text of a library function the first name in `asked` says more than a
        line.
        """
        where = ""
        if self.place and self.place.is_in_library:
            where = f"in {asked[0]}: " if asked else ""
        elif self.place:
            name = os.path.basename(self.place.file)
            where = f"{name}:{self.place.line}:{self.place.column + 1}: "
        return f"{REFUSED}{where}{self.what}"

    def __str__(self):
        lines = [self.what]
        if self.place:
            lines = [f"{self.place}: {self.what}", *self.place.caret_lines()]
        if self.instead:
            lines.append(f"Instead: {self.instead}")
        return "\n".join(lines)


class ReachedError(S2SADError, NotImplementedError):
    """Generated text reached a branch that holds a construct s2sad does not support."""
