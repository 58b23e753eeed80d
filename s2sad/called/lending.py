"""Arrays that share memory only where it lies in order, such as np.ravel of a slice.

Whether NumPy makes a copy is known when the function runs. The text takes them for
copies, which is right as long as nobody writes into either array; a write is refused.
What surely lies in order has views: a vector that was made here, and its parts.

A function that writes what only a value without name may share its memory with is
specialised anew (`Owning`), and takes copies of such values.
"""

from dataclasses import dataclass, replace
from types import SimpleNamespace

import gast

from s2sad.errors import RefusalError
from s2sad.facts import effects
from s2sad.facts.calls import BIRTHS, LIKE_BIRTHS, spelling
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.values import Expression, Method, Record, Static, tuple_record
from s2sad.facts.written import written_names, written_parameters
from s2sad.known.growing import held, holds_growing
from s2sad.syntax import build
from s2sad.syntax.names import names_in
from s2sad.syntax.printer import text_of
from s2sad.syntax.rebound import bound_again


class Owning(Exception):
    """A function is specialised anew: it writes what it takes of values it names."""


@dataclass
class Pair:
    """Memory that two names may share, though the text takes one's for a copy.

    `within` is the statement after which nobody can read the copy, which has no name
    of the author's then; `is_copy` says that the text has a copy, whatever NumPy has.
    """

    cells: tuple
    within: gast.AST | None
    is_copy: bool


