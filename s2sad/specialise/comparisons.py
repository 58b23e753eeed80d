"""Comparisons: decided now where both sides are known, else left to run."""

import operator

import gast

from s2sad.called.arrays import whole_shape
from s2sad.called.members import compared as sets_compared
from s2sad.called.members import is_members
from s2sad.called.messages import Unknown
from s2sad.called.order import in_order
from s2sad.called.parts import known_parts
from s2sad.called.ranges import in_range
from s2sad.facts.calls import is_one
from s2sad.facts.effects import is_silent
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import INT
from s2sad.facts.values import Expression, Record, Static, is_of
from s2sad.known.comparable import comparable, differ, found_among, shown
from s2sad.known.growing import is_growing
from s2sad.syntax import build
from s2sad.syntax.walk import walk

_COMPARISONS = {
    gast.Eq: operator.eq,
    gast.NotEq: operator.ne,
    gast.Lt: operator.lt,
    gast.LtE: operator.le,
    gast.Gt: operator.gt,
    gast.GtE: operator.ge,
    gast.Is: operator.is_,
    gast.IsNot: operator.is_not,
    gast.In: lambda a, b: a in b,
    gast.NotIn: lambda a, b: a not in b,
}


def is_listed(value):
    """Whether a value is numbers in an array."""
    if is_members(value):
        return True
    if is_growing(value):
        return value.container.item.kind.rank == 0
    return isinstance(value, Expression) and getattr(value.kind, "rank", 0) == 1


def _form(record):
    """What a structure is to `==`: named tuples are tuples."""
    made = record.container
    return tuple if isinstance(made, type) and issubclass(made, tuple) else made


def _does_something(node):
    """Whether it counts that an operand is not asked for: it calls, or may raise."""
    divides = any(
        isinstance(n, gast.BinOp)
        and isinstance(n.op, (gast.FloorDiv, gast.Mod))
        and not isinstance(n.right, gast.Constant)
        for n in walk(node)
    )
    return divides or not is_silent(node)


