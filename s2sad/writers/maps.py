"""A function for each row of its arguments: one loop, its results in stacked arrays."""

import copy
from dataclasses import replace
from types import SimpleNamespace

import gast

from s2sad.errors import UsageError
from s2sad.facts.calls import spelling
from s2sad.facts.effects import Classes
from s2sad.facts.extents import Extents
from s2sad.facts.kinds import Array, array_kind, dtype_word
from s2sad.facts.regions import Tree
from s2sad.facts.text import Known
from s2sad.facts.values import Expression, Record
from s2sad.facts.written import written_parameters
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, listed, names_in, renamed
from s2sad.syntax.printer import text_of

_ZEROS = ("np.zeros", "np.zeros_like")
_ROOMS = (*_ZEROS, "np.empty", "np.empty_like")


def rows_of(values, axes):
    """{parameter: value}: of those that are mapped, the values of one row."""
    names = list(values)
    given = axes if isinstance(axes, tuple) else (axes,) * len(names)
    if len(given) != len(names):
        raise UsageError(
            f"in_axes has {len(given)} entries for {len(names)} arguments: "
            f"{listed(names)}"
        )
    if all(axis is None for axis in given):
        raise UsageError("in_axes maps over no argument")
    return {
        name: value if axis is None else _row(name, value)
        for (name, value), axis in zip(values.items(), given)
    }


def _row(name, value):
    if isinstance(value, Record):
        items = {key: _row(f"{name}[{key!r}]", v) for key, v in value.items.items()}
        return Record(items, value.container)
    if not isinstance(value, Expression):
        return value
    if not isinstance(value.kind, Array):
        raise UsageError(
            f"vmap over {name}, which is a number: give an array of them, or None for "
            "it in in_axes"
        )
    kind = value.kind
    return Expression(value.node, array_kind(kind.dtype, kind.rank - 1, kind.ones[1:]))


def vmap(writer):
    """The Written loop over the rows of a function's arguments."""
    return _Mapper(writer).written()


