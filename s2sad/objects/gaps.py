"""Lists that are made of None and filled later: where None stands, an array has 0.

out = [None] * n            becomes     out_values = np.full(n, 0.0)
for i in range(n):                      for i in range(n):
    out[i] = x[i] ** 2                      out_values[i] = x[i] ** 2

Python raises an error where such a part is computed with, and takes it for false. What
could tell None from 0 is refused: a comparison with None, and errors that are caught.
"""

import gast

from s2sad.facts.values import Expression, Static
from s2sad.syntax.names import bound
from s2sad.syntax.walk import walk


class Gaps:
    """What one function does with None in lists that live in arrays."""

    def __init__(self, frame):
        self.frame = frame

    def filled(self, value, node):
        """A part of a list in an array; 0 for None."""
        if value != Static(None):
            return value
        unit = self.frame.unit
        unit.holds_none = True
        is_caught = any(isinstance(n, gast.Try) for n in walk(self.frame.node))
        if unit.asks_for_none or is_caught:
            self.refuse(node)
        return Static(0)

    def asked(self, value, place, node):
        """A number is compared with None: it is none, unless it is a part of a list.

        A parameter of the function itself is asked whether it was given.
        """
        name = getattr(place, "id", None)
        is_given = name in self.frame.entry.bindings.keys() - bound(
            *self.frame.node.body
        )
        is_given = is_given and len(self.frame.unit.active) == 1
        if not isinstance(value, Expression) or is_given:
            return
        self.frame.unit.asks_for_none = True
        if self.frame.unit.holds_none:
            self.refuse(node)

    def refuse(self, node):
        what = "a list holds None at first, and numbers are compared with it"
        raise self.frame.refuse(node, what, "0.0 or math.nan in its place")
