"""Which names share memory at the place where specialising has arrived.

A name that is bound to a new array leaves its old memory; where paths meet, and in
loops, what may be one memory counts as one.
"""

from s2sad.facts.unions import Unions


class Memory:
    """`cells` says for each name, as it is bound now, which cell it stands for.

    It begins with groups of names that overlap.
    """

    def __init__(self, overlapping=()):
        self.cells = {}
        self.unions = Unions()
        self.count = 0
        for first, *others in overlapping:
            for other in others:
                self.share(first, other)

    def of(self, name):
        """The memory that a name stands for now."""
        return self.unions.of(self.cells.get(name, name))

    def bind(self, name, base):
        """A name is bound to memory of another; to new memory if `base` is None."""
        self.count += 1
        self.cells[name] = (name, self.count) if base is None else self.of(base)

    def permute(self, names, bases):
        """Names change places, all at once."""
        self.cells.update(zip(names, list(map(self.of, bases))))

    def share(self, first, second):
        """Two names may share memory from here on."""
        self.unions.join(self.of(first), self.of(second))

    def merge(self, first, second):
        """Two paths meet, with their own cells."""
        for name in first.keys() | second.keys():
            self.unions.join(first.get(name, name), second.get(name, name))
        self.cells = {**first, **second}

    def groups(self, names):
        """Which of these names share memory with each other."""
        found = {}
        for name in names:
            found.setdefault(self.of(name), set()).add(name)
        return {frozenset(group) for group in found.values()}
