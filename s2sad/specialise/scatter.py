"""A write through index arrays becomes a loop: they may name a place twice.

y[places] = x * a       becomes     values = x * a
                                    for k in range(len(places)):
                                        y[places[k]] = values[k]

What is written last stays, as NumPy has it; an addition too reads the old values first.
"""

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.indices import index_items, taken
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Array
from s2sad.facts.values import Expression
from s2sad.specialise.indexing import nested, trimmed
from s2sad.syntax import build
from s2sad.syntax.names import reads

_ALL = gast.Slice(None, None, None)


def scattered(frame, target, value, op=None):
    """Write an Expression, which fits, through the index arrays of a subscript.

    With an operator, each place takes all that is given to it, one after the other.
    """
    target = _with_own_places(frame, target)
    value = _kept(frame, target, value)
    found, loops, place = frame.indexing.counters(target)
    rank = kind_of(build.loaded(target), frame.kinds()).rank
    names = [name for name, _ in loops]
    part = _part(value, rank, found, names)
    place = build.stored(place)
    line = (
        gast.Assign([place], part, None)
        if op is None
        else gast.AugAssign(place, op, part)
    )
    frame.emit(*nested(loops, line))


def _with_own_places(frame, target):
    """The target with index arrays that the loop does not write."""
    kinds, memory = frame.kinds(), frame.memory
    own, items = memory.of(base_name(target)), []
    for item in index_items(target):
        is_name = isinstance(item, gast.Name)
        if is_name and isinstance(kinds.get(item.id), Array):
            if memory.of(item.id) == own:
                kept = build.call(build.attribute(item, "copy"))
                item = frame.stored(Expression(kept, kinds[item.id]), "places").node
        items.append(item)
    return build.stored(build.subscript(target.value, *items))


def _kept(frame, target, value):
    """The value in a name, unless it is the same all through the loop."""
    kinds, memory = frame.kinds(), frame.memory
    if value.kind.rank:
        node = value.node
        if base_name(node) is not None:
            node = build.call(build.attribute(node, "copy"))
        return frame.stored(Expression(node, value.kind), "values")
    own = memory.of(base_name(target))
    sources = [n for n in reads(value.node) if isinstance(kinds.get(n), Array)]
    if any(memory.of(name) == own for name in sources):
        return frame.stored(value, "value")
    return value


def _part(value, rank, found, names):
    """What of a value belongs to one round of the loops."""
    if not value.kind.rank:
        return value.node
    items = []
    for axis, one in zip(range(rank - value.kind.rank, rank), value.kind.ones):
        counter = axis - found.place
        if 0 <= counter < len(names):
            items.append(build.constant(0) if one else build.name(names[counter]))
        else:
            items.append(_ALL)
    if all(isinstance(item, gast.Slice) for item in items):
        return value.node
    return build.subscript(value.node, *trimmed(items))


def is_scattered(frame, target):
    """Whether a subscript has an index array."""
    kinds = frame.kinds()
    return taken(index_items(target), lambda item: kind_of(item, kinds)) is not None
