"""How long axes are, in the words of the text, so that equal lengths read the same.

    if x.shape != w.shape:
        raise ...                       from here on the length of w is written `len(x)`
    y = np.empty_like(x)                and so is that of y

Only arrays that are bound once have words: no other statement can change their shape.
"""

from typing import Any

import gast

from s2sad.facts.calls import BIRTHS, spelling
from s2sad.facts.extents import lengths_of_result
from s2sad.facts.indices import index_items, is_new
from s2sad.facts.kinds import Array
from s2sad.facts.shapes import (
    LIKE,
    asked_axis,
    axis_of,
    is_array,
    is_clamped,
    is_max,
    is_shape,
)
from s2sad.facts.unions import Unions
from s2sad.syntax import build
from s2sad.syntax.build import number_of, shifted
from s2sad.syntax.names import names_in


class Lengths:
    """The lengths of one function's arrays, as they are known at a statement.

    `counts` says how often each name is bound; `callees` are the functions that it
    calls; `words` holds the node to write for the first of each group of equal lengths.
    """

    def __init__(self, kinds, counts, callees):
        self.kinds, self.counts, self.callees = kinds, counts, callees
        self.equal, self.words = Unions(), {}
        self.order: list = []

    def state(self):
        return dict(self.equal.parent), dict(self.words), list(self.order)

    def restore(self, state):
        """Forget what was learned inside a block."""
        self.equal.parent, self.words, self.order = state

    def is_steady(self, name):
        return self.counts.get(name, 0) == 1

    # words

    def of(self, name, axis):
        """The node that says how long an axis of an array is."""
        rank = self.kinds[name].rank
        own = build.call("len", build.name(name))
        if rank > 1:
            shape = build.attribute(name, "shape")
            own = build.subscript(shape, build.constant(axis))
        if not self.is_steady(name):
            return own
        return self.first(self.key(name, axis, own))

    def first(self, key):
        """The words that were known first of all lengths that are equal to this."""
        root = self.equal.of(key)
        return next(self.words[k] for k in self.order if self.equal.of(k) == root)

    def key(self, name, axis, own):
        return self.known((name, axis), own)

    def known(self, key, words):
        if key not in self.words:
            self.words[key] = words
            self.order.append(key)
        return key

    def number(self, node):
        """The node of an integer, in the words of the first equal length."""
        found = self.length(node)
        if found is not None:
            return found
        if is_clamped(node):
            return self.number(node.args[0])
        if isinstance(node, gast.BinOp) and number_of(node.right) is not None:
            if isinstance(node.op, (gast.Add, gast.Sub)):
                return gast.BinOp(self.number(node.left), node.op, node.right)
        if isinstance(node, gast.Name) and self.is_steady(node.id):
            return self.first(self.known(node.id, node))
        return node

    def length(self, node):
        """The node of the length that `len(x)` or `x[k].shape[0]` asks for, or None."""
        part, axis = asked_axis(node)
        if part is None or not is_part(part, self.kinds):
            return None
        axes = self.axes(part)
        return axes[axis] if axis in range(-len(axes), len(axes)) else None

    def axes(self, node):
        """The length of each axis of a name, or of a part of one by slices."""
        if isinstance(node, gast.Name):
            return [self.of(node.id, n) for n in range(self.kinds[node.id].rank)]
        if isinstance(node, gast.Attribute):
            return self.axes(node.value)[::-1]
        base, found = self.axes(node.value), []
        for item in index_items(node):
            if is_new(item):
                found.append(build.constant(1))
                continue
            length = base.pop(0)
            if isinstance(item, gast.Slice):
                found.append(part_length(length, item))
            elif is_array(item, self.kinds):
                found.append(self.of(item.id, 0))
        return found + base

    def asked(self, node):
        """What says the lengths that `len(x)` or `x.shape` asks for, or None."""
        length = self.number(node) if is_max(node) else self.length(node)
        if length is not None:
            return [gast.dump(length)]
        if getattr(node, "attr", None) != "shape" or not is_part(
            node.value, self.kinds
        ):
            return None
        return list(map(gast.dump, self.axes(node.value)))

    # what statements tell

    def same(self, name, axis, words):
        """An axis of a new array is as long as these words say."""
        if not self.is_steady(name):
            return
        words = self.number(words)
        if not all(map(self.is_known, names_in(words))):
            return
        key = self.known(("words", gast.dump(words)), words)
        self.equal.join(key, self.key(name, axis, words))

    def is_known(self, name):
        return self.is_steady(name) or name not in self.counts

    def learn(self, node):
        """Take in what a statement tells of lengths."""
        if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name):
            self.bound(node.targets[0].id, node.value)
        elif isinstance(node, gast.If) and _only_raises(node):
            self.checked(node.test)

    def bound(self, name, value):
        if not self.is_steady(name):
            return
        found = axis_of(value, self.kinds)
        if found is not None and self.is_steady(found[0]):
            array, axis = found
            own = self.of(array, axis)
            self.words.pop(name, None)
            self.known(name, build.name(name))
            self.equal.join(name, self.key(array, axis, own))
            if not is_simple(own):
                self.prefer(name)
        elif isinstance(value, gast.Call):
            for axis, words in enumerate(self.made(value)):
                self.same(name, axis, words)
        elif isinstance(value, gast.BinOp) and isinstance(value.op, gast.MatMult):
            sides = value.left, value.right
            if all(is_part(side, self.kinds) for side in sides):
                left, right = map(self.axes, sides)
                for axis, words in enumerate([*left[:-1], *right[1:]]):
                    self.same(name, axis, words)
        elif is_part(value, self.kinds) and isinstance(self.kinds.get(name), Array):
            for axis, words in enumerate(self.axes(value)):
                self.same(name, axis, words)

    def prefer(self, key):
        """These words stand for all that are equal: a name is shorter."""
        self.order.remove(key)
        self.order.insert(0, key)

    def made(self, call):
        """The lengths of a new array, from the call that makes it; [] if not known."""
        word = spelling(call.func)
        if word in BIRTHS:
            shape = call.args[0]
            if is_shape(shape):
                return self.axes(shape.value) if is_simple(shape.value) else []
            return list(shape.elts) if isinstance(shape, gast.Tuple) else [shape]
        if word in self.callees:
            return self.returned(self.callees[word], call)
        source = call.args[0] if word in LIKE else None
        if isinstance(call.func, gast.Attribute) and call.func.attr == "copy":
            source = source or call.func.value
        if source is not None and is_part(source, self.kinds):
            return self.axes(source)
        return []

    def returned(self, callee, call):
        """The lengths of what a call gives, in the words of its arguments."""
        arguments = dict(zip(callee.parameters, call.args))
        words = lengths_of_result(callee) or ()
        found = [self.given(word, arguments) for word in words]
        return [] if None in found else found

    def given(self, word, arguments):
        """The node for a word of another function's parameters, or None."""
        name, _, axis = word.removesuffix("]").partition(".shape[")
        item = arguments.get(name)
        if item is None:
            return build.constant(int(word)) if word.isdigit() else None
        if not axis:
            return item
        return self.axes(item)[int(axis)] if is_part(item, self.kinds) else None

    def checked(self, test):
        """Lengths that are compared, and an error raised where they differ."""
        if not isinstance(test, gast.Compare) or not isinstance(
            test.ops[0], gast.NotEq
        ):
            return
        left, right = test.left, test.comparators[0]
        pairs = [(left, right)]
        if all(getattr(n, "attr", None) == "shape" for n in (left, right)):
            parts = left.value, right.value
            if not all(is_part(part, self.kinds) for part in parts):
                return
            pairs = list(zip(*map(self.axes, parts)))
        for one, other in pairs:
            self.join(self.number(one), self.number(other))

    def join(self, first, second):
        keys = []
        for words in (first, second):
            if not all(map(self.is_known, names_in(words))):
                return
            keys.append(self.key_of(words))
        self.equal.join(*keys)

    def key_of(self, words):
        """What stands for a length in the groups."""
        found = axis_of(words, self.kinds)
        if found is not None:
            return self.key(*found, words)
        if isinstance(words, gast.Name):
            return self.known(words.id, words)
        return self.known(("words", gast.dump(words)), words)


