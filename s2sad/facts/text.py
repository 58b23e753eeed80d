"""What the tidying passes know of a generated function besides its text."""

import builtins
from dataclasses import dataclass, field, replace
from typing import Any

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.effects import MAY_SHARE
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import Array, Scalar, Stack
from s2sad.facts.numbers import is_complex
from s2sad.facts.unions import Unions
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import names_in, printed_name
from s2sad.syntax.walk import children, statements, walk

_SHAPE_WORDS = {"shape", "size", "ndim"}
_SHAPE_CALLS = {"len", "np.zeros_like", "np.empty_like", "np.ones_like"}


@dataclass
class Known:
    """Names that are arrays or lists, the user's, derivatives; and what calls write.

    `kinds` are the kinds of names; `scratch` are the parameters that every caller gives
    a copy, and never looks at; `private` are arrays that carry nothing from trip to
    trip of the loops that use them, and nothing out of these; `shadows` are the arrays
    that adjoint arrays go with; `families` tells which arrays share memory, in a pass
    that asks for it; `speaking` are the functions that may raise or print, with the
    names of their adjoints, which do so too; `is_parallel` says whether loops whose
    trips are apart are to run at once; `counting` are the functions that give integers;
    `callees` are the primal functions that it may call.
    """

    arrays: set
    users: set
    derived: set = field(default_factory=set)
    writes: dict = field(default_factory=dict)
    is_reverse: bool = False
    scratch: frozenset = frozenset()
    private: set = field(default_factory=set)
    shadows: dict = field(default_factory=dict)
    speaking: dict = field(default_factory=dict)
    kinds: dict = field(default_factory=dict)
    families: Any = None
    is_parallel: bool = False
    counting: set = field(default_factory=set)
    callees: dict = field(default_factory=dict)

    def printed(self, new_names):
        """The same for a text whose names were made printable."""

        def final(name):
            return new_names.get(name, printed_name(name))

        sets = {
            field: {final(name) for name in getattr(self, field)}
            for field in ("arrays", "users", "derived", "private", "counting")
        }
        kinds = {final(name): kind for name, kind in self.kinds.items()}
        shadows = {final(bar): final(name) for bar, name in self.shadows.items()}
        return replace(self, **sets, kinds=kinds, shadows=shadows)

    def of_families(self, names):
        """Names, those of arrays as the families that share their memory."""
        return {self.families.of(name) for name in names if name is not None}

    def is_own(self, name):
        """Whether s2sad made up this name."""
        return name not in self.users

    def is_integral(self, node):
        """Whether an expression is surely an integer or a truth value."""
        if isinstance(node, gast.Constant):
            return isinstance(node.value, int)
        if isinstance(node, gast.Name):
            kind = self.kinds.get(node.id)
            return isinstance(kind, (Scalar, Array)) and not kind.is_float
        if isinstance(node, gast.Subscript):
            return is_shape(node.value) or self.is_integral(node.value)
        if isinstance(node, gast.BinOp):
            is_whole = not isinstance(node.op, (gast.Div, gast.Pow, gast.MatMult))
            return is_whole and all(map(self.is_integral, (node.left, node.right)))
        if isinstance(node, gast.UnaryOp):
            return isinstance(node.op, gast.Not) or self.is_integral(node.operand)
        if isinstance(node, gast.Call):
            return spelling(node.func) in {"len", "int", "bool", *self.counting}
        if isinstance(node, gast.Attribute):
            return node.attr in ("size", "ndim")
        return isinstance(node, (gast.Compare, gast.BoolOp))

    def is_new(self, node, name):
        """Whether a value is a new array of the very kind that a name has.

        Whether a number makes an array of 32 bits one of 64 is seen when it runs.
        """
        kind = self.kinds.get(name)
        if not isinstance(kind, Array) or root(node) is not None:
            return False
        others = [self.kinds.get(name) for name in names_in(node)]
        if any(getattr(other, "dtype", None) == "float32" for other in [kind, *others]):
            return False
        return self.kind(node) == kind

    def kind(self, node):
        """The kind of an expression, or None if that is not known here."""
        try:
            return kind_of(node, self.kinds)
        except NoKind:
            return None

    def as_kind_of(self, name, node):
        """A derivative as a float, or where its name is a complex number, as one."""
        if not is_complex(self.kinds.get(name)) or is_complex(self.kind(node)):
            return self.as_float(node)
        return build.call("complex", node)

    def as_float(self, node):
        """A derivative as a float: of `1.0 * n` the factor stays."""
        kind = self.kind(node)
        is_whole = isinstance(kind, (Scalar, Array)) and not kind.is_float
        if not is_whole and not self.is_integral(node):
            return node
        number = number_of(node)
        if number is not None:
            return build.constant(float(number))
        is_negated = isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.USub)
        factor, node = (-1.0, node.operand) if is_negated else (1.0, node)
        return build.binary(build.constant(factor), "*", node)

    def written(self, call):
        """The argument nodes that a call may write into."""
        if isinstance(call.func, gast.Attribute):
            if call.func.attr in ("append", "pop"):
                return [call.func.value]
            return []
        name = call.func.id
        if name in self.writes:
            return [call.args[p] for p in self.writes[name] if p < len(call.args)]
        if hasattr(builtins, name):
            return []
        return [item for item in call.args if root(item) in self.arrays]