class Lending:
    """Which arrays of one function may share memory, and which lie in order."""

    def __init__(self, frame):
        self.frame = frame
        self.pairs, self.copies, self.unnamed = [], [], set()
        self.owns = frame.key in frame.unit.owning
        self.ordered, self.again = set(), bound_again(frame.node)

    def bound(self, name, value):
        """A name is bound to an array; to a copy that may be none, if it lends."""
        for lender in self.lenders(value):
            self.lend(name, lender, effects.lent_name(value) is None)
        if name not in self.again and self.in_order(value):
            self.ordered.add(name)

    def lenders(self, value):
        """The names whose memory an array may share that the text takes for a copy."""
        part = value
        while not any(copy is part for copy, _ in self.copies):
            if isinstance(part, (gast.Subscript, gast.Attribute)):
                part = part.value
            elif isinstance(part, gast.Call) and spelling(part.func) == "np.reshape":
                part = part.args[0]
            else:
                break
        found = [lender for copy, lender in self.copies if copy is part]
        return list(filter(None, [*found, effects.lent_name(value)]))

    def lend(self, name, lender, is_copy=False):
        memory, now = self.frame.memory, self.frame.statements.now
        within = None if name in names_in(self.frame.node) else now
        cells = memory.of(name), memory.of(lender)
        self.pairs.append(Pair(cells, within, is_copy))

    def borrowed(self, value, definition, arguments):
        """What a definition gives is a copy where NumPy has a view, if it says so."""
        least = getattr(definition, "lends", None)
        if least is None or self.frame.source.is_definition:
            return
        source = arguments[0]
        if isinstance(source, Expression) and source.kind.rank >= least:
            lender = effects.base_name(source.node)
            if lender is not None:
                self.copies.append((value.node, lender))

    def lent(self, result):
        """For each result, the parameters of which NumPy may have a view there."""
        is_list = isinstance(result, Record) and holds_growing(result, 2)
        if self.frame.source.is_definition and not is_list:
            return ()  # those say it themselves, with `lends`
        if self.frame.source.is_generated:
            return ()
        return tuple(self.parameters_behind(node) for node in _arrays(result))

    def parameters_behind(self, node):
        memory, own = self.frame.memory, effects.base_name(node)
        direct = set() if own is None else {memory.of(own)}
        cells, size = direct | {memory.of(name) for name in self.lenders(node)}, 0
        while len(cells) > size:
            size = len(cells)
            for pair in self.pairs:
                both = {memory.unions.of(cell) for cell in pair.cells}
                cells |= both if both & cells else set()
            for values in self.frame.arrays_of_rows:
                if memory.of(values) in cells:
                    cells.add(memory.of(held(values)))
            for table, bases in self.frame.lists.stand_ins.bases.items():
                if memory.of(table) in cells:
                    cells |= set(map(memory.of, bases))
        names = [name for name, _ in self.frame.entry.parameters]
        return {n for n in names if memory.unions.of(n) in cells - direct}

    def returned(self, plain, leaves, value):
        """What a call gives is a copy where NumPy has a view, as the callee found."""
        given = dict(zip(plain.parameters, leaves))
        is_copy = not effects.returns_shared(plain)
        for node, parameters in zip(_arrays(value), plain.lent):
            for parameter in sorted(parameters & given.keys()):
                lender = effects.base_name(given[parameter])
                if lender is None:
                    continue
                if isinstance(node, gast.Name):
                    self.lend(node.id, lender, is_copy)
                else:
                    self.copies.append((node, lender))

    def apart(self, node):
        """A copy of an array, which may be none where nobody writes into it."""
        if not self.owns:
            return build.call("np.ascontiguousarray", node)
        copied = build.call(build.attribute(node, "copy"))
        self.copies.append((copied, effects.base_name(node)))
        return copied

    def in_order(self, node):
        """Whether the elements of an array lie one after the other, in the text too.

        Of an array with more axes this is known only where nothing else has its memory:
        its derivative may lie in another order.
        """
        if isinstance(node, gast.Name):
            return node.id in self.ordered
        if isinstance(node, gast.Subscript):
            *first, last = index_items(node)
            whole = [i for i in (*first, last) if isinstance(i, gast.Slice)]
            is_leading = not whole or (whole == [last] and last.step is None)
            return is_leading and self.in_order(node.value)
        if not isinstance(node, gast.Call):
            return False
        word = spelling(node.func)
        if word == "np.reshape":
            return self.in_order(node.args[0])
        if getattr(node.func, "attr", None) == "copy" and not node.args:
            return self.frame.expressions.expression(node).kind.rank == 1
        if word in BIRTHS | LIKE_BIRTHS | {"np.array"}:
            return self.frame.expressions.expression(node).kind.rank == 1
        return False

    def written(self, node):
        """Refuse a statement that writes into memory that may be lent."""
        if not self.pairs or self.frame.source.is_generated:
            return
        if self.frame.lists.writes and not self.frame.lists.writes_rows:
            return  # what a list holds changes then, and none of the arrays
        about = SimpleNamespace(kinds=self.frame.kinds(), callees=self.frame.callees)
        memory = self.frame.memory
        for name in written_names(node, about):
            own = memory.of(name)
            for pair in self.pairs:
                cells = [memory.unions.of(cell) for cell in pair.cells]
                if own in cells and all(map(self.has_name, cells)):
                    is_unnamed = any(map(self.is_unnamed, cells))
                    if not self.owns and (is_unnamed or pair.within is not None):
                        raise Owning
                    raise self.refusal(name, cells)

    def settle(self, place, value):
        """The value that a statement writes; views it read end there, if by numbers.

        NumPy reads all that it needs before it writes, by views of the target as well.
        """
        base = self.frame.env.get(getattr(getattr(place, "value", None), "id", None))
        is_part = isinstance(base, Expression) and isinstance(base.kind, Array)
        kind = getattr(value, "kind", None)
        if isinstance(kind, Scalar) or (is_part and isinstance(kind, Array)):
            own = self.frame.memory.of(effects.base_name(place))
            if any(self.frame.memory.of(n) == own for n in self.lenders(value.node)):
                value = self.frame.stored(value, "array")
            now = self.frame.statements.now
            self.pairs = [p for p in self.pairs if p.within is not now or not p.is_copy]
        return value

    def passed(self, plain, leaves):
        """Refuse a call that writes into memory that may be lent."""
        if self.frame.source.is_generated:
            return
        places = dict(zip(plain.parameters, leaves))
        lent = [self.memory_behind(leaf) for leaf in leaves]
        for parameter in written_parameters(plain):
            place = places[parameter]
            self.changed(place)
            own = self.frame.memory.of(effects.base_name(place))
            for leaf, behind in zip(leaves, lent):
                if own in behind or (leaf is place and any(map(self.has_name, behind))):
                    raise self.refusal(text_of(place))

    def memory_behind(self, node):
        """The memory that an argument may share, though the text has a copy of it."""
        memory = self.frame.memory
        own = memory.of(effects.base_name(node))
        found = {memory.of(name) for name in self.lenders(node)}
        for pair in self.pairs:
            cells = {memory.unions.of(cell) for cell in pair.cells}
            found |= cells - {own} if own in cells else set()
        return found

    def copied(self, values, item):
        """A copy of the array of a list; arrays and lists in it stay the same ones."""
        made = build.call(build.attribute(values.node, "copy"))
        lender = effects.base_name(values.node)
        if isinstance(item.kind, Array) and item.form is not tuple and lender:
            self.copies.append((made, lender))
        return Expression(made, values.kind)

    def changed(self, node):
        """Refuse to write into an array that has no name and may share memory."""
        name = effects.lent_name(node)
        if name is not None:
            raise self.refusal(name)

    def has_name(self, cell):
        """Whether any name, or a caller's, stands for memory now."""
        memory, names = self.frame.memory, {p for p, _ in self.frame.entry.parameters}
        known = {memory.unions.of(name) for name in names}
        return cell in known or any(memory.of(n) == cell for n in self.frame.env)

    def is_unnamed(self, cell):
        """Whether memory is only that of values to which s2sad gave names."""
        memory = self.frame.memory
        names = {n for n in self.frame.env if memory.of(n) == cell}
        given = {memory.unions.of(p) for p, _ in self.frame.entry.parameters}
        return cell not in given and names <= self.unnamed | self.frame.inlined

    def refusal(self, name, cells=()):
        """What is raised where memory is written that may be lent."""
        memory, lists = self.frame.memory, self.frame.arrays_of_rows
        if {memory.of(name), *cells} & set(map(memory.of, lists)):
            return self.frame.lists.refusal()
        return RefusalError(
            f"{name} is written, and np.reshape, np.ravel, np.diagonal, .real or the "
            "like gave an array that may share its memory",
            "a copy at first: np.reshape(x.copy(), shape)",
        )

    def own(self, value):
        """A value without name, under one; a copy of it where it must be nobody's."""
        given = self.frame.stored(value, "array").node
        self.unnamed.add(given.id)
        return build.call(build.attribute(given, "copy")) if self.owns else given


