"""How often a loop ran is told by a list to which each of its trips added a value.

trips = 0                           becomes     s_saved = []
s_saved = []                                    while s < 10.0:
while s < 10.0:                                     s_saved.append(s)
    trips += 1                                      s = s * x
    s_saved.append(s)                           ...
    s = s * x                                   for trip in range(len(s_saved)):
...                                                 s = s_saved.pop()
for trip in range(trips):
    s = s_saved.pop()
"""

from collections import Counter

import gast

from s2sad.syntax import build
from s2sad.syntax.names import names_in, renamed
from s2sad.syntax.walk import walk

_LOOPS = (gast.For, gast.While)


def counted(function, known):
    """The function without counters of trips that lists count as well."""
    loops = list(_loops(function.body, ())) if known.is_reverse else []
    if any(_counter(loop) for _, loop, _ in loops):
        mentions, gone, reading = _mentions(function), [], {}
        for block, loop, around in loops:
            readers = [n for _, n, outside in loops if outside == around]
            found = _told_by_a_list(block, loop, readers, mentions)
            if found is not None:
                start, reader, over = found
                gone += [id(start), id(_counter(loop))]
                reading[id(reader)] = over
        function.body = _changed(function.body, gone, reading)
    return function


def _changed(block, gone, reading):
    """A block without the statements that go, with other ranges of its loops."""
    out = []
    for node in block:
        if id(node) in gone:
            continue
        over = reading.get(id(node))
        if isinstance(node, (gast.If, *_LOOPS)):
            node = build.with_blocks(node, lambda b: _changed(b, gone, reading))
        if over is not None:
            node.iter = over
        out.append(node)
    return out


def _loops(block, around):
    """(its block, a loop, the loops around it) of all loops of a block."""
    for node in block:
        if isinstance(node, _LOOPS):
            yield block, node, around
            yield from _loops(node.body, (*around, id(node)))
        elif isinstance(node, gast.If):
            yield from _loops(node.body, around)
            yield from _loops(node.orelse, around)


def _mentions(*nodes):
    """{name: how often it stands in trees}."""
    names = (n for node in nodes for n in walk(node) if isinstance(n, gast.Name))
    return Counter(name.id for name in names)


def _told_by_a_list(block, loop, readers, mentions):
    """(the counter's start, the loop that reads it, over what now), or None.

    A list that each trip adds to, and only that loop reads, is as long.
    """
    before, more = block[: block.index(loop)], _counter(loop)
    count = more and more.target.id
    starts = [n for n in before if count and _is_start(n, count)]
    reader = next((n for n in readers if count and _is_read(count, n)), None)
    if not starts or reader is None or mentions[count] != 3:
        return None
    for name in _lists(loop, more):
        is_begun = any(_begins(node, name) for node in before)
        if is_begun and mentions[name] == 2 + _mentions(reader)[name]:
            length = build.call("len", build.name(name))
            return starts[0], reader, renamed(reader.iter, {count: length})
    return None


def _counter(loop):
    """The statement by which a loop counts its trips, or None."""
    for node in loop.body:
        if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
            if isinstance(node.op, gast.Add) and build.number_of(node.value) == 1:
                return node
    return None


def _is_start(node, name):
    return _is_set(node, name) and build.number_of(node.value) == 0


def _begins(node, name):
    """Whether a statement makes a name an empty list."""
    is_list = _is_set(node, name) and isinstance(node.value, gast.List)
    return is_list and not node.value.elts


def _is_set(node, name):
    return isinstance(node, gast.Assign) and _name(node.targets[0]) == name


def _is_read(name, loop):
    """Whether a loop counts up to, or down from, what a name says."""
    return isinstance(loop, gast.For) and name in names_in(loop.iter)


def _lists(loop, more):
    """The lists that get a value in each trip that is counted."""
    found = []
    for node in loop.body[loop.body.index(more) + 1 :]:
        if any(isinstance(n, (gast.Break, gast.Continue)) for n in walk(node)):
            break
        call = node.value if isinstance(node, gast.Expr) else None
        function = call.func if isinstance(call, gast.Call) else None
        if isinstance(function, gast.Attribute) and function.attr == "append":
            found.append(_name(function.value))
    return found


def _name(node):
    return getattr(node, "id", None)
