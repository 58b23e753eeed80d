"""A write through an index array becomes a loop: it may name a place twice.

y[places] = x * a       becomes     values = x * a
                                    for k in range(len(places)):
                                        y[places[k]] = values[k]

What is written last stays, as NumPy has it; an addition too reads the old values first.
"""

import gast

from s2sad.facts.effects import base_name
from s2sad.facts.infer import index_array, index_items, kind_of
from s2sad.facts.kinds import INT
from s2sad.facts.values import Expression
from s2sad.syntax import build


def scattered(frame, target, value):
    """Write an Expression, which fits, through the index array of a subscript."""
    kinds = frame.kinds()
    item, items = index_array(target, kinds), index_items(target)
    rank = kind_of(build.loaded(target), kinds).rank
    places = item
    memory, own = frame.memory, frame.memory.of(base_name(target))
    if not isinstance(item, gast.Name) or memory.of(item.id) == own:
        kept = build.call(build.attribute(item, "copy"))
        places = frame.stored(Expression(kept, kind_of(item, kinds)), "places").node
    position = sum(isinstance(n, gast.Slice) for n in items[: items.index(item)])
    if value.kind.rank:
        is_fresh = base_name(value.node) is None
        node = (
            value.node if is_fresh else build.call(build.attribute(value.node, "copy"))
        )
        value = frame.stored(Expression(node, value.kind), "values")
    counter = frame.temporary("k")
    frame.bind(counter, INT)
    one = build.subscript(places, build.name(counter))
    new = [one if n is item else n for n in items]
    place = build.stored(build.subscript(target.value, *new))
    axis = position - (rank - value.kind.rank)
    part = value.node
    if axis >= 0 and value.kind.rank:
        index = build.constant(0) if value.kind.ones[axis] else build.name(counter)
        slices = [gast.Slice(None, None, None)] * axis
        part = build.subscript(part, *slices, index)
    line = gast.Assign([place], part, None)
    frame.emit(build.counted(counter, [build.call("len", places)], [line]))