def is_simple(node):
    return isinstance(node, gast.Name)


def is_part(node, kinds):
    """Whether a node is an array's name, or a part of one whose lengths have words."""
    if isinstance(node, gast.Name):
        return isinstance(kinds.get(node.id), Array)
    if isinstance(node, gast.Attribute):
        return node.attr == "T" and is_part(node.value, kinds)
    if not isinstance(node, gast.Subscript) or not is_part(node.value, kinds):
        return False
    items = index_items(node)
    slices = [item for item in items if isinstance(item, gast.Slice)]
    return all(map(is_offset, slices)) and _is_along_one(items, slices, kinds)


def _is_along_one(items, slices, kinds):
    """Whether an index array, if there is one, takes the place of its axis.

    It does if it is a vector, and no slice parts it from numbers beside it.
    """
    arrays = [item for item in items if is_array(item, kinds)]
    if not arrays:
        return True
    if len(arrays) > 1 or kinds[arrays[0].id].rank > 1:
        return False
    picks = [
        n for n, item in enumerate(items) if item not in slices and not is_new(item)
    ]
    return picks[-1] - picks[0] < len(picks)


def is_offset(item):
    """Whether a slice takes all but a number of elements at either end.

    Other slices may end before they begin, or count from the other side.
    """
    lower = 0 if item.lower is None else number_of(item.lower)
    upper = -1 if item.upper is None else number_of(item.upper)
    return item.step is None and lower is not None and lower >= 0 > (upper or 0)


def part_length(length, item):
    """The length of a slice of an axis, which may be negative where there is none."""
    lower: Any = 0 if item.lower is None else number_of(item.lower)
    upper: Any = 0 if item.upper is None else number_of(item.upper)
    return shifted(length, upper - lower)


def whole(length):
    """A length as a number: of a slice, 0 where a range would run to less than that."""
    if isinstance(length, gast.BinOp) and isinstance(length.op, gast.Sub):
        return build.call("max", length, build.constant(0))
    return length


def product(lengths):
    """How many elements axes of these lengths have."""
    count, *others = map(whole, lengths)
    for length in others:
        if number_of(count) == 1:
            count = length
        elif number_of(length) != 1:
            count = build.binary(count, "*", length)
    return count


def _only_raises(node):
    return not node.orelse and isinstance(node.body[-1], gast.Raise)
