"""Which arguments the arrays of names are, where they are read or written into.

def f(u, n):
    for k in range(n):
        new = np.empty_like(u)      no argument is written, though u has several
        new[0] = u[1]               arrays one after the other
        u = new
"""

import gast

from s2sad.facts.effects import Classes, base_of, shared_value
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.reaching import Reaching
from s2sad.syntax.walk import statements


class Given:
    """The arguments of one function, traced to where its names stand."""

    def __init__(self, plain):
        self.kinds, self.classes = plain.kinds, Classes(plain)
        self.reaching = Reaching(plain.node)
        self.arguments = {
            id(argument): argument.id
            for argument in plain.node.args.args
            if isinstance(plain.kinds.get(argument.id), (Array, Stack))
        }
        # {id of a definition: names whose arrays it takes}, {class of lists: the same}
        self.sources, self.held = {}, {}
        for node in statements(plain.node):
            if isinstance(node, gast.Assign):
                self.assigned(node.targets[0], node.value)
            elif isinstance(node, gast.AugAssign):
                self.takes(node.target, node.target)
            elif isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
                self.called(node.value)

    def assigned(self, place, value):
        if isinstance(place, gast.Tuple) and isinstance(value, gast.Tuple):
            for item, given in zip(place.elts, value.elts):
                self.assigned(item, given)
        elif isinstance(place, gast.Name):
            self.takes(place, shared_value(value, self.kinds))

    def takes(self, place, source):
        if isinstance(source, gast.Name):
            self.sources.setdefault(id(place), []).append(source)

    def called(self, call):
        """What is appended to a list is there for all that the list gives."""
        if isinstance(call.func, gast.Attribute) and call.func.attr == "append":
            family = self.classes.of(call.func.value.id)
            self.held.setdefault(family, []).append(base_of(call.args[0]))

    def of(self, node):
        """The arguments whose memory a name may stand for, where it stands."""
        found, seen, waiting = set(), set(), [node]
        while waiting:
            node = waiting.pop()
            if node is None or id(node) in seen:
                continue
            seen.add(id(node))
            if isinstance(self.kinds.get(node.id), Stack):
                waiting += self.held.get(self.classes.of(node.id), [])
            for definition in self.reaching.reached.get(id(node), ()):
                if definition in self.arguments:
                    found.add(self.arguments[definition])
                waiting += self.sources.get(definition, [])
        return found
