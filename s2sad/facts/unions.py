"""Names in classes that only ever grow together (Galler and Fischer, 1964)."""


class Unions:
    """Classes of names: each begins alone, and two may be joined."""

    def __init__(self):
        self.parent = {}

    def of(self, name):
        """The representative of the class of a name."""
        while self.parent.get(name, name) != name:
            name = self.parent[name]
        return name

    def join(self, first, second):
        first, second = self.of(first), self.of(second)
        if first != second:
            self.parent[first] = second
