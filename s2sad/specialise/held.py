"""What a loop goes over is computed before its first trip, whatever its body changes.

for v in (y, 2.0 * y):                  item_2 = 2.0 * y
    y = y + v               becomes     y = y + y
                                        y = y + item_2

Lists that have a name are looked at trip by trip, and so is what `map` and generators
compute, as Python does. Numbers that a range or `enumerate` begins with are what they
were at first.
"""

import contextlib

import gast

from s2sad.called.parts import known_parts
from s2sad.errors import RefusalError
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import Scalar
from s2sad.facts.values import Expression, Record, Static
from s2sad.known.computing import computes
from s2sad.known.trial import Trial
from s2sad.syntax import build
from s2sad.syntax.names import bound, copied, names_in
from s2sad.syntax.walk import walk

_VIEWS = ("items", "keys", "values")
_TRIP_BY_TRIP = (enumerate, filter, map, reversed, zip)


def held(frame, loop):
    """A loop over items that have their values before it begins."""
    again = build.with_body(loop, loop.body)
    again.iter = held_items(frame, loop.iter, [loop.target, *loop.body])
    return again


def held_items(frame, iterator, trip):
    """What is gone over, whose items have their values before the first trip."""
    return _held(frame, copied(iterator), _Changes(frame, trip))


class _Changes:
    """What the trips of a loop change, and the names of the function around it."""

    def __init__(self, frame, trip):
        self.frame = frame
        self.rebound = bound(*trip)
        self.own = names_in(frame.source.node)
        for node in walk(frame.source.node):
            if isinstance(node, gast.Nonlocal):
                self.rebound |= set(node.names)
        inside = [node for part in trip for node in walk(part)]
        self.writes = any(_may_write(frame, node) for node in inside)

    def has(self, value, is_held=True):
        """Whether an item may have another value in a later trip."""
        if not isinstance(value, Expression):
            return False
        names = names_in(value.node)
        if names & self.rebound:
            return True
        if isinstance(value.node, gast.Name):
            return is_held and self.writes and not names & self.own
        return self.writes and self.reads_memory(value)

    def reads_memory(self, value):
        """Whether an expression is of more than numbers that are plain names."""
        kinds, names = self.frame.kinds(), names_in(value.node)
        found = [kinds[name] for name in names & kinds.keys()]
        is_plain = all(isinstance(kind, Scalar) for kind in (value.kind, *found))
        return not (is_plain and names & kinds.keys() <= self.own)


def _may_write(frame, node):
    """Whether what runs here may change an array, a list or an object."""
    if isinstance(node, gast.Call):
        return not only_computes(frame, node)
    is_place = isinstance(node, (gast.Subscript, gast.Attribute))
    is_stored = is_place and not isinstance(node.ctx, gast.Load)
    return is_stored or isinstance(node, gast.AugAssign)


def only_computes(frame, call):
    """Whether a call is surely of a function of NumPy or Python that writes nothing."""
    root = call.func
    while isinstance(root, gast.Attribute):
        root = root.value
    if not isinstance(root, gast.Name) or root.id in frame.locals:
        return False
    try:
        called = getattr(frame.expressions.value(call.func), "value", None)
    except (RefusalError, NoKind):
        return False
    return computes(called, call)


def _held(frame, node, changes):
    """An iterator of which what Python computes at once is computed."""
    if isinstance(node, gast.GeneratorExp):
        first = node.generators[0]
        first.iter = _held(frame, first.iter, changes)
    elif isinstance(node, gast.Call) and (first := _first_iterable(frame, node)):
        given = [_held(frame, item, changes) for item in node.args[first - 1 :]]
        node.args[first - 1 :] = given
        _hold_start(frame, node, changes)
    elif _called(frame, node) is range:
        node.args = [_number(frame, item, changes) for item in node.args]
    elif _is_view_of_dict(node):
        node.func.value = _held(frame, node.func.value, changes)
    elif _is_made(node):
        return _made(frame, node, changes)
    return node


def _first_iterable(frame, call):
    """Which argument of a call is the first that is gone over trip by trip, from 1."""
    word = _called(frame, call)
    if not any(word is one for one in _TRIP_BY_TRIP):
        return 0
    return 2 if word in (map, filter) else 1


def _called(frame, node):
    """What a node calls by a name that is none of the function's, or None."""
    function = node.func if isinstance(node, gast.Call) else None
    if not isinstance(function, gast.Name) or function.id in frame.locals:
        return None
    called = frame.expressions.value(function)
    return called.value if isinstance(called, Static) else None


def _hold_start(frame, call, changes):
    """Let `enumerate` count from what its second argument is at first."""
    if _called(frame, call) is enumerate:
        call.args[1:] = [_number(frame, item, changes) for item in call.args[1:]]
        for given in call.keywords:
            given.value = _number(frame, given.value, changes)


def _number(frame, node, changes):
    """A name for a number that trips would change, else the node."""
    if not names_in(node):
        return node
    value = frame.expressions.value(node)
    if not changes.has(value):
        return node
    return frame.named(_own(frame, value), node, "items")


def _is_view_of_dict(node):
    function = getattr(node, "func", None)
    return isinstance(function, gast.Attribute) and function.attr in _VIEWS


def _is_made(node):
    """Whether an expression makes what is gone over, which nothing else holds then."""
    if isinstance(node, gast.Subscript):
        return isinstance(node.slice, gast.Slice)
    return not isinstance(node, (gast.Name, gast.Attribute, gast.Constant))


def _made(frame, node, changes):
    """A name for the parts of what an expression makes, if trips would change them."""
    if not names_in(node):
        return node
    trial = Trial(frame)
    value, before = None, []
    with contextlib.suppress(RefusalError, NoKind):
        value, before = frame.aside(lambda: frame.expressions.value(node))
    is_changed = isinstance(value, Record) and any(map(changes.has, value.leaves()))
    if not is_changed or known_parts(frame, value, node) is None:
        trial.undo()
        return node
    frame.take(before)
    name = frame.named(_fixed(frame, value, changes, True), node, "items")
    frame.identities.name_too(name.id, value)
    return name


def _fixed(frame, value, changes, is_held):
    """A structure whose parts have names of their own, but for those of other lists."""
    items = {}
    for key, part in value.items.items():
        if isinstance(part, Record):
            is_inside = is_held and part.token is None
            part = _fixed(frame, part, changes, is_inside)
        elif changes.has(part, is_held):
            part = _own(frame, part)
        items[key] = part
    return Record(items, value.container, value.token)


def _own(frame, value):
    """A value under a name of its own."""
    return frame.assignments.part(frame.temporary("item"), value)
