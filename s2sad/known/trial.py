"""What is specialised only to see what comes of it, and is undone."""

import contextlib

from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind


class Trial:
    """The state of a frame, to which it can go back.

    The names of what was found outside stay taken: these stay arguments.
    """

    def __init__(self, frame):
        self.frame, self.state = frame, frame.state
        self.taken = frame.fresh.state
        frame.state = frame.copied()

    def undo(self):
        """The frame as it was."""
        found = {hidden.name for hidden in self.frame.hidden.values()}
        self.frame.state, self.frame.fresh.state = self.state, self.taken
        self.frame.fresh.taken |= found


def tried(frame, evaluate):
    """What an evaluation gives, without what it does, learns, and names."""
    trial = Trial(frame)
    try:
        return frame.aside(evaluate)[0]
    finally:
        trial.undo()


def at_once(frame, evaluate):
    """What an evaluation gives that takes no statements; else None, as if not tried."""
    trial = Trial(frame)
    with contextlib.suppress(RefusalError, NoKind):
        value, before = frame.aside(evaluate)
        if not before:
            return value
    trial.undo()
    return None
