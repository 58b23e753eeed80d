"""How long the axes of arrays are, in words that can be compared.

n = x.shape[0]; y = np.empty(n)     the extent of y is that of x: `x.shape[0]`
"""

import gast

from s2sad.facts.bounds import (
    bounds_of,
    is_from_minus_one,
    is_natural,
    is_steady,
    is_variable,
    stop_from_zero,
)
from s2sad.facts.calls import BIRTHS, is_pop, spelling
from s2sad.facts.indices import index_items, is_whole
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import Scalar
from s2sad.facts.plain import Plain
from s2sad.facts.regions import Tree
from s2sad.facts.shapes import (
    LIKE,
    axis_of,
    compared,
    is_array,
    is_clamped,
    is_shape,
)
from s2sad.facts.unions import Unions
from s2sad.syntax.build import number_of


class Extents:
    """The extents of one function's arrays; only what never changes has words."""

    def __init__(self, tree, shadows=None):
        self.tree, self.plain, self.shadows = tree, tree.plain, shadows or {}
        # names whose extents are being looked for, and what is granted of them
        self.open, self.granted = set(), []
        self.same = Unions()
        for node in tree.root.statements:
            for axes in compared(node, self.plain.kinds):
                self.checked(*axes)

    def checked(self, first, second):
        """Lengths are equal, or the function ends with an error."""
        (name, axis), (other, number) = first, second
        extents, others = self.of_array(name), self.of_array(other)
        if extents is not None and others is not None:
            self.same.join(extents[axis], others[number])

    @classmethod
    def of_text(cls, function, known):
        """Those of a generated function."""
        kinds, callees = known.kinds, known.callees
        plain = Plain(function.name, function, None, kinds, [], None, callees)
        return cls(Tree(plain), known.shadows)

    def of(self, node):
        """The words of an integer expression, or None."""
        words = self.said(node)
        return None if words is None else self.same.of(words)

    def said(self, node):
        number = number_of(node)
        if number is not None:
            return str(number)
        if isinstance(node, gast.Name):
            return self.of_name(node.id)
        if is_clamped(node):
            return self.of(node.args[0])
        axis = axis_of(node, self.plain.kinds)
        if axis is not None:
            name, number = axis
            extents = self.of_array(name)
            return extents[number] if extents else None
        if isinstance(node, gast.BinOp):
            left, right = self.of(node.left), self.of(node.right)
            if left is None or right is None:
                return None
            return f"({left} {type(node.op).__name__} {right})"
        return None

    def of_name(self, name):
        value = self.only_value(name)
        if value is None:
            return name if self.is_constant(name) else None
        return self.of(value) or name

    def of_array(self, name):
        """The words for each axis of an array, or None; equal ones where it is checked.

        Arrays that change places (`u, v = v, u`) have one shape if all began with it.
        """
        rank = self.plain.kinds[name].rank
        value = self.only_value(name)
        if value is None and not self.is_constant(name):
            return self.of_exchanged(name)
        is_new = isinstance(value, (gast.Call, gast.BinOp))
        made = self.of_value(value) if is_new else None
        if made is None:
            name = self.shadows.get(name, name)
            made = [f"{name}.shape[{axis}]" for axis in range(rank)]
        return list(map(self.same.of, made))

    def of_exchanged(self, name):
        """The words for the axes of arrays that take each other's place, or None.

        Of `new = np.empty_like(u); u = new` each is as long as the other: that u has
        the length it began with is granted where it is asked for again.
        """
        group, values = self.exchanged(name)
        if not group:
            return None
        if group & self.open:
            return [f"?{name}.{n}" for n in range(self.plain.kinds[name].rank)]
        self.open |= group
        found = [self.of_value(value) for value in values]
        self.open -= group
        own = [given for given in self.granted if given[0] in group]
        self.granted = [given for given in self.granted if given[0] not in group]
        if not found or None in found:
            return None
        words = [self.one(axis, group, said) for axis, said in enumerate(zip(*found))]
        is_so = all(words[axis] == word for _, axis, word in own)
        return words if is_so and None not in words else None

    def one(self, axis, group, said):
        """The one word for an axis of arrays, of what is said of each; or None."""
        asked = {word for word in said if word.startswith("?")}
        known = {word for word in said if "?" not in word}
        names = {word[1:].rpartition(".")[0] for word in asked}
        if any(not word.endswith(f".{axis}") for word in asked):
            return None
        if asked | known != set(said) or len(known) > 1:
            return None
        if not known:
            (*others,) = {w for w in asked if w[1:].rpartition(".")[0] not in group}
            return others[0] if len(others) == 1 else None
        (word,) = known
        self.granted += [(name, axis, word) for name in names - group]
        return word

    def of_value(self, node):
        """The words for the axes of what an array's name is bound to, or None."""
        if is_array(node, self.plain.kinds):
            return self.of_array(node.id)
        if isinstance(node, gast.BinOp):
            return self.of_operation(node)
        return self.made(node) if isinstance(node, gast.Call) else None

    def of_operation(self, node):
        """The words for the axes of an operation, element by element, or None."""
        if isinstance(node.op, gast.MatMult):
            found = [self.of_axis(*axis) for axis in self.axes_of_product(node)]
            return None if None in found else found
        sides = [n for n in (node.left, node.right) if not self.is_number(n)]
        found = [self.of_value(side) for side in sides]
        is_one = bool(found) and all(words == found[0] for words in found)
        return found[0] if is_one else None

    def axes_of_product(self, node):
        """[(factor, axis)]: whose axes those of a product of matrices are."""
        first, last = (self.rank(side) for side in (node.left, node.right))
        if max(first, last) > 2:
            return [(None, 0)]
        left = [(node.left, axis) for axis in range(first - 1)]
        return left + [(node.right, axis) for axis in range(1, last)]

    def of_axis(self, node, axis):
        """The word for one axis of a value, though others may have none; or None."""
        if isinstance(node, gast.Attribute) and node.attr == "T":
            return self.of_axis(node.value, self.rank(node) - 1 - axis)
        if not is_array(node, self.plain.kinds):
            words = None if node is None else self.of_value(node)
            return words[axis] if words else None
        (definition, *others) = self.tree.defs.get(node.id, [None])
        value = getattr(definition, "value", None)
        is_product = isinstance(value, gast.BinOp) and isinstance(
            value.op, gast.MatMult
        )
        is_only = not others and node.id not in self.plain.parameters
        if is_product and is_only and node.id not in self.open:
            self.open.add(node.id)
            word = self.of_axis(*self.axes_of_product(value)[axis])
            self.open.remove(node.id)
            return word
        words = self.of_array(node.id)
        return words[axis] if words else None

    def rank(self, node):
        return getattr(kind_of(node, self.plain.kinds), "rank", 0)

    def is_number(self, node):
        try:
            return isinstance(kind_of(node, self.plain.kinds), Scalar)
        except NoKind:
            return False

    def exchanged(self, name):
        """(names whose arrays change places with this one's, what these begin with).

        No name may be one that the caller gives, if it is bound anew.
        """
        group, values, waiting = set(), [], [name]
        while waiting:
            name = waiting.pop()
            if name in group:
                continue
            group.add(name)
            if name in self.plain.parameters or not self.tree.defs.get(name):
                return set(), []
            for node in self.tree.defs[name]:
                pairs = [(None, None)]
                if isinstance(node, gast.Assign):
                    pairs = _bindings(node.targets[0], node.value)
                for place, value in pairs:
                    if getattr(place, "id", None) not in (name, None):
                        continue
                    for given in self.given_to(value):
                        if is_name(given) and not self.is_constant(given.id):
                            waiting.append(given.id)
                        else:
                            values.append(given)
        return group, values

    def given_to(self, value):
        """What a name may be bound to: of a list, all that it gets."""
        if not is_pop(value) or not is_name(value.func.value):
            return [value]
        name = value.func.value.id
        calls = [getattr(n, "value", None) for n in self.tree.statements]
        return [c.args[0] for c in calls if _is_append_to(name, c)] or [value]

    def made(self, call):
        """The extents of a new array, from the call that makes it, or None."""
        word = spelling(call.func)
        if word in self.plain.callees:
            return self.returned(self.plain.callees[word], call)
        if word in BIRTHS and call.args:
            shape = call.args[0]
            if is_shape(shape):
                whole = is_array(shape.value, self.plain.kinds)
                return self.of_array(shape.value.id) if whole else None
            items = shape.elts if isinstance(shape, gast.Tuple) else [shape]
            extents = [self.of(item) for item in items]
            return None if None in extents else extents
        if word == "np.array" and isinstance(call.args[0], gast.List):
            items = call.args[0].elts
            return [str(len(items))] if all(map(self.is_number, items)) else None
        source = call.args[0] if word in LIKE and call.args else None
        if isinstance(call.func, gast.Attribute) and call.func.attr == "copy":
            source = source or call.func.value
        return self.of_array(source.id) if is_array(source, self.plain.kinds) else None

    def returned(self, callee, call):
        """The extents of what a call gives, in the words of its arguments; or None."""
        words = lengths_of_result(callee)
        arguments = dict(zip(callee.parameters, call.args))
        found = [self.given(word, arguments) for word in words or [None]]
        return None if None in found else found

    def given(self, word, arguments):
        """A word of another function's parameters as one of this function's."""
        name, _, axis = (word or "").removesuffix("]").partition(".shape[")
        item = arguments.get(name)
        if item is None:
            return word if word and word.isdigit() else None
        if not axis:
            return self.of(item)
        if not is_array(item, self.plain.kinds):
            return None
        extents = self.of_array(item.id)
        return extents[int(axis)] if extents else None

    def is_constant(self, name):
        """Whether a name means one thing in the whole function."""
        defs = self.tree.defs.get(name, [])
        if name in self.plain.parameters:
            return not defs
        if len(defs) != 1 or isinstance(defs[0], gast.For):
            return False
        return not self.tree.loops_around(defs[0])

    def only_value(self, name):
        """What a name that is bound once is bound to, or None."""
        defs = self.tree.defs.get(name, [])
        if name in self.plain.parameters or len(defs) != 1:
            return None
        (definition,) = defs
        if not isinstance(definition, gast.Assign) or self.tree.loops_around(
            definition
        ):
            return None
        is_name = isinstance(definition.targets[0], gast.Name)
        return definition.value if is_name else None

    def is_whole(self, place, loops, given=None):
        """Whether an element, written in these loops one in another, is each element.

        `given` may hold, for each axis, an index that picks one part: then each of it.
        """
        extents = self.of_array(place.value.id)
        items = index_items(place)
        if extents is None or len(items) != len(extents):
            return False
        used = set()
        for item, extent, part in zip(items, extents, given or [None] * len(items)):
            loop = next((n for n in loops if is_variable(item, n)), None)
            if loop is not None and id(loop) not in used:
                used.add(id(loop))
                if not self.runs_over(loop, extent):
                    return False
            elif not is_whole(item):
                if part is None or gast.dump(part) != gast.dump(item):
                    return False
        return len(used) == len(loops)

    def runs_over(self, loop, extent):
        """Whether a loop visits 0 … extent - 1."""
        stop = stop_from_zero(loop)
        return stop is not None and self.of(stop) == extent

    def is_index(self, variable, extent, loops):
        """Whether the variable of one of these loops is an index below an extent."""
        loop = next((n for n in loops if is_variable(variable, n)), None)
        if loop is None or not is_steady(loop):
            return False
        first, stop, step = bounds_of(loop)
        if step == 1:
            return is_natural(first, loops) and self.is_at_most(stop, extent)
        if step != -1 or not is_from_minus_one(stop):
            return False
        is_less = isinstance(first, gast.BinOp) and isinstance(first.op, gast.Sub)
        number = number_of(first.right) if is_less else None
        return number is not None and number >= 1 and self.is_at_most(first, extent)

    def is_at_most(self, node, extent):
        """Whether an integer is an extent, or that less a number."""
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Sub):
            number = number_of(node.right)
            return number is not None and number >= 0 and self.of(node.left) == extent
        number = number_of(node)
        if number is not None and extent.isdigit():
            return number <= int(extent)
        return self.of(node) == extent


def _bindings(place, value):
    """[(place, value)] of an assignment, of tuples item by item."""
    if isinstance(place, gast.Tuple) and isinstance(value, gast.Tuple):
        return list(zip(place.elts, value.elts))
    return [(place, value)]


def is_name(node):
    return isinstance(node, gast.Name)


def _is_append_to(name, node):
    """Whether a node is `name.append(...)`."""
    func = getattr(node, "func", None)
    is_append = isinstance(func, gast.Attribute) and func.attr == "append"
    return is_append and getattr(func.value, "id", None) == name


def lengths_of_result(plain):
    """The words for the axes of the array that a function returns, or None."""
    if plain.lengths is None:
        plain.lengths = ()  # of what calls itself nothing is known
        last = plain.node.body[-1] if plain.node.body else None
        if isinstance(last, gast.Return):
            words = Extents(Tree(plain)).of_value(last.value)
            plain.lengths = tuple(words or ())
    return plain.lengths or None
