"""Which lists, dicts and objects are one where two paths meet.

An object of one path and one of the other are one object behind both where each of them
stands for the other under all names. What may be any of several has no token.
"""

from s2sad.facts.values import Record, is_of


class Sharing:
    """The tokens that stand for each other in the names of two paths."""

    def __init__(self, left, right):
        self.of_left, self.of_right, self.new = {}, {}, {}
        for name in {**left, **right}:
            self.note(left.get(name), right.get(name))

    def note(self, first, second):
        """Take in what a name, or a part, stands for on both paths."""
        if not (isinstance(first, Record) and isinstance(second, Record)):
            return
        for own, other, of in (
            (first.token, second.token, self.of_left),
            (second.token, first.token, self.of_right),
        ):
            if own is not None:
                of.setdefault(own, set()).add(other)
        for key in first.items.keys() & second.items.keys():
            self.note(first.items[key], second.items[key])

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

    def alone(self, value, of):
        """What has a name on one path only, and may have others on both."""
        if not isinstance(value, Record):
            return value
        items = {key: self.alone(item, of) for key, item in value.items.items()}
        token, others = value.token, of.get(value.token, ())
        if others:
            (other, *more) = others
            pair = (token, other) if of is self.of_left else (other, token)
            token = None if more else self.joint(*pair)
        return Record(items, value.container, token)

    def is_same(self):
        """Whether each object of one path is one of the other."""
        pairs = [
            (own, other) for own, others in self.of_left.items() for other in others
        ]
        pairs += [(own, other) for other, o in self.of_right.items() for own in o]
        return all(self.is_sure(*pair) for pair in pairs)


def on_one_path(first, second):
    """The attribute, or key of a dict, that one of two values has; None if not so."""
    if not isinstance(first, Record) or not isinstance(second, Record):
        return None
    if first.container is not second.container or is_of(first, tuple, list):
        return None
    keys = first.items.keys() ^ second.items.keys()
    return min(map(str, keys), default=None)
