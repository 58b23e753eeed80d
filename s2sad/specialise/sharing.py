"""Which lists, dicts and objects are one where two paths meet.

An object of one path and one of the other are one object behind both where each of them
stands for the other under all names. What may be any of several has no token.
"""

from s2sad.facts.values import Record


class Sharing:
    """The tokens that stand for each other in the names of two paths."""

    def __init__(self, left, right):
        self.of_left, self.of_right, self.new = {}, {}, {}
        for name in {**left, **right}:
            self.note(left.get(name), right.get(name))

    def note(self, first, second):
        """Take in what a name stands for on both paths."""
        own, other = _token(first), _token(second)
        if own is not None:
            self.of_left.setdefault(own, set()).add(other)
        if other is not None:
            self.of_right.setdefault(other, set()).add(own)
        left, right = _parts(first), _parts(second)
        for key in {**left, **right}:
            self.note(left.get(key), right.get(key))

    def is_sure(self, first, second):
        """Whether two tokens stand for each other wherever they are."""
        if first is None or second is None:
            return first is second
        return self.of_left[first] == {second} and self.of_right[second] == {first}

    def joint(self, first, second):
        """The token of what is one object on one path and another on the other."""
        if first is None or not self.is_sure(first, second):
            return None
        if first == second:
            return first
        if isinstance(first, tuple) or isinstance(second, tuple):
            return None  # what a caller has, or what is outside, has other names
        return self.new.setdefault((first, second), object())

    def is_same(self):
        """Whether each object of one path is one of the other."""
        pairs = [
            (own, other) for own, others in self.of_left.items() for other in others
        ]
        pairs += [(own, other) for other, o in self.of_right.items() for own in o]
        return all(self.is_sure(*pair) for pair in pairs)


def _token(value):
    return value.token if isinstance(value, Record) else None


def _parts(value):
    return value.items if isinstance(value, Record) else {}
