"""What is specialised only to see what comes of it, and is undone."""


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
