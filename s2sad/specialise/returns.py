"""Returns of several kinds: one is what the function gives, the others are refused.

After jumps are gone, every return is an assignment of one name, `result`.
"""

import gast

from s2sad.facts.values import Expression, Record
from s2sad.known.comparable import shown
from s2sad.syntax.names import names_in


class Returns:
    """The returns of one function, and the kinds of what they give."""

    def __init__(self, frame):
        self.frame = frame
        self.own = names_in(frame.source.node)
        self.name = self.result_name(frame.node.body)
        self.seen = []

    def result_name(self, body):
        """The name that stands for the result, or None if there is one return only."""
        last = body[-1] if body else None
        name = getattr(getattr(last, "value", None), "id", None)
        is_made = isinstance(last, gast.Return) and name not in self.own
        return name if is_made else None

    def note(self, node):
        """Remember a statement if it stands for a return."""
        if self.name and isinstance(node, gast.Assign):
            if getattr(node.targets[0], "id", None) == self.name:
                self.seen.append(node)

    def at_once(self, body):
        """The statements of the function, what only they name last returned as it is.

        That is so where one return is left, the tests of the others being decided.
        """
        *rest, value, last = body if len(body) > 1 else (None, None)
        name = getattr(getattr(last, "value", None), "id", None)
        if name is None or name != self.name or not isinstance(value, gast.Assign):
            return body
        if getattr(value.targets[0], "id", None) != name or name in names_in(*rest):
            return body
        return [*rest, gast.copy_location(gast.Return(value.value), value)]

    def entered(self, test):
        """Forget the result where a test of flags says that there is none yet."""
        is_negated = isinstance(test, gast.UnaryOp) and isinstance(test.op, gast.Not)
        if is_negated and not names_in(test) & self.own:
            self.frame.env.pop(self.name, None)

    def refusal(self, left, right, start, middle):
        """(the refusal of one of two sides, whether of the left), or None.

        Each side is the names after it; those of the returns that were seen are of
        the left from `start` on, and of the right from `middle` on.
        """
        first, second = left.get(self.name), right.get(self.name)
        if first is None or second is None:
            return None
        if self.frame.statements.can_join(self.name, left, right):
            return None
        is_inner = len(self.frame.unit.active) > 1
        if is_inner and self.frame.alternatives.clashing(self.name):
            return None
        sides = self.seen[start:middle], self.seen[middle:]
        nodes = [(side or self.seen[:start])[-1] for side in sides]
        weights = [_weight(v, n) for v, n in zip((first, second), nodes)]
        is_left = weights[0] < weights[1]
        odd, other = (first, second) if is_left else (second, first)
        what = f"{_shown(odd)} is returned here, {_shown(other)} on another path"
        node = nodes[0 if is_left else 1]
        refused = self.frame.refuse(node, what, "results of one kind on all paths")
        return refused, is_left


def _weight(value, node):
    """What is returned in the end is a function's result, and rather numbers."""
    return isinstance(value, (Expression, Record)), node.lineno


def _shown(value):
    return "a function" if callable(getattr(value, "value", None)) else shown(value)
