"""Calls that only ask for, or rearrange, what is known before the function runs."""

from s2sad.called.combined import combined
from s2sad.called.decided import decided
from s2sad.called.parts import made
from s2sad.called.spoken import spoken
from s2sad.known.comparable import has_hash


def known_now(frame, target, arguments, keywords, node):
    """The value of such a call, or None."""
    if not has_hash(target):
        return None  # an object that no table has
    for work in (decided, made, combined, spoken):
        value = work(frame, target, arguments, keywords, node)
        if value is not None:
            return value
    return None
