"""Arrays without axes: they are numbers in the text, and may be indexed and written.

out = np.empty_like(x)      becomes     out = 0.0
out[x > 0.0] = x ** 2                   if x > 0.0:
                                            out = x ** 2

What is a number of Python or of NumPy raises where it is indexed: a try statement
around asks by that whether it was given an array.
"""

from dataclasses import replace
from typing import TypeGuard

import gast

from s2sad.called.arrays import number_of_dtype
from s2sad.facts.indices import index_items
from s2sad.facts.kinds import BOOL, Array, Scalar
from s2sad.facts.values import Expression, Record, Static, is_of, list_record
from s2sad.known.comparable import truth
from s2sad.specialise.rankless import Rankless
from s2sad.syntax import build
from s2sad.syntax.walk import walk

_TEST = "a test of isinstance(x, np.ndarray)"


class WithoutAxes:
    """What one function does to numbers as if they were arrays.

    `numbers` says of names whether all that they were bound to are surely no arrays;
    `holds` is the mask that holds where a write through it is specialised.
    """

    def __init__(self, frame):
        self.frame, self.holds = frame, None
        self.rankless = Rankless(frame)
        self.numbers = {}
        if len(frame.unit.active) == 1 or self.is_asked(frame.node):
            given = frame.entry.bindings.items()
            self.numbers = {k: v.is_array is False for k, v in given if is_number(v)}

    def bound(self, name, value):
        """A name is bound to a number, or to an array without axes."""
        self.rankless.bound(name, value)
        is_sure = self.is_sure(value)
        self.numbers[name] = is_sure and self.numbers.get(name, True)

    def is_array(self, value):
        return isinstance(value, Expression) and value.is_array

    def is_asked(self, define):
        """Whether a function may ask by trying whether it was given an array."""
        is_try = any(isinstance(node, gast.Try) for node in walk(define))
        return is_try or bool(self.frame.unit.caught)

    def passed(self, define, values):
        """Arguments of a function, told what may be an array only if it asks."""
        change = self.told if self.is_asked(define) else untold
        return {name: change(value) for name, value in values.items()}

    def told(self, value):
        if isinstance(value, Record):
            return value.map(self.told)
        if is_number(value) and not value.is_array:
            return replace(value, is_array=False if self.is_sure(value) else None)
        return value

    def returned(self, result, value):
        """What a call gives, told what its function knew of it."""
        if isinstance(value, Record):
            if not isinstance(result, Record):
                return value
            known = iter(result.leaves())
            return value.map(lambda leaf: self.returned(next(known), leaf))
        if not is_number(value) or not is_number(result):
            return value
        if isinstance(value.node, gast.Name):
            self.numbers.setdefault(value.node.id, result.is_array is False)
        return replace(value, is_array=result.is_array)

    def is_sure(self, value):
        """Whether a value is surely no array without axes."""
        node = value.node
        if value.is_array is not False or isinstance(node, gast.IfExp):
            return False
        if isinstance(node, gast.Name):
            return self.numbers.get(node.id, False)
        return True

    # reading

    def part(self, base, node):
        """What `x[()]`, `x[...]`, `x[..., None]` and `x[mask]` are."""
        items = self.items(node)
        if len(items) == 1 and self.is_mask(items[0]):
            self.check_array(base, node)
            return self.masked(base, items[0])
        if not all(map(self.is_plain, items)):
            self.check_array(base, node)
            self.check_axes(base, node)
            raise self.frame.refuse(node, f"a {base.kind} can't be indexed")
        is_view = bool(items) and all(item.value is Ellipsis for item in items)
        value = Expression(base.node, base.kind, is_array=is_view)
        for item in items:
            if item.value is None:
                value = list_record([value])
        return self.frame.expressions.as_expression(value, node)

    def items(self, node):
        """The values that the subscript of a number stands for."""
        found = []
        for item in index_items(node):
            if isinstance(item, gast.Slice):
                found.append(item)
                continue
            value = self.frame.expressions.value(item)
            is_tuple = is_of(value, tuple)
            found += value.items.values() if is_tuple else [value]
        return found

    def is_plain(self, item):
        return isinstance(item, Static) and item.value in (None, Ellipsis)

    def is_mask(self, item):
        is_known = isinstance(item, Static) and isinstance(item.value, bool)
        return is_known or (isinstance(item, Expression) and item.kind == BOOL)

    def masked(self, base, mask):
        """A number where a truth holds: a vector of one element, or of none."""
        known = truth(mask)
        if known is None and gast.dump(mask.node) == self.holds:
            return Expression(base.node, base.kind)
        count = build.constant(int(bool(known)))
        if known is None:
            choice = gast.IfExp(mask.node, build.constant(1), build.constant(0))
            choice = self.frame.expressions.expression(choice)
            count = self.frame.stored(choice, "count").node
        call = build.call("np.full", count, base.node)
        return self.frame.expressions.expression(call)

    def check_array(self, base, node):
        """Python's numbers can't be indexed, if anybody asks for that."""
        careful = self.frame.careful
        if not careful.wants(TypeError) or self.is_array(base):
            return
        if careful.is_of_numpy(base.node):
            return
        if not self.is_sure(base) or careful.is_unknown(base.node):
            raise self.frame.refuse(node, "what may be a number is indexed", _TEST)
        raise self.frame.source.raising(node, TypeError("a number is indexed"))

    def check_axes(self, base, node):
        """Numbers of NumPy, and arrays without axes, have no place to read."""
        is_of_numpy = self.is_array(base) or self.frame.careful.is_of_numpy(base.node)
        if is_of_numpy and self.frame.careful.wants(IndexError):
            error = IndexError("there are no axes to index")
            raise self.frame.source.raising(node, error)

    # writing

    def assign(self, place, given, node):
        """Whether a target is a part of what is no array; it is written then.

        `given` is the node of what is written.
        """
        if not isinstance(place, gast.Subscript) or not self.holds_number(place.value):
            return False
        base = self.frame.expressions.value(place.value)
        if not base.is_array:
            self.frame.expressions.value(given)
            self.check_writable(base, place)
        name = getattr(base.node, "id", None)
        items = self.items(place)
        is_mask = len(items) == 1 and self.is_mask(items[0])
        if name is None or not (is_mask or all(map(self.is_plain, items))):
            what = "an array without axes is written at this index"
            raise self.frame.refuse(place, what, "x[()] = ..., or x[mask] = ...")
        self.check_owned(base, place)
        known = truth(items[0]) if is_mask else True
        if known is None:
            mask = self.mask(items[0])
            self.write_if(mask, lambda: self.take(base, given, node))
        elif known:
            self.take(base, given, node)
        return True

    def mask(self, value):
        """The node of a mask, which the text reads more than once."""
        is_named = isinstance(value.node, gast.Name)
        return value.node if is_named else self.frame.stored(value, "mask").node

    def holds_number(self, node):
        """Whether a name holds a number."""
        return is_number(self.frame.env.get(getattr(node, "id", None)))

    def check_writable(self, base, place):
        """Numbers can't be written into, which a try statement may ask for."""
        if self.frame.careful.wants(TypeError) and self.is_sure(base):
            error = TypeError("a number does not support item assignment")
            raise self.frame.source.raising(place, error)
        what = "only parts of arrays are assigned to"
        raise self.frame.refuse(place, what, "an array argument")

    def write_if(self, test, take):
        """A write where a test holds."""
        frame, before = self.frame, self.frame.state
        frame.state = frame.copied()
        around, self.holds = self.holds, gast.dump(test)
        frame.conditional += 1
        _, out = frame.aside(take)
        frame.conditional -= 1
        self.holds = around
        after, frame.state = frame.state, before
        frame.emit(build.conditional(test, out))
        frame.statements.meet(after, False, before, False)

    def take(self, base, given, node):
        """A name has another number, of the kind that it had."""
        name, kind = base.node.id, base.kind
        value = self.frame.expressions.number(given)
        if isinstance(value.kind, Array):
            value = self.only(self.frame.stored_if_compound(value), node)
        self.frame.assignments.check_real(kind, value.kind, node)
        if value.kind != kind:
            value = number_of_dtype(self.frame, value, kind.dtype, node)
        self.frame.emit(build.assign(name, value.node))
        self.frame.rebound.add(name)
        self.frame.env[name] = Expression(build.name(name), kind, is_array=True)

    def only(self, value, node):
        """The element of a vector that must have one."""
        if value.kind.rank > 1:
            what = f"a {value.kind} is written where a number stands"
            raise self.frame.refuse(node, what)
        length = self.frame.shapes.length_of(value.node, 0)
        if build.number_of(length) != 1:
            message = build.constant("several elements are written where a number is")
            error = gast.Raise(build.call("ValueError", message), None)
            test = build.compare(length, gast.NotEq(), build.constant(1))
            self.frame.emit(build.conditional(test, [error]))
        first = build.subscript(value.node, build.constant(0))
        return self.frame.expressions.expression(first)

    def check_owned(self, base, node):
        """Refuse a write that another name, or a caller, would see."""
        self.rankless.augmented(base.node, base)
        if base.node.id in self.rankless.given:
            what = f"{base.node.id}, an array without axes, is written for the caller"
            raise self.frame.refuse(node, what, "a copy at first: x.copy()")


def is_number(value) -> TypeGuard[Expression]:
    """Whether a value is a number in the text."""
    return isinstance(value, Expression) and isinstance(value.kind, Scalar)


def untold(value):
    """A value of which it does not count whether it may be an array."""
    if isinstance(value, Record):
        return value.map(untold)
    is_unknown = is_number(value) and value.is_array is None
    return replace(value, is_array=False) if is_unknown else value
