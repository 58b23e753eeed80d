"""Names in classes that only ever grow together (Galler and Fischer, 1964)."""


class Unions:
    """Classes of names: each begins alone, and two may be joined."""

    def __init__(self):
        self.parent = {}

    def of(self, name):
        """The representative of the class of a name."""
        parent = self.parent
        found = parent.get(name, name)
        if found != name:
            while (above := parent.get(found, found)) != found:
                found = above
            # the way is short when it is gone again
            parent[name] = found
        return found

    def join(self, first, second):
        first, second = self.of(first), self.of(second)
        if first != second:
            self.parent[first] = second

    def is_alone(self, name):
        """Whether a name was joined to no other."""
        return name not in self.parent and name not in self.parent.values()

    def copied(self):
        made = type(self)()
        made.parent = dict(self.parent)
        return made
