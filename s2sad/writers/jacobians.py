"""Jacobians: small drivers, in text, around the tangent and the adjoint."""

from itertools import count
from types import SimpleNamespace

import gast

from s2sad.differentiate.adjoint import Shape, adjoint
from s2sad.differentiate.rows import adjoint_rows
from s2sad.errors import UsageError
from s2sad.facts.effects import written_parameters
from s2sad.facts.extents import Extents
from s2sad.facts.kinds import Array
from s2sad.facts.numbers import has_complex
from s2sad.facts.plain import is_differentiable
from s2sad.facts.regions import Tree
from s2sad.facts.text import Known
from s2sad.facts.values import Record, tuple_record
from s2sad.syntax.names import Fresh, listed, names_in

# Forward directions that are taken at once: more gain little, and cost room.
CHUNK = 32


class Driver:
    """Writes the loops over directions or seeds that give a Jacobian."""

    def __init__(self, writer, mode, arguments):
        self.writer, self.plain = writer, writer.plain
        self.module = writer.module
        self.arguments = arguments
        self.kinds = self.plain.result_kinds
        self.numbers = range(writer.primary())
        if not self.numbers:
            raise UsageError(
                f"{writer.request.mode} needs a result; "
                f"{self.plain.name} returns nothing"
            )
        self.name = writer.named(mode)
        self.fresh = self.local_names()
        self.lines, self.letters, self.is_called = [], {}, False
        self.has_complex = has_complex(self.plain)
        self.primals = list(self.plain.parameters)
        self.values = [
            self.fresh(self.word(n, "value")) for n in range(len(self.kinds))
        ]
        written = set(written_parameters(self.plain))
        self.given = [f"{p}.copy()" if p in written else p for p in self.primals]

    def local_names(self):
        return Fresh({*self.plain.parameters, *self.module.fresh.taken})

    def word(self, number, base):
        return base if len(self.kinds) == 1 else f"{base}_{number}"

    def call(self, name, *more):
        self.is_called = True
        return f"{name}({', '.join([*self.given, *more])})"

    def primal_call(self):
        return f"{', '.join(self.values)} = {self.call(self.plain.name)}"

    def emit(self, line, depth=1):
        self.lines.append("    " * depth + line)

    def leaves(self):
        """[(leaf parameter, kind)] to differentiate by, each once."""
        kinds = {
            leaf: kind
            for _, leaves, _ in self.arguments
            for leaf, kind in leaves
            if is_differentiable(kind)
        }
        return list(kinds.items())

    def written(self, body):
        with_aux = len(self.kinds) > len(self.numbers)
        has_arrays = any(isinstance(self.kinds[n], Array) for n in self.numbers)
        is_known = None not in map(self.known_sizes, self.numbers)
        if with_aux or (has_arrays and not (is_known and body == self.columns)):
            self.emit(self.primal_call())
        jacobians = body()
        if not self.is_called:  # it is zero where the function raises nothing
            self.lines.insert(0, "    " + self.primal_call())
        if self.given != self.primals:
            self.emit(f"'#: the arguments as {self.plain.name} leaves them'")
            self.emit(f"{self.plain.name}({', '.join(self.primals)})")
        flat = [*self.flat(jacobians), *self.values[len(self.numbers) :]]
        self.emit(f"return {', '.join(flat)}")
        about = self.writer.words(self.arguments)
        doc = f"The Jacobian of {self.plain.name} with respect to {about}."
        head = [f"def {self.name}({', '.join(self.primals)}):", f'    """{doc}"""']
        node = gast.parse("\n".join([*head, *self.lines])).body[0]
        self.module.nodes[self.plain.name] = self.module.primal(self.plain)
        arrays = names_in(node)
        made = SimpleNamespace(node=node, known=Known(arrays, names_in(node)))
        return self.writer.finish(made, self.structure())

    def flat(self, jacobians):
        """The Jacobians to return, one as often as its argument was asked for."""
        kinds = dict(self.leaves())
        found = []
        for number in self.numbers:
            seen = set()
            for leaf in self.writer.leaves(self.arguments):
                name = jacobians[number, leaf]
                is_array = self.kinds[number].rank or kinds[leaf].rank
                found.append(f"{name}.copy()" if leaf in seen and is_array else name)
                seen.add(leaf)
        return found

    def structure(self):
        """For each result, for each argument: a Jacobian."""
        active = [leaf for leaf, _ in self.leaves()]

        def of_result(item):
            return self.writer.gradient_structure(self.arguments, active)

        value, aux = self.writer.value_and_aux()
        found = value.map(of_result) if isinstance(value, Record) else of_result(value)
        return found if aux is None else tuple_record([found, aux])

    def allocate(self, number, leaf, kind):
        """The Jacobian of one result by one argument, filled with zeros."""
        word = "jacobian"
        if len(self.kinds) > 1 or len(self.leaves()) > 1:
            word = f"{self.word(number, 'jacobian')}_{leaf}"
        name = self.fresh(word)
        own = self.known_sizes(number) or _sizes(
            self.values[number], self.kinds[number].rank
        )
        sizes = [*own, *_sizes(leaf, kind.rank)]
        if sizes:
            shape = sizes[0] if len(sizes) == 1 else f"({', '.join(sizes)})"
            dtype = self.kinds[number].dtype
            dtype = "complex128" if kind.is_complex else dtype
            more = "" if dtype == "float64" else f", dtype=np.{dtype}"
            self.emit(f"{name} = np.zeros({shape}{more})")
        return name

    def known_sizes(self, number):
        """The lengths of a result, if those of the arguments tell them; else None."""
        if not self.kinds[number].rank:
            return []
        last = self.plain.node.body[-1]
        values = last.value.elts if isinstance(last.value, gast.Tuple) else [last.value]
        name = getattr(values[number], "id", None)
        if name is None:
            return None
        words = Extents(Tree(self.plain)).of_array(name)
        given = _sizes_of(self.plain.parameters, self.plain.kinds)
        return (
            words if words and all(w.isdigit() or w in given for w in words) else None
        )

    def loops(self, base, rank, depth):
        """Loops over all elements; gives their indices and the depth inside."""
        indices = []
        for axis in range(rank):
            index = self.letter(axis)
            self.emit(f"for {index} in range({base}.shape[{axis}]):", depth + axis)
            indices.append(index)
        return indices, depth + rank

    # forward

    def columns(self):
        jacobians = {}
        for leaf, kind in self.leaves():
            for number in self.numbers:
                jacobians[number, leaf] = self.allocate(number, leaf, kind)
            wide = None
            if kind.rank and kind.dtype == "float64" and not self.has_complex:
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

    def chunks(self, made, leaf, kind, jacobians):
        """Loops over the directions of a leaf, some at a time."""
        indices, depth = self.loops(leaf, kind.rank - 1, 1)
        last = kind.rank - 1
        start, stop, place = self.fresh("start"), self.fresh("stop"), self.letter(last)
        seed, size = self.fresh(f"{leaf}_dot"), f"{leaf}.shape[{last}]"
        self.emit(f"for {start} in range(0, {size}, {CHUNK}):", depth)
        self.emit(f"{stop} = min({start} + {CHUNK}, {size})", depth + 1)
        shape = ", ".join([*_sizes(leaf, kind.rank), f"{stop} - {start}"])
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

    def letter(self, number):
        """The name of a loop's variable, which may be used again after the loop."""
        if number not in self.letters:
            self.letters[number] = self.fresh("ijk"[number] if number < 3 else "i")
        return self.letters[number]

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

    # reverse

    def rows(self):
        leaves = self.leaves()
        active = tuple(dict.fromkeys(leaf for leaf, _ in leaves))
        many = self.all_rows(active)
        if many is not None:
            return many
        made = self.vjp(active)
        jacobians = {
            (number, leaf): self.allocate(number, leaf, kind)
            for number in self.numbers
            for leaf, kind in leaves
        }
        seeds = {n: "0.0" for n, flag in enumerate(made.seeded) if flag}
        seeds |= {n: "0j" for n in seeds if self.kinds[n].is_complex}
        for number in seeds:
            if self.kinds[number].rank:
                seeds[number] = self.fresh(self.word(number, "result_bar"))
                self.emit(f"{seeds[number]} = np.zeros_like({self.values[number]})")
        for number in self.numbers:
            self.row(number, made, seeds, active, jacobians)
        return jacobians

    def all_rows(self, active):
        """The Jacobians of numbers by one call for all of them, or None."""
        name = f"{self.plain.name}_adjoints"
        doc = f"The adjoints of {listed(list(active))} for each result."
        each, module = len(self.numbers), self.module
        made = adjoint_rows(self.plain, list(active), name, module, doc, each)
        if made is None:
            return None
        made.node.name = module.fresh(name)
        module.add(made)
        kinds = dict(self.leaves())
        jacobians = {
            (number, leaf): self.allocate(number, leaf, kind)
            for number in self.numbers
            for leaf, kind in kinds.items()
        }
        places = [jacobians[n, leaf] for n in self.numbers for leaf in made.shadows]
        targets = [jacobians[n, leaf] for n in self.numbers for leaf in made.returned]
        called = self.call(made.node.name, *places)
        self.emit(f"{', '.join(targets)} = {called}" if targets else called)
        return jacobians

    def vjp(self, active):
        name = self.module.fresh(f"{self.plain.name}_adjoint")
        doc = self.module.adjoint_sentence(self.plain, list(active))
        shape = Shape(primary=len(self.numbers))
        made = adjoint(self.plain, list(active), name, self.module, doc, shape)
        self.module.add(made)
        return made

    def row(self, number, made, seeds, active, jacobians):
        if number not in seeds:
            for leaf, kind in self.leaves():
                if not kind.rank and not self.kinds[number].rank:
                    zero = "0j" if kind.is_complex else "0.0"
                    self.emit(f"{jacobians[number, leaf]} = {zero}")
            return
        base, rank = self.values[number], self.kinds[number].rank
        indices, depth = self.loops(base, rank, 1)
        given = dict(seeds)
        if indices:
            at = f"{seeds[number]}[{', '.join(indices)}]"
            self.emit(f"{at} = 1.0", depth)
        else:
            is_complex = self.kinds[number].is_complex
            given[number] = "complex(1.0)" if is_complex else "1.0"
        kinds = dict(self.leaves())
        places = {
            leaf: _part(jacobians[number, leaf], indices, kinds[leaf].rank)
            for leaf in active
        }
        shadows = [places[leaf] for leaf in made.shadows]
        called = self.call(made.node.name, *given.values(), *shadows)
        targets = ", ".join(places[leaf] for leaf in made.returned)
        self.emit(f"{targets} = {called}" if targets else called, depth)
        if indices:
            self.emit(f"{at} = 0.0", depth)


