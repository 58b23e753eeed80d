"""What an expression adds to the adjoints of what it reads, by the rules.

a * np.sin(b)       becomes     a_bar += sin_b * y_bar
                                b_bar += np.cos(b) * a * y_bar
"""

import contextlib

import gast

from s2sad.differentiate.substitute import Substitution
from s2sad.errors import RefusalError
from s2sad.facts import linear
from s2sad.facts.calls import spelling
from s2sad.facts.effects import base_name
from s2sad.facts.indices import is_new
from s2sad.facts.infer import Look, NoKind, index_array, index_items, kind_of
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.nouns import operation_noun
from s2sad.facts.numbers import has_complex, is_complex
from s2sad.rules.table import operands_of
from s2sad.syntax import build
from s2sad.syntax.fold import fold, negated, split_sign
from s2sad.syntax.names import names_in
from s2sad.syntax.printer import text_of
from s2sad.syntax.walk import walk


class Sums:
    """Writes the sums of one function; `out` collects the lines of a statement."""

    def __init__(self, plain, activity, kinds, fresh, bar_name, helper):
        self.plain, self.activity, self.kinds = plain, activity, kinds
        self.fresh, self.given_bar_name = fresh, bar_name
        self.rules = Substitution(self.kind, helper)
        self.out, self.has_complex, self.look = [], has_complex(plain), None

    def bar_name(self, name):
        """The name of the adjoint of a name; it is of the same kind."""
        bar = self.given_bar_name(name)
        self.kinds.setdefault(bar, self.kinds[name])
        return bar

    def kind(self, node):
        return kind_of(node, self.look or self.kinds)

    @contextlib.contextmanager
    def looking(self):
        """While a statement stays as it is, the kind of each part is found once."""
        self.look = Look(self.kinds)
        with self.activity.looking():
            yield
        self.look = None

    def active(self, node):
        return self.activity.is_active(node)

    def bar_of(self, node):
        """The adjoint of a name, or of a part of an array."""
        if isinstance(node, gast.Name):
            return build.name(self.bar_name(node.id))
        if isinstance(node, gast.Subscript):
            return gast.Subscript(self.bar_of(node.value), node.slice, gast.Load())
        if isinstance(node, gast.Attribute):
            return gast.Attribute(self.bar_of(node.value), node.attr, gast.Load())
        if isinstance(node, gast.Call) and base_name(node) is not None:
            source, *others = node.args
            return gast.Call(node.func, [self.bar_of(source), *others], [])
        raise RefusalError("an adjoint of this expression is not supported")

    def register(self, name, kind):
        self.kinds[name] = kind

    def spread(self, node, seed, result):
        """Add the contributions of an expression's adjoint to those of its operands."""
        if not self.active(node):
            return
        seed = self.real_of(node, seed)
        if isinstance(node, (gast.Name, gast.Subscript)):
            self.add(node, None, seed)
            return
        if isinstance(node, gast.Call):
            if self.spread_call(node, seed):
                return
        if isinstance(node, gast.Attribute) and node.attr == "T":
            if self.kind(seed).rank < self.kind(node).rank:
                self.spread_transposed(node, seed)
                return
        if isinstance(node, gast.Call) and spelling(node.func) in _REORDERING:
            if self.kind(seed).rank < self.kind(node).rank:
                self.spread_reordered(node, seed)
                return
        found = self.rules.find(node)
        if found is None:
            raise RefusalError(f"there is no derivative of {text_of(node)}")
        seed = self.named_seed(node, self.of_product(node, seed))
        parts = self.rules.adjoints(
            node, seed, node if result is None else result, self.active, self.shared
        )
        for operand, index, value in parts:
            value = self.fitted(operand, node, value, seed)
            if isinstance(operand, (gast.Name, gast.Subscript)):
                self.add(operand, index, value)
            elif index is not None:
                raise RefusalError(
                    "the largest element of an expression is not supported"
                )
            else:
                self.spread(operand, value, None)

    def of_product(self, node, seed):
        """One adjoint of the only element of a product, as the vector that @ takes."""
        is_product = isinstance(getattr(node, "op", None), gast.MatMult) or (
            isinstance(node, gast.Call) and spelling(node.func) == "np.dot"
        )
        if is_product and self.kind(node).rank == 1 and not self.kind(seed).rank:
            return build.call("np.full", build.constant(1), seed)
        return seed

    def spread_transposed(self, node, seed):
        """An adjoint that is spread over the first axes is so over the last ones."""
        rank, own = self.kind(node).rank, self.kind(seed).rank
        if own == 1 and rank == 2:
            seed = build.call("np.expand_dims", seed, build.constant(1))
        elif own:
            whole = build.call("np.zeros_like", node)
            seed = build.attribute(build.binary(whole, "+", seed), "T")
        self.spread(node.value, seed, None)

    def spread_reordered(self, node, seed):
        """One adjoint of all elements is that of each, wherever it came from."""
        if self.kind(seed).rank:
            whole = build.call("np.zeros_like", node)
            self.spread(node, build.binary(whole, "+", seed), None)
        else:
            self.spread(node.args[0], seed, None)

    def spread_call(self, node, seed):
        """Copies and lists, which have no rule of their own; whether it was one."""
        if linear.is_linear(node):
            for leaf, derivative in linear.pairs_of(node):
                self.add(leaf, None, build.binary(derivative, "*", seed))
            return True
        method = node.func.attr if isinstance(node.func, gast.Attribute) else None
        if method == "copy" and spelling(node.func) != "np.copy":
            self.spread(node.func.value, seed, None)
            return True
        if spelling(node.func) == "np.array":
            listed = node.args[0]
            if isinstance(listed, gast.List):
                self.spread_list(listed, seed, [])
            else:
                self.spread(listed, seed, None)
            return True
        return False

    def spread_list(self, node, seed, indices):
        for number, item in enumerate(node.elts):
            here = [*indices, build.constant(number)]
            if isinstance(item, gast.List):
                self.spread_list(item, seed, here)
            else:
                is_spread = not self.kind(seed).rank
                self.spread(
                    item, seed if is_spread else build.subscript(seed, *here), None
                )

    def named_seed(self, node, seed):
        """A name for an adjoint that several operands read, if it is worth one."""
        leaves = self.leaves(node)
        is_array = isinstance(self.kind(node), Array)
        if len(leaves) < 2 or is_cheap(seed, len(leaves), is_array):
            return seed
        return self.named(f"{operation_noun(node)}_bar", seed)

    def shared(self, word, value):
        """A name for a number that contributions share; arrays are not stored."""
        return value if isinstance(self.kind(value), Array) else self.named(word, value)

    def named(self, word, value):
        name = self.fresh(word)
        self.register(name, self.kind(value))
        self.out.append(build.assign(name, value))
        return build.name(name)

    def leaves(self, node):
        """The active names and elements that an expression reads, in order."""
        if not self.active(node):
            return []
        if isinstance(node, (gast.Name, gast.Subscript)):
            return [node]
        if isinstance(node, gast.IfExp):
            return [node]
        if isinstance(node, (gast.List, gast.Tuple)):
            return [leaf for item in node.elts for leaf in self.leaves(item)]
        found = self.rules.find(node)
        if found is None:
            return [node]
        operands = found[0].operands(node)
        return [leaf for p in found[0].adjoints for leaf in self.leaves(operands[p])]

    def fitted(self, operand, node, value, seed):
        """A contribution summed down where the operand was broadcast."""
        whole = self.kind(node)
        pair = self.rules.find(node)
        assert pair is not None
        if not _is_elementwise(pair[0], node) or not whole.rank:
            return value
        return self.summed_down(value, self.kind(operand), node, seed)

    def summed_down(self, value, own, node, seed=None):
        """A contribution of an operation, summed to the shape of an operand.

        The contribution itself may be spread over the operation's axes: what is the
        same along an axis is multiplied by its length, which changes nothing where
        all axes have length 1.
        """
        whole, given = self.kind(node), self.kind(value)
        axes = range(whole.rank)
        summed = [a for a in axes if not is_wide(own, whole, a) and not whole.ones[a]]
        counted = [a for a in summed if not is_wide(given, whole, a)]
        if not given.rank and not counted:
            return value
        if not own.rank and not counted:
            return self.summed(value, seed)
        removed = whole.rank - own.rank
        for axis in reversed(summed):
            if axis not in counted:
                value = self.along(
                    value, axis - whole.rank + given.rank, axis < removed
                )
        for axis in range(whole.rank - given.rank, removed):
            if axis in counted or whole.ones[axis]:
                value = build.call("np.sum", value, axis=build.constant(0))
        for axis in counted:
            value = build.binary(value, "*", self.length(node, axis - whole.rank))
        return value

    def real_of(self, operand, value):
        """A contribution; where an operand of complex ones is real, its real part."""
        if not self.has_complex or is_complex(self.kind(operand)):
            return value
        return build.call("np.real", value) if self.may_be_complex(value) else value

    def may_be_complex(self, value):
        """Whether a contribution is complex; what helpers give is not known here."""
        try:
            return is_complex(self.kind(value))
        except NoKind:
            return True

    def along(self, value, axis, is_removed):
        """The sum of a value along one axis, which stays with length 1 or goes."""
        if self.kind(value).rank == 1:
            return build.call("np.sum", value)
        total = build.call("np.sum", value, axis=build.constant(axis))
        if is_removed:
            return total
        return build.call("np.expand_dims", total, build.constant(axis))

    def length(self, node, axis):
        """The length of an axis, counted from the last, of an operation."""
        for part in (node, *operands_of(node)):
            kind = self.kind(part)
            if isinstance(kind, Array) and kind.rank >= -axis and not kind.ones[axis]:
                if base_name(part) is None and part is not node:
                    return self.length(part, axis)
                if base_name(part) is not None:
                    place = build.constant(axis + kind.rank)
                    return build.subscript(build.attribute(part, "shape"), place)
        raise RefusalError(f"the length of {text_of(node)} is not known")

    def summed(self, value, seed):
        """The sum of a contribution to a number; numbers go before the sum."""
        sign, value = split_sign(value)
        outside, inside = _apart(value, self.is_number)
        if inside is None:
            inside = seed
        total = build.call("np.sum", inside)
        for factor in outside:
            total = build.binary(factor, "*", total)
        return negated(total) if sign < 0 else total

    def is_number(self, node):
        if isinstance(node, gast.Constant):
            return True
        names = names_in(node)
        return bool(names) and all(self.is_scalar_name(name) for name in names)

    def is_scalar_name(self, name):
        kind = self.kinds.get(name)
        return isinstance(kind, Scalar)

    def add(self, leaf, index, value):
        """`leaf_bar += value`."""
        if not self.active(leaf):
            return
        value = fold(self.real_of(leaf, value))
        target = self.bar_of(leaf)
        if index is not None:
            target = build.subscript(target, index)
        is_part = isinstance(leaf, gast.Subscript)
        advanced = index_array(leaf, self.kinds) if is_part else None
        if advanced is not None:
            self.scatter(leaf, advanced, value)
            return
        sign, positive = split_sign(value)
        self.out.append(build.augment(target, "+" if sign > 0 else "-", positive))

    def scatter(self, leaf, index, value):
        """An index may come twice: the contributions are added one at a time."""
        counter = self.fresh("k")
        before = index_items(leaf)[: index_items(leaf).index(index)]
        axis = sum(isinstance(i, gast.Slice) or is_new(i) for i in before)
        source = self.part_of(leaf, axis, counter, value)
        items = [
            build.subscript(index, build.name(counter)) if item is index else item
            for item in index_items(leaf)
        ]
        target = build.subscript(self.bar_of(leaf.value), *items)
        line = build.augment(target, "+", source)
        self.out.append(build.counted(counter, [build.call("len", index)], [line]))

    def part_of(self, leaf, axis, counter, value):
        """What of a value, spread over all of a leaf, one index of an axis has."""
        kind, leaf_kind = self.kind(value), self.kind(leaf)
        if not is_atom(value):
            part = self.fresh(f"{base_name(leaf)}_gathered_bar")
            self.register(part, kind)
            self.out.append(build.assign(part, value))
            value = build.name(part)
        own = kind.rank - (leaf_kind.rank - axis)
        if own < 0:
            return value
        place = build.constant(0) if kind.ones[own] else build.name(counter)
        slices = [gast.Slice(None, None, None)] * own
        return build.subscript(value, *slices, place)


