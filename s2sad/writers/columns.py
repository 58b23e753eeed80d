"""A Jacobian by columns: text around the tangent, in many directions at once."""

from dataclasses import replace
from itertools import count

import gast

from s2sad.differentiate.symmetric import symmetric
from s2sad.facts.written import written_parameters
from s2sad.syntax.names import Fresh, names_in, renamed
from s2sad.writers.driver import Driver, sizes

# Directions that are taken at once: more gain little, and cost room.
CHUNK = 32


class Columns(Driver):
    """Writes a Jacobian column by column, or all columns at once."""

    mode = "jacfwd"

    def written(self):
        made = self.alone()
        if made is None:
            return super().written()
        return self.writer.finish(made, self.structure())

    def alone(self):
        """The whole Jacobian as one function in all unit directions, or None."""
        (leaf, kind), *others = self.leaves()
        is_one = self.writer.leaves(self.arguments) == [leaf] and len(self.kinds) == 1
        if others or not is_one or self.given != self.primals or self.is_empty():
            return None
        return self.in_units(leaf, self.name) if self.is_wide(kind) else None

    def is_wide(self, kind):
        """Whether an argument's directions may be taken several at once."""
        return kind.rank and kind.dtype == "float64" and not self.has_complex

    def in_units(self, leaf, name):
        """The Jacobian by a leaf as a function, in all unit directions; or None."""
        made = self.module.unit_tangents(self.plain, leaf, name, self.sentence(leaf))
        if made is None or not any(made.results[n] for n in self.numbers):
            return None
        result = made.node.body[-1].value
        if isinstance(result, gast.Name):
            word = "hessian" if self.is_hessian else "jacobian"
            names = {result.id: Fresh(names_in(made.node))(word)}
            node, known = renamed(made.node, names), made.known.printed(names)
            made = replace(made, node=node, known=known)
        return symmetric(made) if self.is_by_twice(leaf, made) else made

    def is_by_twice(self, leaf, made):
        """Whether all that varies is the gradient by the leaf, of the text itself.

        What a function calls may have a derivative that is none of any function.
        """
        leaves = self.writer.leaves(self.arguments)
        varied = [other for other, flag in zip(leaves, made.results) if flag]
        return self.is_hessian and not self.plain.callees and varied == [leaf]

    def jacobians(self):
        jacobians = {}
        for leaf, kind in self.leaves():
            if self.is_wide(kind) and self.at_once(leaf, kind, jacobians):
                continue
            for number in self.numbers:
                jacobians[number, leaf] = self.allocate(number, leaf, kind)
            wide = None
            if self.is_wide(kind):
                wide = self.module.tangents(self.plain, (leaf,), values=False)
            made = wide or self.module.tangent(self.plain, (leaf,))
            if kind.rank and not any(made.results[n] for n in self.numbers):
                continue  # no result depends on it: the zeros are its Jacobian
            if wide is not None:
                self.chunks(wide, leaf, kind, jacobians)
                continue
            seed = "1.0"
            if kind.rank:
                seed = self.fresh(f"{leaf}_dot")
                self.emit(f"{seed} = np.zeros_like({leaf})")
            indices, depth = self.loops(leaf, kind.rank, 1)
            at = f"{seed}[{', '.join(indices)}]"
            if indices:
                self.emit(f"{at} = 1.0", depth)
            self.column(made, leaf, seed, indices, depth, jacobians)
            if indices:
                self.emit(f"{at} = 0.0", depth)
        return jacobians

    def at_once(self, leaf, kind, jacobians):
        """The Jacobians by a leaf from one call in all unit directions, or nothing."""
        made = self.in_units(leaf, f"{self.plain.name}_columns")
        if made is None:
            return False
        made.node.name = self.module.unit.function_name(made.node.name)
        self.module.add(made)
        targets = []
        for number, is_varied in enumerate(made.results):
            if number in self.numbers and is_varied:
                jacobians[number, leaf] = self.jacobian_name(number, leaf)
            elif number in self.numbers:
                jacobians[number, leaf] = self.allocate(number, leaf, kind)
            if is_varied:
                targets.append(jacobians.get((number, leaf)) or self.fresh("unused"))
        self.emit(f"{', '.join(targets)} = {self.call(made.node.name)}")
        return True

    def chunks(self, made, leaf, kind, jacobians):
        """Loops over the directions of a leaf, some at a time."""
        indices, depth = self.loops(leaf, kind.rank - 1, 1)
        last = kind.rank - 1
        start, stop, place = self.fresh("start"), self.fresh("stop"), self.letter(last)
        seed, size = self.fresh(f"{leaf}_dot"), f"{leaf}.shape[{last}]"
        self.emit(f"for {start} in range(0, {size}, {CHUNK}):", depth)
        self.emit(f"{stop} = min({start} + {CHUNK}, {size})", depth + 1)
        shape = ", ".join([*sizes(leaf, kind.rank), f"{stop} - {start}"])
        self.emit(f"{seed} = np.zeros(({shape}))", depth + 1)
        self.emit(f"for {place} in range({start}, {stop}):", depth + 1)
        at = ", ".join([*indices, place, f"{place} - {start}"])
        self.emit(f"{seed}[{at}] = 1.0", depth + 2)
        varied = [number for number, flag in enumerate(made.results) if flag]
        words = [
            self.word(n, "columns") if n in self.numbers else "unused" for n in varied
        ]
        columns = dict(zip(varied, map(self.fresh, words)))
        called = self.call(made.node.name, seed)
        self.emit(f"{', '.join(columns.values())} = {called}", depth + 1)
        for number in self.numbers:
            if number in columns:
                name, rank = jacobians[number, leaf], self.kinds[number].rank
                at = [*indices, f"{start} + {{}}"]
                self.fill(name, at, columns[number], rank, depth + 1)

    def fill(self, name, at, value, rank, depth):
        """Write an array into a Jacobian, where `at` says for the axes of arguments.

        In loops: Numba compiles the assignment to a slice for seconds.
        """
        free = (word for word in map(self.letter, count()) if word not in at)
        axes = rank + sum("{}" in item for item in at)
        indices = [next(free) for _ in range(axes)]
        for axis, index in enumerate(indices):
            self.emit(f"for {index} in range({value}.shape[{axis}]):", depth + axis)
        own = ", ".join(indices)
        last = iter(indices[rank:])
        places = [*indices[:rank], *(i.format(*last) if "{}" in i else i for i in at)]
        self.emit(f"{name}[{', '.join(places)}] = {value}[{own}]", depth + axes)

    def column(self, made, leaf, seed, indices, depth, jacobians):
        results = [self.fresh(self.word(n, "result")) for n in range(len(self.kinds))]
        dots = {}
        for number, flag in enumerate(made.results):
            if flag:
                dots[number] = self.fresh(self.word(number, "column"))
        targets = [*results, *dots.values()]
        is_written = leaf in written_parameters(self.plain)
        given = f"{seed}.copy()" if indices and is_written else seed
        called = self.call(made.node.name, given)
        self.emit(f"{', '.join(targets)} = {called}", depth)
        for number in self.numbers:
            name = jacobians[number, leaf]
            value = dots.get(number)
            rank = self.kinds[number].rank
            if rank and value:
                self.fill(name, indices, value, rank, depth)
            elif indices and value:
                self.emit(f"{name}[{', '.join(indices)}] = {value}", depth)
            elif not indices and not rank:
                value = value or "0.0"
                if self.kinds[number].is_complex:
                    value = "0j" if value == "0.0" else f"complex({value})"
                self.emit(f"{name} = {value}", depth)