def root(node):
    """The name at the root of a subscript or view; None for a fresh value."""
    while isinstance(node, (gast.Subscript, gast.Attribute)):
        node = node.value
    if isinstance(node, gast.Call) and spelling(node.func) in MAY_SHARE:
        return root(node.args[0])
    return node.id if isinstance(node, gast.Name) else None


class Families(Unions):
    """Names of arrays that may share memory, in a generated function."""

    def __init__(self, function, known):
        super().__init__()
        for node in statements(function):
            if isinstance(node, gast.Assign):
                self.assigned(node.targets[0], node.value, known)
            elif isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
                call = node.value
                if isinstance(call.func, gast.Attribute) and call.func.attr == "append":
                    other = root(call.args[0])
                    if other in known.arrays:
                        self.join(root(call.func.value), other)

    def assigned(self, place, value, known):
        if isinstance(place, gast.Tuple):
            if isinstance(value, gast.Tuple):
                for item, part in zip(place.elts, value.elts):
                    self.assigned(item, part, known)
            return
        if not isinstance(place, gast.Name) or place.id not in known.arrays:
            return
        shared = root(value)
        if shared is None and isinstance(value, gast.Call):
            if isinstance(value.func, gast.Attribute) and value.func.attr == "pop":
                shared = root(value.func.value)
        if shared in known.arrays:
            self.join(place.id, shared)


class AtOnce(Families):
    """Names of arrays in loops that may share memory at one moment.

    `u, v = v, u` leaves two arrays two, if loops have no other name for either.
    """

    def __init__(self, function, known):
        self.exchanges = Unions()
        super().__init__(function, known)
        loops = [
            n for n in statements(function) if isinstance(n, (gast.For, gast.While))
        ]
        inside = known.arrays & names_in(*loops)
        groups = {}
        for name in [*self.exchanges.parent, *self.exchanges.parent.values()]:
            groups.setdefault(self.exchanges.of(name), set()).add(name)
        before = None
        while before != len(self.parent):
            before = len(self.parent)
            for group in groups.values():
                families = [self.of(name) for name in group]
                others = {n for n in inside - group if self.of(n) in families}
                if others or len(set(families)) < len(group):
                    for name in group:
                        self.join(min(group), name)

    def assigned(self, place, value, known):
        pair = place, value
        if all(isinstance(node, gast.Tuple) for node in pair):
            old, new = ([getattr(n, "id", None) for n in t.elts] for t in pair)
            if None not in old and set(old) == set(new) and len(old) == len(set(old)):
                for name in old:
                    self.exchanges.join(old[0], name)
                return
        super().assigned(place, value, known)


def contents(node, known):
    """(names read, arrays whose contents are read) in an expression."""
    names, asked, waiting = set(), set(), [node]
    while waiting:
        child = waiting.pop()
        if isinstance(child, gast.Name):
            if isinstance(child.ctx, gast.Load):
                names.add(child.id)
        elif is_shape(child) and not _is_of_list(child, known):
            for inner in walk(child):
                if isinstance(inner, gast.Name):
                    asked.add(inner.id)
                elif isinstance(inner, gast.Subscript):
                    waiting.append(inner.slice)
        else:
            waiting += children(child)
    return names | asked, names & known.arrays


def mentions(tree):
    """The names that a tree mentions, but for those whose shape it asks."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, gast.Name):
            yield node.id
        elif not is_shape(node):
            waiting += children(node)


def _is_of_list(node, known):
    """Whether a list is asked how long it is, which changes with what it holds."""
    return any(isinstance(known.kinds.get(n), Stack) for n in names_in(node))


def is_shape(node):
    """Whether only the lengths of an array are asked for."""
    if isinstance(node, gast.Attribute) and node.attr in _SHAPE_WORDS:
        return True
    return isinstance(node, gast.Call) and spelling(node.func) in _SHAPE_CALLS


def stores(tree, known):
    """(place, statement or call) of all that code binds, or writes into."""
    for node in walk(tree):
        if isinstance(node, gast.Assign):
            target = node.targets[0]
            places = target.elts if isinstance(target, gast.Tuple) else [target]
        elif isinstance(node, (gast.AugAssign, gast.For)):
            places = [node.target]
        elif isinstance(node, gast.Call):
            places = known.written(node)
        else:
            continue
        for place in places:
            yield place, node


def may_change(expressions, statements, known, families, besides=()):
    """Whether statements may change what expressions read, names in `besides` apart."""
    names, arrays = set(), set()
    for node in expressions:
        found = contents(node, known)
        names, arrays = names | found[0], arrays | set(map(families.of, found[1]))
    for place, _ in (found for node in statements for found in stores(node, known)):
        if isinstance(place, gast.Name) and place.id in names - set(besides):
            return True
        if families.of(root(place)) in arrays:
            return True
    return False


def written_families(function, known, families):
    """The families of the arrays that a function writes into."""
    written = set()
    for place, node in stores(function, known):
        direct = isinstance(place, gast.Subscript) or isinstance(node, gast.Call)
        in_place = isinstance(node, gast.AugAssign) and root(place) in known.arrays
        if (direct or in_place) and root(place):
            written.add(families.of(root(place)))
    return written


def written_positions(function, known):
    """The positions of the parameters that a generated function may write into."""
    families = Families(function, known)
    written = written_families(function, known, families)
    names = [argument.id for argument in function.args.args]
    return {
        n
        for n, name in enumerate(names)
        if name in known.arrays and families.of(name) in written
    }
