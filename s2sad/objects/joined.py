"""Lists that are made of others: `[a, *b]`, `a + b`, `[e] * n`."""

from dataclasses import replace

import gast

from s2sad.called.parts import known_parts, made
from s2sad.facts.kinds import INT, Array
from s2sad.facts.shapes import clamped
from s2sad.facts.values import Expression, Record, list_record, record_like
from s2sad.known.comparable import comparable
from s2sad.known.constants import constant
from s2sad.known.growing import both, filled, is_growing
from s2sad.syntax import build


class Joined:
    """Joins and repeats the lists of one function."""

    def __init__(self, frame):
        self.frame = frame

    def displayed(self, node, values):
        """`[a, *b]`: where it is not known how long b is, lists that are joined."""
        runs, pairs = [[]], list(zip(node.elts, values))
        for item, value in pairs:
            is_spread = isinstance(item, gast.Starred)
            if is_spread and known_parts(self.frame, value, item) is None:
                listed = made(self.frame, list, [value], {}, item)
                if listed is not None:
                    runs += [listed, []]
                    continue
            runs[-1] += self.frame.expressions.parts(item, value)
        found, *others = [list_record(r) if isinstance(r, list) else r for r in runs]
        for other in others:
            if is_growing(other) or other.items:
                found = self.joined(found, other, node)
        return found

    def joined(self, left, right, node):
        """`a + b` of lists or tuples."""
        left = self.frame.identities.current(left)  # the right side may have changed it
        if not is_growing(left) and not is_growing(right):
            items = [*left.items.values(), *right.items.values()]
            return record_like(left, items)
        name = self.frame.temporary("joined")
        self.frame.rebound.add(name)
        sides = [self.frame.named(side, node, "part") for side in (left, right)]
        self.frame.grown.setdefault(name, self.items_of(left, right, node))
        value = list_record(left.items.values())
        if is_growing(left):
            value = replace(left, token=object())
        self.frame.assignments.assign_name(name, value, node)
        extend = build.call(build.attribute(build.name(name), "extend"), sides[1])
        for part in gast.walk(extend):
            gast.copy_location(part, node)
        self.frame.expressions.value(extend)
        return self.frame.env.pop(name)  # whoever takes it has it alone

    def items_of(self, left, right, node):
        """What a list holds that two lists are joined to."""
        found = []
        for side in (left, right):
            if is_growing(side):
                found.append(side.container.item)
            else:
                found.extend(
                    self.frame.lists.item(part, node) for part in side.items.values()
                )
        joint = found[0]
        for item in found[1:]:
            joint = joint and both(joint, item)
        if joint is None:
            raise self.frame.refuse(node, "a list holds values of two kinds")
        return joint

    def repeated(self, left, right, node):
        """`[0.0] * 3` is a list of three; None for what is no repetition."""
        record, count = (left, right) if isinstance(left, Record) else (right, left)
        if not isinstance(node.op, gast.Mult) or isinstance(count, Record):
            return None
        number = getattr(comparable(count), "value", None)
        is_counted = isinstance(count, Expression) and count.kind == INT
        if not is_counted and not isinstance(number, int):
            return None
        if isinstance(number, int) and not is_growing(record):
            items = [self.one_object(value) for value in record.items.values()]
            return record_like(record, items * number)
        return self.repeated_later(record, count, node)

    def one_object(self, value):
        """An item that is one object as often as it is repeated: it has a name."""
        if isinstance(value, Record):
            return value.map(self.one_object)
        is_array = isinstance(value, Expression) and isinstance(value.kind, Array)
        return self.frame.stored_if_compound(value) if is_array else value

    def repeated_later(self, record, count, node):
        """`[e] * n`, where n is known when the function runs."""
        parts = list(record.items.values())
        refusal = self.frame.refuse(node, "a list is repeated", "np.tile, or a loop")
        if is_growing(record):
            return self.repeated_whole(record, count, node, refusal)
        if len(parts) != 1:
            raise refusal
        if isinstance(parts[0], Record):
            number = constant(self.frame, count, refusal).value
            return record_like(record, [self.one_object(parts[0])] * number)
        part = self.frame.lists.gaps.filled(parts[0], node)
        item = self.frame.lists.item(part, node)
        if item.kind.rank:
            return self.rows_of_one(part, count, node)
        value = self.frame.expressions.as_expression(part, node).node
        call = build.call("np.full", clamped(count.node), value)
        return filled(Expression(call, item.values), item)

    def repeated_whole(self, record, count, node, refusal):
        """`out * 2` of a list in an array, so often as is known."""
        number = constant(self.frame, count, refusal).value
        found = record if number > 0 else list_record([])
        for _ in range(number - 1):
            found = self.joined(found, record, node)
        return replace(found, token=object())

    def rows_of_one(self, array, count, node):
        """`[a] * n` of an array is `[a for _ in range(n)]`."""
        array = self.frame.stored_if_compound(array)
        times = build.call("range", count.node)
        over = gast.comprehension(build.stored(build.name("_")), times, [], 0)
        rows = gast.copy_location(gast.ListComp(array.node, [over]), node)
        return self.frame.expressions.value(gast.fix_missing_locations(rows))