def _arrays(value):
    """The nodes of a value and its parts, those that are arrays."""
    leaves = value.leaves() if isinstance(value, Record) else [value]
    leaves = [leaf for leaf in leaves if isinstance(leaf, Expression)]
    return [leaf.node for leaf in leaves if isinstance(leaf.kind, Array)]


def reshaped(frame, arguments, keywords, node):
    """`np.reshape(x, shape)`: a view where x surely lies in order, else of a copy."""
    value, *sizes = arguments
    if keywords.keys() - {"shape", "newshape"}:
        what = f"{sorted(keywords)[0]}= of np.reshape is not supported"
        raise frame.refuse(node, what, 'np.reshape of x.T, for order="F"')
    sizes += keywords.values()
    if not sizes:
        raise frame.refuse(node, "np.reshape is called without a shape")
    size = sizes[0] if len(sizes) == 1 else tuple_record(sizes)
    value = frame.expressions.as_expression(value, node)
    given, shape = value.node, frame.applications.argument(size, node)
    if not value.kind.rank:
        given = build.call("np.array", gast.List([given], gast.Load()))
    is_ordered = frame.source.is_generated or frame.lending.in_order(given)
    if not is_ordered and not _is_copy(given):
        if effects.base_name(given) is None:
            given = frame.lending.own(value)
        if not _is_copy(given):
            given = frame.lending.apart(given)
    if isinstance(shape, gast.Tuple) and len(shape.elts) == 1:
        shape = shape.elts[0]
    if isinstance(shape, gast.Tuple) and not shape.elts:
        return _without_axes(frame, value, node)
    is_flat = value.kind.rank == 1 and build.number_of(shape) == -1
    if is_flat:
        return frame.expressions.expression(given)
    return frame.expressions.expression(build.call("np.reshape", given, shape))


def _without_axes(frame, value, node):
    """The one element of an array, as an array that has no axes."""
    item = frame.applications.method(Method(value, "item"), [], {}, node)
    return replace(frame.expressions.as_expression(item, node), is_array=True)


def flattened(frame, arguments, keywords, node):
    """`np.ravel(x)`: all elements in one row."""
    (value,) = arguments
    return reshaped(frame, [value, Static(-1)], keywords, node)


def _is_copy(node):
    """Whether an expression is a new array that lies in order."""
    return isinstance(node, gast.Call) and (
        spelling(node.func) == "np.ascontiguousarray"
        or (getattr(node.func, "attr", None) == "copy" and not node.args)
    )
