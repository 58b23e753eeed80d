"""How long the axes of arrays are, in words that can be compared.

n = x.shape[0]; y = np.empty(n)     the extent of y is that of x: `x.shape[0]`
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.indices import index_items, is_whole
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.plain import Plain
from s2sad.facts.regions import Tree
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import bound

MADE = {"np.empty", "np.zeros", "np.ones", "np.full"}
LIKE = {"np.empty_like", "np.zeros_like", "np.ones_like", "np.full_like", "np.copy"}


class Extents:
    """The extents of one function's arrays; only what never changes has words."""

    def __init__(self, tree, shadows=None):
        self.tree, self.plain, self.shadows = tree, tree.plain, shadows or {}
        # names whose extents are being looked for
        self.open = set()

    @classmethod
    def of_text(cls, function, known):
        """Those of a generated function."""
        plain = Plain(function.name, function, None, known.kinds, [], None, {})
        return cls(Tree(plain), known.shadows)

    def of(self, node):
        """The words of an integer expression, or None."""
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
        """The words for each axis of an array, or None.

        Arrays that change places (`u, v = v, u`) have one shape if all began with it.
        """
        rank = self.plain.kinds[name].rank
        value = self.only_value(name)
        if value is None and not self.is_constant(name):
            return self.of_exchanged(name)
        made = self.made(value) if isinstance(value, gast.Call) else None
        if made is None:
            name = self.shadows.get(name, name)
            return [f"{name}.shape[{axis}]" for axis in range(rank)]
        return made

    def of_exchanged(self, name):
        """The words for the axes of arrays that take each other's place, or None."""
        group, values = self.exchanged(name)
        if not group or group & self.open:
            return None
        self.open |= group
        found = [self.of_value(value) for value in values]
        self.open -= group
        return found[0] if all(words == found[0] for words in found) else None

    def of_value(self, node):
        """The words for the axes of what an array's name is bound to, or None."""
        if is_array(node, self.plain.kinds):
            return self.of_array(node.id)
        if isinstance(node, gast.BinOp):
            return self.of_operation(node)
        return self.made(node) if isinstance(node, gast.Call) else None

    def of_operation(self, node):
        """The words for the axes of an operation, element by element, or None."""
        sides = [n for n in (node.left, node.right) if not self.is_number(n)]
        found = [self.of_value(side) for side in sides]
        if isinstance(node.op, gast.MatMult):
            left, right = found
            is_plain = None not in found and max(map(len, found)) <= 2
            return [*left[:-1], *right[1:]] if is_plain else None
        is_one = bool(found) and all(words == found[0] for words in found)
        return found[0] if is_one else None

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
                    if isinstance(value, gast.Name) and not self.is_constant(value.id):
                        waiting.append(value.id)
                    else:
                        values.append(value)
        return group, values

    def made(self, call):
        """The extents of a new array, from the call that makes it, or None."""
        word = spelling(call.func)
        if word in MADE and call.args:
            shape = call.args[0]
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
            loop = next((n for n in loops if _is_variable(item, n)), None)
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
        first, stop, step = _bounds(loop)
        is_from_start = step == 1 and number_of(first) == 0
        return is_from_start and _is_steady(loop) and self.of(stop) == extent

    def is_index(self, variable, extent, loops):
        """Whether the variable of one of these loops is an index below an extent."""
        loop = next((n for n in loops if _is_variable(variable, n)), None)
        if loop is None or not _is_steady(loop):
            return False
        first, stop, step = _bounds(loop)
        if step == 1:
            return is_natural(first, loops) and self.is_at_most(stop, extent)
        if step != -1 or not _is_from_minus_one(stop):
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


def is_natural(node, loops):
    """Whether an integer is surely not negative; `loops` are those around it."""
    number = number_of(node)
    if number is not None:
        return number >= 0
    if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Add):
        return is_natural(node.left, loops) and is_natural(node.right, loops)
    loop = next((n for n in loops if _is_variable(node, n)), None)
    if loop is None or not _is_steady(loop):
        return False
    first, stop, step = _bounds(loop)
    if step is None or step > 0:
        return step is not None and is_natural(first, loops)
    return step == -1 and _is_from_minus_one(stop)


def is_own_index(loop, around):
    """Whether the variable of a loop is another index in each trip.

    An index below 0 counts from the end, and may be one that was there before.
    """
    is_range = isinstance(loop, gast.For) and _is_steady(loop)
    return is_range and is_natural(build.name(loop.target.id), [loop, *around])


def is_clamped(node):
    """Whether a node is `max(n, 0)`, to which a range runs as it does to n."""
    return (
        isinstance(node, gast.Call)
        and spelling(node.func) == "max"
        and len(node.args) == 2
        and number_of(node.args[1]) == 0
    )


def axis_of(node, kinds):
    """(array, axis) of `len(x)` and `x.shape[0]`, or None."""
    if isinstance(node, gast.Call) and spelling(node.func) == "len":
        (value,) = node.args
        return (value.id, 0) if is_array(value, kinds) else None
    if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Attribute):
        attribute, axis = node.value, number_of(node.slice)
        if attribute.attr == "shape" and is_array(attribute.value, kinds):
            rank = kinds[attribute.value.id].rank
            if axis is not None and -rank <= axis < rank:
                return attribute.value.id, axis % rank
    return None


def is_shape(node):
    """Whether a node is `x.shape`; `x.size` is a number."""
    return isinstance(node, gast.Attribute) and node.attr == "shape"


def is_array(node, kinds):
    return isinstance(node, gast.Name) and isinstance(kinds.get(node.id), Array)


def _is_steady(loop):
    """Whether only a loop's own head gives its variable a value."""
    return loop.target.id not in bound(*loop.body)


def _is_from_minus_one(stop):
    """Whether a loop that counts down surely ends before it is negative."""
    number = number_of(stop)
    return number is not None and number >= -1


def _bounds(loop):
    """(first, stop, step) of a loop over a range; the step as a number or None."""
    bounds = loop.iter.args
    if len(bounds) == 1:
        return gast.Constant(0, None), bounds[0], 1
    return bounds[0], bounds[1], number_of(bounds[2]) if len(bounds) == 3 else 1


def _is_variable(node, loop):
    is_for = isinstance(loop, gast.For) and isinstance(node, gast.Name)
    return is_for and node.id == loop.target.id