class _Mapper:
    def __init__(self, writer):
        self.writer, self.plain, self.module = writer, writer.plain, writer.module
        self.axes, self.is_parallel = writer.request.axes, writer.request.is_parallel
        self.kinds = self.plain.result_kinds
        self.name = writer.named("vmap")
        self.fresh = Fresh({*self.plain.parameters, *self.module.fresh.taken})
        self.mapped = self.mapped_leaves()
        self.index = self.fresh("i")
        self.lines = []
        self.into = self.returned_arrays()

    def mapped_leaves(self):
        """The leaf parameters that have a row for each trip."""
        structure = self.plain.structure
        names = self.words([name for name, _, _ in structure])
        found = [
            leaf for name, leaves, _ in structure for leaf, _ in leaves if name in names
        ]
        if not found:
            raise UsageError("in_axes maps over no array")
        return found

    def written(self):
        self.check_writes()
        first, *others = self.mapped
        size = f"{first}.shape[0]"
        for other in others:
            self.emit(f"if {other}.shape[0] != {size}:")
            what = f"{other} and {first} have different numbers of rows"
            self.emit(f'raise ValueError("{what}")', 2)
        rooms = [self.fresh(self.word(n)) for n in range(len(self.kinds))]
        self.allocate(rooms, size, first)
        word = "prange" if self.is_parallel else "range"
        self.emit(f"for {self.index} in {word}({size}):")
        self.emit(self.call(rooms), 2)
        if rooms:
            self.emit(f"return {', '.join(rooms)}")
        return self.finish()

    def finish(self):
        names = [name for name, _, _ in self.plain.structure]
        doc = f"{self.plain.name} for each row of {listed(self.words(names))}."
        head = f"def {self.name}({', '.join(self.plain.parameters)}):"
        text = "\n".join([head, f'    """{doc}"""', *self.lines])
        node = gast.parse(text).body[0]
        known = Known(names_in(node), names_in(node))
        return self.writer.finish(
            SimpleNamespace(node=node, known=known), self.result()
        )

    def words(self, names):
        axes = self.axes if isinstance(self.axes, tuple) else [self.axes] * len(names)
        return [name for name, axis in zip(names, axes) if axis is not None]

    def emit(self, line, depth=1):
        self.lines.append("    " * depth + line)

    def word(self, number):
        return "rows" if len(self.kinds) == 1 else f"rows_{number}"

    def check_writes(self):
        """Rows are written apart from each other; what is not mapped is not."""
        shared = set(written_parameters(self.plain)) - set(self.mapped)
        if self.is_parallel and shared:
            raise UsageError(
                f"vmap of {self.plain.name} in parallel: every row writes into "
                f"{listed(sorted(shared))}"
            )

    def result(self):
        """The structure of the results, each with one axis more."""

        def stacked(item):
            if not isinstance(item, Expression):
                return item
            rank = item.kind.rank if isinstance(item.kind, Array) else 0
            return Expression(item.node, array_kind(item.kind.dtype, rank + 1))

        found = self.writer.result
        if isinstance(found, Record):
            return found.map(stacked)
        return stacked(found) if found is not None else found

    # where the results go

    def returned_arrays(self):
        """{number of a result: (name, the call that makes it)} of arrays made once.

        They are made here for all rows, so the function is given its part.
        """
        tree, extents = Tree(self.plain), Extents(Tree(self.plain))
        values = self.returned_values()
        names = [getattr(value, "id", None) for value in values]
        classes, found = Classes(self.plain), {}
        for number, name in enumerate(names):
            defs = tree.defs.get(name, [])
            if name in self.plain.parameters or len(defs) != 1 or names.count(name) > 1:
                continue
            (birth,) = defs
            is_outer = tree.region_of(birth) is tree.root
            is_call = isinstance(birth, gast.Assign) and isinstance(
                birth.value, gast.Call
            )
            if not is_outer or not is_call or birth.value.keywords:
                continue
            alone = [n for n in self.plain.kinds if classes.of(n) == classes.of(name)]
            if spelling(birth.value.func) in _ROOMS and alone == [name]:
                sizes = self.sizes_in_rows(extents.of_array(name))
                if sizes is not None:
                    found[number] = (name, birth, sizes)
        return found

    def returned_values(self):
        body = self.plain.node.body
        if not body or not isinstance(body[-1], gast.Return) or not self.kinds:
            return []
        value = body[-1].value
        return list(value.elts) if isinstance(value, gast.Tuple) else [value]

    def sizes_in_rows(self, words):
        """The lengths of a row's result by those of whole arguments, or None."""
        found = []
        for word in words or []:
            name, _, axis = word.removesuffix("]").partition(".shape[")
            if word.isdigit():
                found.append(word)
            elif name in self.plain.parameters and axis.isdigit():
                found.append(f"{name}.shape[{int(axis) + (name in self.mapped)}]")
            else:
                return None
        return found or None

    def allocate(self, rooms, size, first):
        """Rooms for the results of all rows."""
        pending = [
            n
            for n, kind in enumerate(self.kinds)
            if isinstance(kind, Array) and n not in self.into
        ]
        ones = {n: self.fresh(f"{rooms[n]}_first") for n in pending}
        if pending:
            self.first_row(ones, size, first)
        for number, kind in enumerate(self.kinds):
            sizes, word = [size], "np.empty"
            if number in self.into:
                _, birth, own = self.into[number]
                sizes += own
                word = "np.zeros" if spelling(birth.value.func) in _ZEROS else word
            elif number in pending:
                sizes += [f"{ones[number]}.shape[{axis}]" for axis in range(kind.rank)]
            shape = sizes[0] if len(sizes) == 1 else f"({', '.join(sizes)})"
            more = f", dtype=np.{dtype_word(kind.dtype)}"
            more = "" if kind.dtype == "float64" else more
            self.emit(f"{rooms[number]} = {word}({shape}{more})")

    def first_row(self, ones, size, first):
        """The shapes of results that only a row tells, which is computed twice."""
        self.emit(f"if {size} == 0:")
        what = f"{first} has no rows, which alone tell the shapes of results"
        self.emit(f'raise ValueError("{what}")', 2)
        places = [ones.get(n) or self.fresh("unused") for n in range(len(self.kinds))]
        self.emit(f"{', '.join(places)} = {self.called('0', copied=True)}")

    def kept(self):
        """The numbers of the results that the function still returns."""
        return [n for n in range(len(self.kinds)) if n not in self.into]

    def called(self, index, copied=False):
        written = set(written_parameters(self.plain)) if copied else set()
        arguments = []
        for name in self.plain.parameters:
            item = f"{name}[{index}]" if name in self.mapped else name
            is_array = isinstance(self.plain.kinds[name], Array)
            arguments.append(f"{item}.copy()" if name in written and is_array else item)
        return f"{self.plain.name}({', '.join(arguments)})"

    def call(self, rooms):
        called = self.filled(rooms) if self.into else self.called(self.index)
        targets = [f"{rooms[n]}[{self.index}]" for n in self.kept()]
        return f"{', '.join(targets)} = {called}" if targets else called

    def filled(self, rooms):
        """The call that fills the row of each of the arrays made here."""
        filling = self.filling()
        names = [argument.id for argument in filling.node.args.args]
        given = {n: f"{n}[{self.index}]" if n in self.mapped else n for n in names}
        for number, (name, _, _) in self.into.items():
            given[name] = f"{rooms[number]}[{self.index}]"
        inner = forwarded(filling.node)
        if inner is None:
            self.module.nodes[filling.name] = self.module.primal(filling)
            return f"{filling.name}({', '.join(given[n] for n in names)})"
        items = {n: gast.parse(text).body[0].value for n, text in given.items()}
        return text_of(renamed(inner, items))

    def filling(self):
        """The function with its returned arrays as parameters that it fills."""
        node = copy.copy(self.plain.node)
        births = [birth for _, birth, _ in self.into.values()]
        body = [n for n in node.body if not any(n is birth for birth in births)]
        values = self.returned_values()
        kept = [values[n] for n in self.kept()]
        body = body[:-1]
        if kept:
            body.append(build.returned(build.one_or_tuple(kept)))
        names = [name for name, _, _ in self.into.values()]
        name = self.module.unit.function_name(f"{self.plain.name}_into")
        made = build.function(name, [*self.plain.parameters, *names], body)
        return replace(self.plain, name=name, node=made)


def forwarded(node):
    """The call that is all a function does, its results returned as they are."""
    first, *rest = node.body
    value = getattr(first, "value", None)
    if not isinstance(value, gast.Call) or not isinstance(value.func, gast.Name):
        return None
    if isinstance(first, (gast.Return, gast.Expr)):
        return value if not rest else None
    if not isinstance(first, gast.Assign) or len(rest) != 1:
        return None
    if not isinstance(rest[0], gast.Return) or rest[0].value is None:
        return None
    is_same = text_of(first.targets[0]) == text_of(rest[0].value)
    return value if is_same else None
