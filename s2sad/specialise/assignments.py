"""Assignments as a function is specialised: to names, parts of arrays, structures."""

from dataclasses import replace

import gast

from s2sad.called.compiled import as_kind, kind_of_numba
from s2sad.called.places import augmented, settled, settled_for
from s2sad.facts import effects
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Array
from s2sad.facts.values import (
    Bound,
    Closure,
    Expression,
    Record,
    Static,
    is_of,
    static_node,
)
from s2sad.known.comparable import comparable
from s2sad.known.constants import constant, integer_of
from s2sad.known.growing import Regrown, is_growing, may_grow
from s2sad.known.options import is_one_of
from s2sad.known.overlap import overlaps
from s2sad.objects.attributes import Place
from s2sad.objects.setting import write_attribute
from s2sad.specialise.once import kept
from s2sad.specialise.products import multiplied
from s2sad.specialise.scatter import is_scattered, scattered
from s2sad.syntax import build
from s2sad.syntax.names import identifier, names_in, reads


class Assignments:
    """Specialises the assignments of one function."""

    def __init__(self, frame):
        self.frame = frame

    @property
    def part_names(self):
        """{(name of a structure, part): the name of that part}."""
        return self.frame.fresh.parts

    def _Assign(self, node):
        node = kept(self.frame, node)
        (place,) = node.targets
        if self.frame.without_axes.assign(place, node.value, node):
            return
        value = self.frame.alternatives.called(node.value)
        if is_one_of(value) and not isinstance(place, gast.Name):
            given = self.frame.alternatives.named(value, node)
            again = gast.copy_location(build.assign(place, given), node)
            self.frame.statements.statement(gast.fix_missing_locations(again))
            return
        if not is_one_of(value) and self.frame.unpacking.names_results(place, value):
            return
        if isinstance(place, (gast.Tuple, gast.List)):
            self.frame.unpacking.unpack(place, value, node)
        else:
            if isinstance(place, gast.Name) and isinstance(value, Expression):
                value = self.unnamed(value)
            value = self.frame.lending.settle(place, value)
            self.assign(place, value, node)

    def assign(self, place, value, node):
        if isinstance(place, gast.Name):
            self.assign_name(place.id, value, node)
        elif isinstance(place, gast.Subscript):
            self.assign_part(place, value, node)
        elif isinstance(place, (gast.Tuple, gast.List)):
            self.frame.unpacking.unpack(place, value, node)
        else:
            self.assign_attribute(place, value)

    def assign_attribute(self, place, value):
        """`base.name = value`, of an object that is known."""
        base = self.frame.expressions.value(place.value)
        write_attribute(self.frame, base, place, value)

    def assign_name(self, name, value, node=None):
        if name in self.frame.alternatives.options or is_one_of(value):
            self.frame.alternatives.assign(name, value, node)
        else:
            self.assign_one(name, value, node)

    def assign_one(self, name, value, node=None):
        """Bind a name that holds one thing wherever it is read."""
        if name in self.frame.source.types:
            kind = kind_of_numba(self.frame.source.types[name])
            value = as_kind(self.frame, value, kind, node)
        if isinstance(value, Static) and (
            static_node(value.value) is None
            or value.value is None
            or isinstance(value.value, str)
            or name not in self.frame.rebound
        ):
            self.frame.env[name] = value
            return
        if isinstance(value, (Closure, Bound)):
            self.frame.env[name] = value
            return
        if isinstance(value, Record):
            self.assign_record(name, value, node)
            return
        value = self.frame.expressions.as_expression(value, node)
        if isinstance(value.node, gast.Name) and value.node.id == name:
            if value.is_array:
                self.frame.env[name] = value
            return
        self.frame.without_axes.bound(name, value)
        self.frame.emit(build.assign(name, value.node))
        number = integer_of(self.frame, value.node)
        self.frame.env[name] = Expression(
            build.name(name), value.kind, number, value.is_array
        )

    def unnamed(self, value):
        """A value without the name that a call written out here just gave it."""
        last = self.frame.buffers[-1][-1] if self.frame.buffers[-1] else None
        name = getattr(value.node, "id", None)
        if not isinstance(last, gast.Assign) or name not in self.frame.inlined:
            return value
        if getattr(last.targets[0], "id", None) != name:
            return value
        self.frame.buffers[-1].pop()
        return Expression(last.value, value.kind)

    def assign_record(self, name, value, node):
        """A name is bound to a structure: a new one, or one that has a name."""
        source = getattr(node, "iter", getattr(node, "value", node))
        is_item = hasattr(node, "iter")
        held = self.frame.lists.copies.rows_in_new(name, value, source)
        self.frame.containers.bound(name, value, None if held else source, is_item)
        self.frame.env[name] = self.stored_record(name, value, node)
        self.frame.lists.copies.has_rows(name, value, held)

    def stored_record(self, name, value, node):
        """Each number of a structure in a name of its own."""
        if name in self.frame.grown and may_grow(value):
            if is_growing(value) and self.frame.inside.is_received:
                return self.frame.inside.received(name, value)
            return self.frame.lists.born(name, value, node)
        return self.named_parts(name, self.apart(name, value, set()), node)

    def apart(self, name, value, written):
        """A structure whose later parts read none of the names written before them."""
        items = {}
        for key, item in value.items.items():
            part = self.part_name(name, key)
            if isinstance(item, Record) and not is_one_of(item):
                item = self.apart(part, item, written)
            elif isinstance(item, Expression) and reads(item.node) & written:
                item = self.frame.stored(item, part)
            items[key] = item
            written.add(part)
        return Record(items, value.container, value.token)

    def named_parts(self, name, value, node):
        items = {}
        for key, item in value.items.items():
            part = self.part_name(name, key)
            if part in self.frame.alternatives.options or is_one_of(item):
                items[key] = self.frame.alternatives.part(part, item)
            elif isinstance(item, Record) and part in self.frame.grown:
                items[key] = self.frame.inside.born(part, item, node)
            elif isinstance(item, Record):
                items[key] = self.named_parts(part, item, node)
            elif isinstance(item, (Static, Closure, Bound)):
                items[key] = item
            else:
                items[key] = self.part(part, item)
        return Record(items, value.container, value.token)

    def part_name(self, name, key):
        """The name of one number of a structure, the same in all branches."""
        if (name, key) not in self.part_names:
            found = identifier(f"{name}_{key}")
            known = self.frame.env.get(name)
            item = known.items.get(key) if isinstance(known, Record) else None
            is_its_own = isinstance(item, Expression) and found in names_in(item.node)
            if found in self.frame.fresh.taken and not is_its_own:
                found = self.frame.fresh(found)
            self.frame.fresh.taken.add(found)
            self.frame.locals.add(found)
            self.part_names[name, key] = found
        return self.part_names[name, key]

    def names_of_parts(self, name):
        """The names of the numbers of a structure that a name has, or had."""
        found = set()
        for (owner, _), part in self.part_names.items():
            if owner == name:
                found |= {part} | self.names_of_parts(part)
        return found

    def part(self, name, item):
        if not (isinstance(item.node, gast.Name) and item.node.id == name):
            self.frame.without_axes.bound(name, item)
            self.frame.emit(build.assign(name, item.node))
        number = integer_of(self.frame, item.node)
        named = Expression(build.name(name), item.kind, is_array=item.is_array)
        self.frame.env[name] = replace(named, number=number)
        return named

    def assign_part(self, place, value, node):
        self.grow_if_varying(place.value)
        if self.frame.writing.inner(place, value, node):
            return
        base = self.frame.expressions.value(place.value)
        if is_growing(base):
            self.frame.writing.item(base, place, value, node)
            return
        if is_of(base, list, dict):
            self.assign_item(base, place, value)
            return
        if isinstance(base, Static) and isinstance(base.value, (dict, list)):
            self.assign_entry(base, place, value)
            return
        if not isinstance(base, Expression) or not isinstance(base.kind, Array):
            raise self.frame.refuse(
                place, "only parts of arrays are assigned to", "an array argument"
            )
        self.frame.lending.changed(base.node)
        self.store(*settled_for(self.frame, base, place, value), node)

    def store(self, target, value, node):
        """A number or an array into a part of an array."""
        self.check_part(target, value, node)
        self.frame.careful.place(target)
        if is_scattered(self.frame, target):
            scattered(self.frame, target, self.fitting(target, value))
            return
        written = self.frame.shapes.checked_write(target, value.node)
        value = Expression(written, value.kind)
        is_view = effects.base_name(value.node) is not None
        if value.kind.rank and overlaps(self.frame, target, value.node, is_view):
            value = Expression(copied(value), value.kind)
        self.frame.emit(build.assign(target, value.node))

    def check_real(self, part, kind, node):
        """Complex numbers have no place in an array of real ones."""
        if kind.is_complex and not part.is_complex:
            what = f"a {kind} is written where a {part} stands"
            raise self.frame.refuse(node, what, "an array of complex, or .real of it")

    def fitting(self, target, value):
        """What is written through index arrays, its lengths checked."""
        if self.frame.indexing.is_simple(target):
            node = self.frame.shapes.checked_write(target, value.node)
            return Expression(node, value.kind)
        if value.kind.rank:
            value = self.frame.stored_if_compound(value)
            self.frame.indexing.lengths.value_fits(target, value)
        return value

    def assign_entry(self, base, place, value):
        """An entry of a list or dict from outside."""
        key = comparable(self.frame.expressions.value(place.slice))
        if key is None or not isinstance(key.value, (str, int)):
            what = "a table is written at a key that is not constant"
            raise self.frame.refuse(place, what, "np.array")
        self.frame.attributes.write(Place(base.value, key.value, "entry"), value, place)

    def grow_if_varying(self, place):
        """Begin anew if a part of a list is written whose place is not constant."""
        if not isinstance(place, gast.Subscript):
            return
        base = self.frame.expressions.value(place.value)
        if is_of(base, list, dict):
            if comparable(self.frame.expressions.value(place.slice)) is None:
                self.grow(base, place)

    def grow(self, base, place):
        """Begin anew with a list in an array, as it is written at any place."""
        name = getattr(place.value, "id", None)
        self.frame.identities.regrow_around(base.token)
        name = name and self.frame.identities.first_name(name)
        if name and may_grow(base) and name not in self.frame.grown:
            raise Regrown(name)
        what = "a list is written at an index that is not constant"
        refusal = self.frame.refuse(place, what, "np.array")
        constant(self.frame, self.frame.expressions.value(place.slice), refusal)
        raise refusal

    def assign_item(self, base, place, value):
        """A part of a list or dict that lives in names."""
        if isinstance(place.slice, gast.Slice):
            self.frame.containers.replaced(base, place, value)
            return
        known = comparable(self.frame.expressions.value(place.slice))
        if known is None:
            self.grow(base, place)
            return
        key = known.value
        if base.container is list:
            key = key + len(base.items) if key < 0 else key
            if key not in base.items:
                raise self.frame.refuse(place, f"there is no part {known.value!r}")
        self.frame.identities.write(base, key, value, place)

    def _AugAssign(self, node):
        node = self.asked_once(node)
        place = node.target
        if is_part := isinstance(place, gast.Subscript):
            self.grow_if_varying(place.value)
            is_part = not self.frame.writing.is_inner(place)
        if is_part and not isinstance(node.op, gast.MatMult):
            base = self.frame.expressions.value(place.value)
            if isinstance(base, Expression) and isinstance(base.kind, Array):
                return self.augment_part(base, node)
        load = build.loaded(place)
        whole = gast.copy_location(gast.BinOp(load, node.op, node.value), node)
        if self.frame.without_axes.assign(place, whole, node):
            return
        old = self.frame.expressions.value(load)
        changed = self.frame.operators.in_place(old, node)
        if changed is not None:
            return self.frame.statements.statement(changed)
        if isinstance(old, Expression) and isinstance(old.kind, Array):
            if isinstance(node.op, gast.MatMult):
                return multiplied(self.frame, old, node)
            value = self.frame.expressions.number(node.value)
            self.frame.lending.changed(old.node)
            self.check_real(old.kind, value.kind, node)
            whole = build.subscript(old.node, gast.Slice(None, None, None))
            self.check_whole(old.kind, value.kind, node)
            value = self.frame.lending.settle(whole, value)
            self.write(whole, node.op, value, base=old.node)
            return
        self.frame.without_axes.rankless.augmented(place, old)
        value = self.frame.expressions.value(whole)
        value = self.frame.lending.settle(place, value)
        same = isinstance(place, gast.Name) and isinstance(value, Expression)
        same = same and isinstance(value.node, gast.BinOp)
        same = same and getattr(value.node.left, "id", None) == place.id
        if same and value.kind == getattr(old, "kind", None):
            self.frame.emit(gast.AugAssign(place, node.op, value.node.right))
            self.frame.env[place.id] = Expression(build.name(place.id), value.kind)
            return
        self.assign(place, value, node)

    def asked_once(self, node):
        """The assignment, whose place in a list has a name if a call gives it."""
        place, containers = node.target, self.frame.containers
        if isinstance(place, gast.Subscript) and containers.is_called_for(place):
            place = containers.at_named_place(place)
            node = gast.copy_location(gast.AugAssign(place, node.op, node.value), node)
        return node

    def check_part(self, target, value, node):
        """The kind of a part of an array, which has to hold what goes into it."""
        part = kind_of(target, self.frame.kinds())
        if value.kind.rank > part.rank:
            what = f"a {value.kind} is written where a {part} stands"
            raise self.frame.refuse(node, what)
        self.check_real(part, value.kind, node)
        return part

    def check_whole(self, part, kind, node):
        """NumPy puts no floats into an array of integers by `+=` and its like."""
        is_float = kind.is_float or isinstance(node.op, gast.Div)
        if part.rank and is_float and not part.is_float:
            what = f"a float is put into a {part}, which NumPy raises an error for"
            raise self.frame.refuse(node, what, "an array of floats: .astype(float)")

    def augment_part(self, base, node):
        self.frame.lending.changed(base.node)
        target = settled(self.frame, base, node.target)
        self.frame.careful.place(target)
        old, value = augmented(self.frame, target, node.value)
        value = self.frame.lending.settle(target, value)
        if old is not None:
            value = self.frame.expressions.operated(node.op, old, value)
            return self.store(target, value, node)
        self.check_whole(self.check_part(target, value, node), value.kind, node)
        self.frame.careful.check_divisor(node.op, None, value)
        if is_scattered(self.frame, target):
            old, fitting = build.loaded(target), self.fitting(target, value).node
            if not self.frame.indexing.is_simple(target):
                old = self.frame.indexing.gathered(old, True).node
            new = gast.BinOp(old, node.op, fitting)
            scattered(self.frame, target, self.frame.expressions.expression(new))
            return
        self.write(target, node.op, value)

    def write(self, target, op, value, base=None):
        """`target op= value`, with a copy where NumPy would see the old values."""
        node = self.frame.shapes.checked_write(target, value.node)
        if value.kind.rank and overlaps(self.frame, target, node, True):
            node = copied(value)
        place = build.stored(base if base is not None else target)
        self.frame.emit(gast.AugAssign(place, op, node))


def copied(value):
    return build.call(build.attribute(value.node, "copy"))
