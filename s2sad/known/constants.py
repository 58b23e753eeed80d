"""Values that must be known when the text is written, such as the axis of a sum.

def total(x, axis):                 total(x, 1) has a text of its own: the function
    return np.sum(x, axis)          is specialised on the axis, which must be known
"""

from dataclasses import replace

import gast

from s2sad.errors import RefusalError
from s2sad.facts.kinds import BOOL, INT
from s2sad.facts.values import Expression, Static, is_of
from s2sad.known.comparable import COUNTING, DIVIDING, comparable
from s2sad.known.entry import snapshot
from s2sad.syntax.build import number_of
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.walk import walk


class Needed(Exception):
    """A parameter must be known: its function is specialised again, on its value."""

    def __init__(self, name, refusal):
        super().__init__(name)
        self.name, self.refusal, self.define = name, refusal, None


class Fixed(Exception):
    """Integers from outside must be known: what reads them is specialised anew."""


class Unknown(RefusalError):
    """What is refused unless an argument of the derivative itself is known."""

    name = ""

    @classmethod
    def of(cls, needed):
        refusal = needed.refusal
        made = cls(refusal.what, refusal.instead, refusal.place)
        made.name = needed.name
        return made

    def settled(self):
        """The refusal of an argument that nothing makes known."""
        return RefusalError(self.what, self.instead, self.place)


def constant(frame, value, refusal):
    """A Static for a value that must be known in a function, or a refusal."""
    found = comparable(value)
    if found is not None:
        return found
    if is_of(value, tuple, list):
        parts = [constant(frame, v, refusal).value for v in value.items.values()]
        return Static(value.container(parts))
    node = value.node if isinstance(value, Expression) else None
    number = integer_of(frame, node, captures=True)
    if number is not None:
        return Static(number)
    name = getattr(node, "id", None)
    for hidden in frame.hidden.values():
        if hidden.name == name:
            return captured(frame, hidden)
    parameter = parameter_of(frame, name)
    if parameter is None or parameter in bound(*frame.node.body):
        sources = sources_of(frame, value)
        parameter = parameter_among(frame, sources)
        if parameter is None:
            fix(frame, sources)
    if parameter is None:
        raise refusal
    raise Needed(parameter, refusal)


def known_inside(frame, value, refusal):
    """A value that must be known; of a dict, what can be known of its integers."""
    if not is_of(value, dict):
        return constant(frame, value, refusal)
    items, raised = dict(value.items), refusal
    for key, item in value.items.items():
        if isinstance(item, Expression) and item.kind in (INT, BOOL):
            try:
                items[key] = constant(frame, item, refusal)
            except (RefusalError, Needed) as error:
                raised = error
    if all(items[key] is item for key, item in value.items.items()):
        raise raised
    return replace(value, items=items)


def integer_of(frame, node, captures=False):
    """The integer or truth that an expression is, names being what they hold.

    It may depend on what is captured, if the text may.
    """
    if isinstance(node, gast.Name):
        hidden = [h for h in frame.hidden.values() if h.name == node.id]
        if captures and hidden and hidden[0].kind == INT:
            return captured(frame, hidden[0]).value
        return getattr(frame.env.get(node.id), "number", None)
    if isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub):
        inner = integer_of(frame, node.operand, captures)
        return None if inner is None else -inner
    if isinstance(node, gast.BinOp) and type(node.op) in COUNTING:
        sides = [integer_of(frame, n, captures) for n in (node.left, node.right)]
        if None not in sides and not (sides[1] == 0 and type(node.op) in DIVIDING):
            return COUNTING[type(node.op)](*sides)
    if isinstance(node, gast.Constant) and isinstance(node.value, bool):
        return node.value
    number = None if node is None else number_of(node)
    return number if type(number) is int else None


def known_place(frame, index):
    """A Static for an index that is known, or made of names whose numbers are."""
    number = integer_of(frame, getattr(index, "node", None))
    return comparable(index) if number is None else Static(number)


def sources_of(frame, value):
    """The names that an integer is computed from.

    Where they are known, so may be that: `axis if axis >= 0 else ...`.
    """
    if not isinstance(value, Expression) or value.kind != INT:
        return set()
    lines = [*frame.node.body, *(line for lines in frame.buffers for line in lines)]
    given, seen, waiting = {}, set(), names_in(value.node)
    for node in (n for line in lines for n in walk(line)):
        if isinstance(node, (gast.Assign, gast.AugAssign)):
            for name in bound(node):
                given.setdefault(name, set()).update(names_in(node.value))
        if isinstance(node, (gast.If, gast.AugAssign)):
            for name in bound(node):  # it may be what it was
                given.setdefault(name, set()).add(name)
    sources = waiting - given.keys()
    while waiting:
        seen |= waiting
        read = set().union(*(given.get(n, set()) for n in waiting))
        sources, waiting = sources | read, read - seen
    return sources


def parameter_among(frame, sources):
    """A parameter of integers among such names, or None."""
    for parameter, leaves, _ in frame.entry.structure:
        if leaves and all(kind in (INT, BOOL) for _, kind in leaves):
            if sources & {parameter, *dict(leaves)}:
                return parameter
    return None


def fix(frame, sources):
    """Start anew with the integers from outside that are among such names, if any."""
    found = {h.key for h in frame.hidden.values() if h.name in sources}
    found &= {h.key for h in frame.hidden.values() if h.kind == INT}
    if found:
        frame.unit.fixed |= found
        raise Fixed


def parameter_of(frame, name):
    """The parameter of a function that holds a number, alone or in a tuple, or None."""
    for parameter, leaves, _ in frame.entry.structure:
        if name in dict(leaves):
            return parameter
    return name if name in dict(frame.entry.parameters) else None


def captured(frame, hidden):
    """A number from outside, looked at again at each call."""
    value = hidden.getter()
    frame.decided.add(hidden.name)
    frame.unit.statics[hidden.key] = (hidden.getter, snapshot(value))
    return Static(value, hidden.key, hidden.getter)
