"""Several targets: tuples and arrays are unpacked, and names change places."""

import gast

from s2sad.called.parts import known_parts, listed_array
from s2sad.facts.effects import base_name
from s2sad.facts.kinds import Array
from s2sad.facts.values import Expression, Record, is_of, list_record
from s2sad.known.growing import is_growing
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
        for target, part in zip(*self.matched(place, value, node)):
            self.give(target, part, node)

    def matched(self, place, value, node):
        """(targets, values) of what is unpacked: as many values as targets."""
        if is_growing(value):
            value = self.frame.reading.array(value)
        values = known_parts(self.frame, value, node)
        if values is None and is_of(value, range):
            value = self.frame.expressions.as_expression(value, node)
        if isinstance(value, Expression) and isinstance(value.kind, Array):
            value = self.frame.stored_if_compound(value)
            return _plain(place.elts), self.elements(value, place.elts)
        if values is None:
            raise self.frame.refuse(node, "only tuples and arrays are unpacked")
        values = _gathered(place.elts, values)
        if len(values) != len(place.elts):
            what = f"{len(values)} values are unpacked into {len(place.elts)} names"
            raise self.frame.refuse(node, what)
        return _plain(place.elts), values

    def elements(self, array, targets):
        """The elements of an array, one for each target: as many as it has."""
        star = _place_of_star(targets)
        self.frame.shapes.check_count(array.node, len(targets), star is not None)
        read = self.frame.expressions.expression
        values = [
            read(build.subscript(array.node, build.constant(place)))
            for place in range(len(targets) if star is None else star)
        ]
        if star is None:
            return values
        length = self.frame.shapes.length_of(array.node, 0)
        after = len(targets) - star - 1
        end = build.shifted(length, -after) if after else None
        between = gast.Slice(build.constant(star) if star else None, end, None)
        rest = build.subscript(array.node, between) if star or end else array.node
        values.append(listed_array(self.frame, read(rest), self.frame.statements.now))
        for place in range(after, 0, -1):
            last = build.shifted(length, -place)
            values.append(read(build.subscript(array.node, last)))
        return values

    def unpack(self, place, value, node):
        targets, values = self.matched(place, value, node)
        if self.permutes(targets, values):
            return
        if self.frame.lists.exchanges.permutes(targets, values):
            return
        with self.frame.lists.copies.exchange(_is_exchange(targets, node)):
            for position, (target, item) in enumerate(zip(targets, values)):
                values[position + 1 :] = [
                    self.saved_from(v, target, targets) for v in values[position + 1 :]
                ]
                self.frame.assignments.assign(target, item, node)

    def names_results(self, place, value):
        """`a, b = g(x)`: the results of a call get their names at once."""
        last = self.frame.buffers[-1][-1] if self.frame.buffers[-1] else None
        if not isinstance(value, Record) or not isinstance(last, gast.Assign):
            return False
        if not value.leaves() or [*value.items.values()] != value.leaves():
            return False  # a list in an array is two leaves, and one result
        leaves, targets = value.leaves(), getattr(last.targets[0], "elts", [])
        if [getattr(t, "id", None) for t in targets] != [
            getattr(getattr(leaf, "node", None), "id", 0) for leaf in leaves
        ] or not isinstance(last.value, gast.Call):
            return False
        items = getattr(place, "elts", [])
        names = [item.id for item in items if isinstance(item, gast.Name)]
        if len(names) != len(leaves) or len(set(names)) != len(names):
            return False
        options = self.frame.alternatives.options
        if set(names) & (self.frame.source.types.keys() | options.keys()):
            return False
        last.targets = build.assign(names, last.value).targets
        for name, leaf in zip(names, leaves):
            self.frame.without_axes.bound(name, leaf)
            new = Expression(build.name(name), leaf.kind, is_array=leaf.is_array)
            self.frame.env[name] = new
        return True

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
            if self.is_of_list(value, target):
                copied = build.call(build.attribute(value.node, "copy"))
                value = Expression(copied, value.kind)
            base = value.node.id if isinstance(value.node, gast.Name) else "value"
            return self.frame.stored(value, f"{base}_before")
        return value

    def is_of_list(self, value, target):
        """Whether a value is a part of the list in which a target is a place."""
        if not isinstance(target, gast.Subscript) or not isinstance(value.kind, Array):
            return False
        base = self.frame.expressions.value(target.value)
        if not is_growing(base):
            return False
        arrays = value.node, base.items["values"].node
        cells = [self.frame.memory.of(base_name(array)) for array in arrays]
        return cells[0] == cells[1]

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
        is_one = len({value.kind for value in values}) == 1
        if not is_one and set(names) & self.frame.alternatives.options.keys():
            return False  # a name has an array of its own for each kind
        moved = [n for n, g in zip(names, given) if n != g]
        given = [build.name(g) for n, g in zip(names, given) if n != g]
        if moved:
            self.frame.emit(build.assign(moved, build.tuple_of(given)))
        for name, value in zip(names, values):
            self.frame.env[name] = Expression(build.name(name), value.kind)
        return True


def _is_exchange(targets, node):
    """Whether `a[i], a[k] = a[k], a[i]` only changes the places of what is there."""
    given = getattr(getattr(node, "value", None), "elts", None)
    if given is None or not all(isinstance(t, gast.Subscript) for t in targets):
        return False
    sides = [[gast.dump(build.loaded(p)) for p in side] for side in (targets, given)]
    return sorted(sides[0]) == sorted(sides[1])


def _place_of_star(targets):
    """Which of the targets is `*rest`; None if there is none."""
    stars = (n for n, item in enumerate(targets) if isinstance(item, gast.Starred))
    return next(stars, None)


def _plain(targets):
    """The targets, `rest` for `*rest`."""
    return [t.value if isinstance(t, gast.Starred) else t for t in targets]


def _gathered(targets, values):
    """The values, with a list of those that `*rest` takes."""
    star = _place_of_star(targets)
    if star is None or len(values) < len(targets) - 1:
        return values
    end = len(values) - (len(targets) - star - 1)
    return [*values[:star], list_record(values[star:end]), *values[end:]]