_REORDERING = {"np.reshape", "np.swapaxes", "np.ascontiguousarray"}


def is_wide(kind, whole, axis):
    """Whether a kind has an axis of the whole, and there not only the length 1."""
    own = axis - whole.rank + kind.rank
    return own >= 0 and not kind.ones[own]


def is_cheap(seed, count, is_array):
    """Whether an adjoint may be in several lines: an atom, a product of two in two."""
    _, positive = split_sign(seed)
    if is_atom(positive):
        return True
    is_product = isinstance(positive, gast.BinOp) and isinstance(positive.op, gast.Mult)
    if not is_product or is_array or count > 2:
        return False
    return is_atom(positive.left) and is_atom(positive.right)


def is_atom(node):
    """A name, a literal, an element: something as good as a name to read twice."""
    if isinstance(node, gast.UnaryOp):
        return is_atom(node.operand)
    if isinstance(node, gast.Subscript):
        return is_atom(node.value) and not any(
            isinstance(n, (gast.Call, gast.Slice)) for n in walk(node.slice)
        )
    return isinstance(node, (gast.Name, gast.Constant))


def _is_elementwise(rule, node):
    if isinstance(node, gast.BinOp):
        return not isinstance(node.op, gast.MatMult)
    if isinstance(node, gast.UnaryOp):
        return True
    return rule.module.__name__.rsplit(".", 1)[-1] != "arrays" or rule.name == "where"


def _apart(node, is_number):
    """([factors that are numbers], the product of the rest or None)."""
    if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Mult):
        left, inside_left = _apart(node.left, is_number)
        right, inside_right = _apart(node.right, is_number)
        parts = [p for p in (inside_left, inside_right) if p is not None]
        inside = None
        for part in parts:
            inside = part if inside is None else build.binary(inside, "*", part)
        return left + right, inside
    return ([node], None) if is_number(node) else ([], node)