class Comparisons:
    """Specialises the comparisons of one function."""

    def __init__(self, frame):
        self.frame = frame

    def _Compare(self, node):
        if any(map(_does_something, node.comparators[1:])):
            return self.chained(node)
        operands = in_order(self.frame, [node.left, *node.comparators])
        made = self.frame.operators.compared(node, operands)
        if made is not None:
            return made
        decided = sets_compared(self.frame, node, operands)
        if decided is not None:
            return decided
        decided = self.decided(node, operands)
        if decided is not None:
            return Static(decided)
        if isinstance(node.ops[0], (gast.In, gast.NotIn)):
            return self.member(node, operands)
        if all(isinstance(value, Record) for value in operands):
            return self.tuples_compared(node, operands)
        first, *others = [
            self.frame.expressions.as_expression(v, n).node
            for v, n in zip(operands, (node.left, *node.comparators))
        ]
        return self.frame.expressions.expression(
            gast.Compare(first, list(node.ops), others)
        )

    def member(self, node, operands):
        """Whether a number is one of a few: == of each of them."""
        left, right = operands[0], operands[-1]
        parts = known_parts(self.frame, right, node) if len(operands) == 2 else None
        answer = False if parts == [] else found_among(left, parts or [])
        if answer is not None:
            return Static(answer == isinstance(node.ops[0], gast.In))
        if isinstance(left, Expression) and is_listed(right):
            if is_members(right):
                right = right.items["values"]
            return self.found(node, left, right)
        if is_of(right, range) and getattr(left, "kind", None) == INT:
            found = in_range(self.frame, left, right, node)
            if isinstance(node.ops[0], gast.In):
                return found
            return self.frame.expressions.expression(build.logical_not(found.node))
        if isinstance(left, Record) and all(isinstance(p, Record) for p in parts or ()):
            return self.same_as_one(node, left, parts or ())
        if not isinstance(left, Expression) or not parts:
            what = "it is not known what this is in"
            raise self.frame.refuse(node, what, "a loop, or == of each")
        is_in = isinstance(node.ops[0], gast.In)
        op, joint = (gast.Eq, gast.Or) if is_in else (gast.NotEq, gast.And)
        tests = []
        for part in parts:
            if differ(left, part):
                continue
            other = self.frame.expressions.as_expression(part, node)
            tests.append(build.compare(left.node, op(), other.node))
        if not tests:
            return Static(not is_in)
        test = tests[0] if len(tests) == 1 else gast.BoolOp(joint(), tests)
        return self.frame.expressions.expression(test)

    def same_as_one(self, node, left, parts):
        """Whether a tuple, such as a shape, is one of a few."""
        is_in, tests = isinstance(node.ops[0], gast.In), []
        equal = gast.Compare(node.left, [gast.Eq()], [node.left])
        for part in parts:
            same = self.tuples_compared(gast.copy_location(equal, node), [left, part])
            if isinstance(same, Static) and same.value:
                return Static(is_in)
            if not isinstance(same, Static):
                tests.append(same.node)
        if not tests:
            return Static(not is_in)
        test = tests[0] if len(tests) == 1 else gast.BoolOp(gast.Or(), tests)
        return self.frame.expressions.expression(
            test if is_in else build.logical_not(test)
        )

    def found(self, node, left, right):
        """Whether a number is in an array, or in a list that lives in one."""
        item = build.name(self.frame.temporary("item"))
        names = [self.frame.named(value, node, "sought") for value in (left, right)]
        part = gast.comprehension(build.stored(item), names[1], [], 0)
        equal = build.compare(item, gast.Eq(), names[0])
        search = gast.GeneratorExp(equal, [part])
        for inner in gast.walk(search):
            gast.copy_location(inner, node)
        found = self.frame.comprehensions.found(search, is_all=False)
        if isinstance(node.ops[0], gast.In):
            return found
        return self.frame.expressions.expression(build.logical_not(found.node))

    def chained(self, node):
        """`a < m < c`: c is not asked for unless a < m, and m is asked for once."""
        first, middle = in_order(self.frame, [node.left, node.comparators[0]])
        if isinstance(middle, Expression) and not middle.kind.rank:
            middle = self.frame.stored(middle, "middle")
        first, middle = (self.frame.named(v, node, "operand") for v in (first, middle))
        tests = [
            gast.Compare(first, node.ops[:1], [middle]),
            gast.Compare(middle, node.ops[1:], node.comparators[1:]),
        ]
        both = gast.BoolOp(gast.And(), [gast.copy_location(t, node) for t in tests])
        return self.frame.expressions.value(gast.copy_location(both, node))

    def tuples_compared(self, node, operands):
        """Whether two tuples are the same, or not: shapes as such, others by parts."""
        (op, *more), (left, right, *_) = node.ops, operands
        if more or not isinstance(op, (gast.Eq, gast.NotEq)):
            raise self.frame.refuse(node, "tuples are compared", "their parts, by <")
        pairs = self.paired(left, right, node)
        if not pairs:
            return Static(isinstance(op, gast.Eq) == (pairs is not None))
        kinds = self.frame.kinds()
        shapes = [whole_shape(record, kinds) for record in (left, right)]
        if None not in shapes:
            return self.frame.expressions.expression(
                build.compare(shapes[0], op, shapes[1])
            )
        number = self.frame.expressions.as_expression
        parts = [[number(leaf, node).node for leaf in pair] for pair in pairs]
        tests = [build.compare(a, op, b) for a, b in parts]
        if len(tests) == 1:
            return self.frame.expressions.expression(tests[0])
        joint = gast.And() if isinstance(op, gast.Eq) else gast.Or()
        return self.frame.expressions.expression(gast.BoolOp(joint, tests))

    def paired(self, left, right, node):
        """The leaves that are compared of two structures; None if they are not alike.

        A list is no tuple, and of dicts the order of the keys is no matter.
        """
        sides = (left, right)
        if any(map(is_growing, sides)):
            what = "a list whose length is not known is compared"
            raise self.frame.refuse(node, what, "a comparison of its items, in a loop")
        if not any(isinstance(side, Record) for side in sides):
            return [sides]
        if not all(isinstance(side, Record) for side in sides):
            self.refuse_tables(sides, node)
            return None
        if _form(left) is not _form(right) or left.items.keys() != right.items.keys():
            return None
        found = []
        for key, part in left.items.items():
            inner = self.paired(part, right.items[key], node)
            if inner is None:
                return None
            found.extend(inner)
        return found

    def refuse_tables(self, sides, node):
        """Refuse to compare a structure with an array, or with a table."""
        for side in sides:
            is_table = isinstance(getattr(side, "value", None), (tuple, list, dict))
            if is_table or getattr(getattr(side, "kind", None), "rank", 0):
                what = f"a tuple or a list is compared with {shown(side)}"
                raise self.frame.refuse(node, what, "a comparison of the items")

    def kind(self, node):
        return kind_of(node, self.frame.kinds())

    def one(self, value):
        """The length of an axis that is known to have length 1, or None."""
        if isinstance(value, Expression) and is_one(value.node, self.kind):
            return Static(1)
        return None

    def decided(self, node, operands):
        """The truth of a comparison of things that are known, or None."""
        known = [comparable(value) or self.one(value) for value in operands]
        if any(isinstance(k and k.value, Unknown) for k in known):
            raise self.frame.refuse(node, "a text with values in it is compared")
        results = []
        for op, (a, left), (b, right) in zip(
            node.ops, zip(known, operands), zip(known[1:], operands[1:])
        ):
            if isinstance(op, (gast.Is, gast.IsNot)) and (a is None or b is None):
                other = right if a is not None else left
                static = a if a is not None else b
                if static is not None and static.value is None:
                    self.frame.lists.gaps.asked(other, node.left, node)
                    results.append(isinstance(op, gast.IsNot))
                    continue
                raise self.frame.refuse(node, f"is of {shown(other)}", "== for numbers")
            if differ(left, right) and isinstance(op, (gast.Eq, gast.NotEq)):
                if Static(None) in (left, right):
                    self.frame.lists.gaps.asked(right if a else left, node.left, node)
                results.append(isinstance(op, gast.NotEq))
                continue
            if a is None or b is None:
                if isinstance(op, (gast.In, gast.NotIn)) and a is not None:
                    if is_of(right, dict):
                        is_in = isinstance(op, gast.In)
                        results.append((a.value in right.items) is is_in)
                        continue
                return None
            try:
                results.append(_COMPARISONS[type(op)](a.value, b.value))
            except TypeError as error:
                raise self.frame.source.raising(node, error) from None
        return all(results)
