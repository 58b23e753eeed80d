"""What can be gone through once, in a name that is read once: a list does as well.

pairs = zip(x, y)               becomes     pairs = list(zip(x, y))
for a, b in pairs:                          for a, b in pairs:

Who reads it twice finds nothing left the second time, so that is refused; so is what
may change meanwhile, which would be seen as it is then.
"""

import builtins

import gast

from s2sad.facts.values import Record
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.walk import in_order, names_of

_LEAVING = (gast.Return, gast.Raise, gast.Break, gast.Continue)
_LATER = (gast.Lambda, gast.FunctionDef)
_COMPREHENSIONS = (gast.ListComp, gast.SetComp, gast.DictComp, gast.GeneratorExp)


def kept(frame, node):
    """An assignment, which gives a name a list of what can be gone through once."""
    name, body = getattr(node.targets[0], "id", None), frame.node.body
    if isinstance(node.targets[0], (gast.Tuple, gast.List)):
        return _unpacked(node, frame)
    if name is None or not is_iterator(node.value, frame):
        return node
    is_once = _stores(name, body) == 1 and _Reads(name).of(body)[1] < 2
    is_once &= frame.generators.surely_ends(node.value)
    if not is_once or _may_change(node, name, frame.node):
        frame.comprehensions.refuse_iterators([node.value])
    made = gast.copy_location(build.assign(name, listed(node.value)), node)
    return gast.fix_missing_locations(made)


def _unpacked(node, frame):
    """`a, b = list(pairs)`: all that is gone through has a name."""
    value = node.value
    if not is_iterator(value, frame) and frame.generators.of_object(value) is None:
        return node
    made = gast.copy_location(gast.Assign(node.targets, listed(value), None), node)
    return gast.fix_missing_locations(made)


def listed(node):
    """`list(node)`."""
    return gast.copy_location(build.call("list", node), node)


def is_iterator(node, frame):
    """Whether a node makes what can be gone through once."""
    if isinstance(node, gast.GeneratorExp):
        return True
    if not isinstance(node, gast.Call):
        return False  # an object that goes through itself counts how far it is
    if frame.generators.called(node) is not None:
        return True
    if not isinstance(node.func, gast.Name):
        return False
    if node.func.id in frame.locals:
        return False
    found = getattr(frame.expressions.value(node.func), "value", None)
    return any(found is maker for maker in (zip, map, filter, enumerate, reversed))


def goes_through(node, frame):
    """Whether a name stands for an object that gives its items one after another."""
    value = frame.env.get(node.id) if isinstance(node, gast.Name) else None
    return isinstance(value, Record) and hasattr(value.container, "__next__")


def is_read_once(name, statements):
    """Whether a path through statements reads a name once at most, in no loop."""
    return _Reads(name).of(statements)[1] < 2


def each_of(node, frame):
    """`(item for item in node)`."""
    name = frame.temporary("item")
    part = gast.comprehension(build.target(name), node, [], 0)
    made = gast.GeneratorExp(build.name(name), [part])
    for inner in gast.walk(made):
        if getattr(inner, "lineno", None) is None:
            gast.copy_location(inner, node)
    return made


def _stores(name, statements):
    """How often statements bind a name."""
    nodes = [node for statement in statements for node in gast.walk(statement)]
    names = [n for n in nodes if isinstance(n, gast.Name) and n.id == name]
    return sum(isinstance(n.ctx, gast.Store) for n in names)


def _may_change(node, name, function):
    """Whether what an assignment goes through may change until it is gone through."""
    order = list(in_order(function))
    places = {id(n): place for place, n in enumerate(order)}
    own = names_of([node.value], (gast.Store, gast.Param))
    sources = names_in(node.value) - own
    read_late = set(sources)
    first = places.get(id(node))
    if first is None:  # no statement of the user's
        return True
    last, asking = first, set()
    for outer in order[first + 1 :]:
        inner = list(in_order(outer))
        if not any(_is_read(n, name) for n in inner):
            continue
        asking.add(id(outer))
        is_loop = isinstance(outer, gast.For) and name in names_in(outer.iter)
        if is_loop or _is_read(outer, name):
            last = max(last, places[id(inner[-1])])
    inside = {id(n) for n in in_order(node)}
    for between in order[first + 1 : last + 1]:
        if isinstance(between, gast.Assign) and names_in(between.value) & sources:
            sources |= bound(between)
        if id(between) in inside | asking:
            continue
        is_anew = isinstance(between, gast.Name) and bound(between) & read_late
        if is_anew or _changes(between, sources):
            return True
    return False


def _is_read(node, name):
    is_name = isinstance(node, gast.Name) and node.id == name
    return is_name and isinstance(node.ctx, gast.Load)


def _changes(node, sources):
    """Whether a node may change what stands in memory that has one of some names."""
    if isinstance(node, gast.AugAssign):
        return bool(bound(node.target) & sources)
    if isinstance(node, (gast.Subscript, gast.Attribute)):
        return not isinstance(node.ctx, gast.Load)
    if isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
        call = node.value.func
        is_append = isinstance(call, gast.Attribute) and call.attr == "append"
        return not is_append or bool(names_in(call) & sources)
    is_user = isinstance(node, gast.Call) and isinstance(node.func, gast.Name)
    if not is_user or hasattr(builtins, node.func.id):
        return False
    return bool(names_in(*node.args) & sources)


class _Reads:
    """How often a path through statements may read a name."""

    def __init__(self, name):
        self.name = name

    def of(self, statements):
        """(the most reads of a path that comes to the end or None, and of any path)."""
        through, most = 0, 0
        for node in statements:
            if isinstance(node, _LEAVING):
                return None, max(most, through + self.inside(node))
            ends, longest = self.statement(node)
            most = max(most, through + longest)
            if ends is None:
                return None, most
            through += ends
        return through, max(most, through)

    def statement(self, node):
        if isinstance(node, gast.If):
            test = self.inside(node.test)
            sides = [self.of(node.body), self.of(node.orelse)]
            ends = [side[0] for side in sides if side[0] is not None]
            longest = test + max(side[1] for side in sides)
            return (test + max(ends) if ends else None), longest
        if isinstance(node, (gast.For, gast.While)):
            first = self.inside(node.iter) if isinstance(node, gast.For) else 0
            trip = self.inside(node) - first
            is_anew = self.name in bound(*node.body)
            count = first + (self.of(node.body)[1] if is_anew else 2 * trip)
            return count, count
        count = self.inside(node)
        return count, count

    def inside(self, node):
        """How often a node reads the name; what runs later or in a loop, twice."""
        if isinstance(node, gast.Name):
            return int(node.id == self.name and isinstance(node.ctx, gast.Load))
        children = sum(map(self.inside, gast.iter_child_nodes(node)))
        if isinstance(node, _LATER):
            return 2 * children
        if isinstance(node, _COMPREHENSIONS):
            first = self.inside(node.generators[0].iter)
            return first + 2 * (children - first)
        return children
