"""A value with a name of s2sad's that is read once moves to where it is read.

The reverse sweep names the values of the forward sweep again: each of the statements
that set a name counts by itself if all that reads its value follows in its block.

value_bar = result_bar          becomes     x_bar = y * result_bar
x_bar = y * value_bar
"""

import math

import gast

from s2sad.facts.kinds import Array
from s2sad.facts.text import Families, contents, root, stores
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.fold import fold, split_sign
from s2sad.syntax.names import Once, names_in, renamed
from s2sad.syntax.printer import exceeds
from s2sad.syntax.walk import walk

# What stands in a line at most, and what is left of it in an inner block.
_WIDTH, _STEP, _INNERMOST = 88, 4, 3


def inline(function, known):
    """The function with the names that only pass a value on written out."""
    return _Inliner(function, known).function()


class _Inliner:
    def __init__(self, function, known):
        self.node, self.known = function, known
        self.families = Families(function, known)
        # a statement that changes is a new one
        self.names, self.loads = Once(names_in), Once(_loads)
        self.sets, self.reads, self.depth = {}, {}, 0
        for argument in function.args.args:
            self.sets[argument.id] = 1
        for node in walk(function):
            if isinstance(node, gast.Name):
                counts = self.reads if isinstance(node.ctx, gast.Load) else self.sets
                if not isinstance(node.ctx, gast.Param):
                    counts[node.id] = counts.get(node.id, 0) + 1
        self.followed: dict[str, float] = dict.fromkeys(self.sets, 0)
        self.count_following(function.body, frozenset())

    def count_following(self, statements, outer):
        """Count the reads that follow the statement that sets a name, in its block.

        `outer` are the names set before the block that holds this one.
        """
        current = set()
        for node in statements:
            name = _only_target(node)
            for word in self.names(node) & current:
                self.followed[word] += self.count(node, word)
            for word in _other_targets(node):
                self.followed[word] = math.inf
            if name is not None:
                current.add(name)
                if name in outer:
                    self.followed[name] = math.inf
            if build.has_blocks(node):
                for body in (node.body, node.orelse):
                    self.count_following(body, outer | current)

    def is_apart(self, name):
        """Whether each value of a name is read only where it is set."""
        return self.followed.get(name) == self.reads.get(name, 0)

    def function(self):
        self.node.body = self.block(self.node.body)
        return self.node

    def block(self, statements):
        self.depth += 1
        out = [self.inner(node) for node in statements]
        position = 0
        while position < len(out):
            name = self.candidate(out[position])
            moves = name is not None and self.moves(out, position, name)
            if moves or self.is_returned(out, position):
                del out[position]
                position = max(position - 1, 0)
                continue
            position += 1
        self.depth -= 1
        return out

    def is_long(self, node):
        """Whether a line would be longer than one reads it well.

        What is returned is read as a list: it stays shorter.
        """
        depth = min(self.depth, _INNERMOST)
        if isinstance(node, gast.Return):
            depth = _INNERMOST
        return exceeds(_head(node), _WIDTH - _STEP * depth)

    def inner(self, node):
        return build.with_blocks(node, self.block) if build.has_blocks(node) else node

    def candidate(self, node):
        """The name that a statement sets, if it is one that may go."""
        if not isinstance(node, gast.Assign) or not isinstance(
            node.targets[0], gast.Name
        ):
            return None
        name = node.targets[0].id
        if not self.known.is_own(name):
            return None
        if self.sets.get(name) != 1 and not self.is_apart(name):
            return None
        is_new = self.known.is_new(node.value, name)
        if name in self.known.arrays and not isinstance(node.value, gast.Name):
            return name if is_new else None
        if any(self.has_effect(n) for n in walk(node.value)):
            return None
        return name

    def has_effect(self, node):
        """Whether a call writes into what it is given."""
        return isinstance(node, gast.Call) and bool(self.known.written(node))

    def moves(self, out, position, name):
        """Write a value where it is read, if it means the same there."""
        node = out[position]
        end = next(
            (n for n in range(position + 1, len(out)) if _only_target(out[n]) == name),
            len(out),
        )
        uses = [n for n in range(position + 1, end) if name in self.names(out[n])]
        count = sum(self.count(out[n], name) for n in uses)
        if not count or (self.sets[name] == 1 and count != self.reads.get(name, 0)):
            return False
        if end < len(out) and self.count(out[end], name):
            return False
        atom = isinstance(node.value, gast.Name) or number_of(node.value) is not None
        if name in self.known.arrays and not atom:
            if not isinstance(out[position + 1], gast.Return):
                return False
        if not atom and (count > 1 or self.is_compound(out[uses[0]], name)):
            return False
        if not self.is_stable(node.value, out[position + 1 : uses[-1] + 1], atom):
            return count == 1 and self.rises(out, position, uses[0], name)
        new = [self.replaced(out[n], name, node.value) for n in uses]
        if not atom and self.is_long(new[0]):
            return False
        for n, changed in zip(uses, new):
            out[n] = changed
        for inner in walk(node.value):
            if isinstance(inner, gast.Name):
                self.reads[inner.id] += count - 1
                self.followed[inner.id] = self.followed.get(inner.id, 0) + count - 1
        self.forget(name, count)
        return True

    def is_returned(self, out, position):
        """Add to a derivative where it is returned, if that is all that is left."""
        node, last = out[position], out[-1]
        name = getattr(getattr(node, "target", None), "id", None)
        if not isinstance(node, gast.AugAssign) or not isinstance(last, gast.Return):
            return False
        is_number = name in self.known.derived and name not in self.known.arrays
        later = out[position + 1 :]
        if not is_number or self.count(last, name) != 1:
            return False
        if any(name in self.names(other) for other in later[:-1]):
            return False
        if any(self.has_effect(n) for n in walk(node.value)):
            return False
        total = gast.BinOp(build.name(name), node.op, node.value)
        if not self.is_stable(node.value, later, False):
            return False
        new = self.replaced(last, name, total)
        if self.is_long(new):
            return False
        out[-1] = new
        self.sets[name] -= 1
        return True

    def forget(self, name, count):
        """A value of a name is gone, and so are its reads."""
        self.sets[name] -= 1
        self.reads[name] -= count
        if name in self.followed:
            self.followed[name] -= count

    def rises(self, out, position, use, name):
        """An adjoint is added to where the term has its value, if that is the same."""
        node, between = out[use], out[position + 1 : use]
        if not isinstance(node, gast.AugAssign) or not self.is_derivative(node.target):
            return False
        if any(self.has_effect(n) for n in walk(node.value)):
            return False
        target = self.family(root(node.target))
        words = {word for other in between for word in self.names(other)}
        if target in map(self.family, words):
            return False
        rest = gast.Tuple([node.value, build.loaded(node.target)], gast.Load())
        if not self.is_stable(rest, [*between, gast.Pass()], False):
            return False
        new = self.replaced(node, name, out[position].value)
        if self.is_long(new):
            return False
        # The caller takes away the statement at `position`.
        out[position + 1 : use + 1] = [new, *between]
        self.forget(name, 1)
        return True

    def family(self, name):
        return self.families.of(name)

    def count(self, node, name):
        return self.loads(node).get(name, 0)

    def is_compound(self, node, name):
        """Whether a value is read inside a block, or in a test that is run often."""
        if isinstance(node, gast.While):
            return True
        if isinstance(node, gast.If):
            return name not in names_in(node.test)
        return isinstance(node, gast.For)

    def is_stable(self, value, statements, atom):
        """Whether nothing that a value reads changes before it is read."""
        names, arrays = contents(value, self.known)
        families = {self.families.of(a) for a in arrays}
        if isinstance(value, gast.Name) and value.id in self.known.arrays:
            # another name for an array stays one, whatever is written into it
            families = set()
        last = statements[-1]
        # A test, or the bounds of a range, are read before what is inside changes.
        blocks = (gast.If, gast.For, gast.While) if atom else gast.While
        for node in statements:
            is_last = node is last and not isinstance(node, blocks)
            if self.changes(node, names, families, is_last):
                return False
        return True

    def changes(self, node, names, families, is_use):
        """Whether a statement changes names or arrays (before reading, if a use)."""
        for place, by in stores(node, self.known):
            is_call = isinstance(by, gast.Call)
            if is_use and not is_call:
                continue
            name = root(place)
            if isinstance(place, gast.Name) and not is_call and name in names:
                return True
            is_memory = isinstance(place, gast.Subscript) or name in self.known.arrays
            if (is_memory or is_call) and self.families.of(name) in families:
                return True
        return False

    def replaced(self, node, name, value):
        if isinstance(node, gast.Return) and name in self.known.derived:
            return self.returned(node, name, value)
        new = renamed(node, {name: value})
        return gast.copy_location(self.folded(new), node)

    def returned(self, node, name, value):
        """A return in which a derivative is written out; what it is part of is one."""
        items = node.value.elts if isinstance(node.value, gast.Tuple) else [node.value]
        changed = [fold(renamed(item, {name: value})) for item in items]
        new = [
            self.known.as_kind_of(getattr(item, "id", None), made)
            if name in names_in(item)
            else item
            for item, made in zip(items, changed)
        ]
        result = build.tuple_of(new) if isinstance(node.value, gast.Tuple) else new[0]
        return gast.copy_location(gast.Return(result), node)

    def folded(self, node):
        """Derivative values are folded again; the user's arithmetic is left alone."""
        if isinstance(node, gast.Assign) and self.is_derivative(node.targets[0]):
            value = self.kept(node.value, self.known.as_float(fold(node.value)))
            return gast.Assign(node.targets, value, None)
        if isinstance(node, gast.AugAssign) and self.is_derivative(node.target):
            return _signed(node.target, node.op, fold(node.value))
        if build.has_blocks(node):
            return build.with_blocks(node, lambda b: [*map(self.folded, b)])
        return node

    def kept(self, before, value):
        """What was folded as what it was before: a new array, of 64 bits."""
        kind, found = self.known.kind(before), self.known.kind(value)
        if not isinstance(kind, Array) or not isinstance(found, Array):
            return value
        if found.dtype != kind.dtype == "float64":
            dtype = build.attribute("np", kind.dtype)
            return build.call(build.attribute(value, "astype"), dtype)
        if root(before) is None and root(value) is not None:
            return build.call(build.attribute(value, "copy"))
        return value

    def is_derivative(self, place):
        """Whether what a statement sets is a derivative."""
        if isinstance(place, gast.Tuple):
            return False
        name = root(place)
        return name in self.known.derived


def _head(node):
    """What of a statement stands in a line: a branch and a loop begin with one."""
    if isinstance(node, gast.If):
        return node.test
    return node.iter if isinstance(node, gast.For) else node


def _loads(node):
    """{name: how often code reads it}."""
    found = {}
    for child in walk(node):
        if isinstance(child, gast.Name) and isinstance(child.ctx, gast.Load):
            found[child.id] = found.get(child.id, 0) + 1
    return found


def _only_target(node):
    """The name that an assignment sets, if it sets one name; else None."""
    if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name):
        return node.targets[0].id
    return None


def _other_targets(node):
    """The names that a statement sets in another way."""
    if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Tuple):
        items = node.targets[0].elts
    elif isinstance(node, (gast.AugAssign, gast.For)):
        items = [node.target]
    else:
        items = []
    return [item.id for item in items if isinstance(item, gast.Name)]


def _signed(place, op, value):
    """`place += -value` is `place -= value`."""
    if isinstance(op, (gast.Add, gast.Sub)):
        sign, positive = split_sign(value)
        if sign < 0:
            flipped = gast.Sub() if isinstance(op, gast.Add) else gast.Add()
            return gast.AugAssign(place, flipped, positive)
    return gast.AugAssign(place, op, value)