def _part(name, indices, rank):
    """The part of a Jacobian that belongs to one element of a result."""
    place = [*indices, *([":"] * rank if indices else [])]
    return f"{name}[{', '.join(place)}]" if place else name


def _sizes(base, rank):
    return [f"{base}.shape[{axis}]" for axis in range(rank)]


def _sizes_of(names, kinds):
    """The lengths of the axes of some arrays, in words."""
    return {
        size
        for name in names
        if isinstance(kinds[name], Array)
        for size in _sizes(name, kinds[name].rank)
    }


def jacfwd(writer):
    arguments = writer.chosen()
    writer.active(arguments)
    writer.check_complex(arguments, by_results=False)
    driver = Driver(writer, "jacfwd", arguments)
    return driver.written(driver.columns)


def jacrev(writer):
    arguments = writer.chosen()
    writer.active(arguments)
    writer.check_complex(arguments, by_results=True)
    driver = Driver(writer, "jacrev", arguments)
    return driver.written(driver.rows)


def jacobian(writer):
    """By rows if the results are numbers and the arguments arrays, else by columns."""
    arguments = writer.chosen()
    wide = any(isinstance(k, Array) for _, leaves, _ in arguments for _, k in leaves)
    kinds = writer.plain.result_kinds[: writer.primary()]
    tall = any(isinstance(kind, Array) for kind in kinds)
    return jacrev(writer) if wide and not tall else jacfwd(writer)
