"""Several targets: tuples and arrays are unpacked, and names change places."""

import gast

from s2sad.facts.kinds import Array
from s2sad.facts.values import Expression, Record, list_record
from s2sad.specialise.growing import is_growing
from s2sad.specialise.parts import known_parts
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, reads


class Unpacking:
    """Specialises the targets of one function that are several."""

    def __init__(self, frame):
        self.frame = frame

    def give(self, place, value, node):
        """A variable of a comprehension stands for a value, without a statement."""
        if isinstance(place, gast.Name):
            is_short = not isinstance(value, Expression) or not isinstance(
                value.node, (gast.Call, gast.BinOp)
            )
            value = value if is_short else self.frame.stored(value, place.id)
            self.frame.env[place.id] = value
            return
        parts = self.parts(value, len(getattr(place, "elts", ())), node)
        if parts is None or len(parts) != len(place.elts):
            raise self.frame.refuse(node, "an item is not as many values as names")
        for target, part in zip(place.elts, parts):
            self.give(target, part, node)

    def parts(self, value, count, node):
        """The parts of a value that is unpacked into names, or None."""
        if is_growing(value):
            value = self.frame.reading.array(value)
        if isinstance(value, Expression) and isinstance(value.kind, Array):
            value = self.frame.stored_if_compound(value)
            return [
                self.frame.expressions.expression(
                    build.subscript(value.node, build.constant(place))
                )
                for place in range(count)
            ]
        return known_parts(self.frame, value, node)

    def unpack(self, place, value, node):
        targets = place.elts
        values = self.parts(value, len(targets), node)
        if values is None:
            raise self.frame.refuse(node, "only tuples and arrays are unpacked")
        targets, values = self.starred(targets, values)
        if len(values) != len(targets):
            what = f"{len(values)} values are unpacked into {len(targets)} names"
            raise self.frame.refuse(node, what)
        if self.permutes(targets, values):
            return
        later = set()
        for target in reversed(targets):
            later |= names_in(target)
        for position, (target, item) in enumerate(zip(targets, values)):
            written = set()
            for earlier in targets[:position]:
                written |= names_in(earlier)
            if isinstance(item, Expression) and written & reads(item.node):
                raise AssertionError("interference is resolved below")
            values[position + 1 :] = [
                self.saved_from(v, target, targets) for v in values[position + 1 :]
            ]
            self.frame.assignments.assign(target, item, node)

    def starred(self, targets, values):
        """Targets without `*rest`, which takes a list of what the others leave."""
        for place, target in enumerate(targets):
            if isinstance(target, gast.Starred):
                after = len(targets) - place - 1
                end = len(values) - after
                if end < place:
                    return targets, values
                rest = list_record(values[place:end])
                targets = [*targets[:place], target.value, *targets[place + 1 :]]
                values = [*values[:place], rest, *values[end:]]
        return targets, values

    def saved_from(self, value, target, targets):
        """A value that is still to be assigned, out of the way of this target."""
        if isinstance(value, Record):
            return value.map(lambda leaf: self.saved_from(leaf, target, targets))
        if not isinstance(value, Expression):
            return value
        written = bound(target) if isinstance(target, gast.Name) else names_in(target)
        for name in bound(target):
            written |= self.frame.assignments.names_of_parts(name)
        if not self.is_of_arrays(target):
            written = reads(value.node)  # of an object: by which names is not known
        if written & reads(value.node):
            base = value.node.id if isinstance(value.node, gast.Name) else "value"
            return self.frame.stored(value, f"{base}_before")
        return value

    def is_of_arrays(self, target):
        """Whether a target is of names and parts of arrays alone."""
        if isinstance(target, (gast.Tuple, gast.List)):
            return all(map(self.is_of_arrays, target.elts))
        if isinstance(target, gast.Name):
            return True
        if not isinstance(target, gast.Subscript):
            return False
        return isinstance(self.frame.expressions.value(target.value), Expression)

    def permutes(self, targets, values):
        """`u, v = v, u` of arrays is one statement: their names change places."""
        names = [t.id for t in targets if isinstance(t, gast.Name)]
        given = [
            v.node.id
            for v in values
            if isinstance(v, Expression)
            and isinstance(v.node, gast.Name)
            and isinstance(v.kind, Array)
        ]
        if len(given) != len(targets) or sorted(names) != sorted(given):
            return False
        moved = [n for n, g in zip(names, given) if n != g]
        given = [build.name(g) for n, g in zip(names, given) if n != g]
        if moved:
            self.frame.emit(build.assign(moved, build.tuple_of(given)))
        for name, value in zip(names, values):
            self.frame.env[name] = Expression(build.name(name), value.kind)
        return True
