"""Jacobians: small functions, in text, around the tangent or the adjoint."""

from types import SimpleNamespace

import gast

from s2sad.errors import UsageError
from s2sad.facts.extents import Extents
from s2sad.facts.kinds import Array
from s2sad.facts.numbers import has_complex
from s2sad.facts.plain import is_differentiable
from s2sad.facts.regions import Tree
from s2sad.facts.text import Known
from s2sad.facts.values import Expression, Record, tuple_record
from s2sad.facts.written import written_parameters
from s2sad.syntax.names import Fresh, names_in


class Driver:
    """Writes the loops over directions or seeds that give a Jacobian.

    `jacobians` emits them, and gives {(number of a result, leaf): the Jacobian's name}.
    """

    mode: str

    def __init__(self, writer, arguments):
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
        self.name = writer.named(self.mode)
        self.fresh = self.local_names()
        self.lines, self.letters = [], {}
        self.is_called = self.reads_values = False
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

    def written(self):
        """The module of the Jacobian."""
        jacobians = self.jacobians()
        with_aux = len(self.kinds) > len(self.numbers)
        if self.is_empty():
            self.module.trials.add(self.plain.name)
        is_bare = not self.is_called or self.is_empty()
        if with_aux or self.reads_values or is_bare:
            # the Jacobian is 0, or there is none, if the function raises nothing
            values = f"{', '.join(self.values)} = {self.call(self.plain.name)}"
            self.lines.insert(0, "    " + values)
        if self.given != self.primals:
            self.emit(f"'#: the arguments as {self.plain.name} leaves them'")
            self.emit(f"{self.plain.name}({', '.join(self.primals)})")
        flat = [*self.flat(jacobians), *self.values[len(self.numbers) :]]
        self.emit(f"return {', '.join(flat)}")
        doc = self.sentence(self.writer.words(self.arguments))
        head = [f"def {self.name}({', '.join(self.primals)}):", f'    """{doc}"""']
        node = gast.parse("\n".join([*head, *self.lines])).body[0]
        self.module.nodes[self.plain.name] = self.module.primal(self.plain)
        arrays = names_in(node)
        made = SimpleNamespace(node=node, known=Known(arrays, names_in(node)))
        return self.writer.finish(made, self.structure())

    def is_empty(self):
        """Whether there is no direction: what an argument without elements has."""
        return any(
            leaf.is_empty
            for _, _, value in self.arguments
            for leaf in (value.leaves() if isinstance(value, Record) else [value])
            if isinstance(leaf, Expression)
        )

    def jacobians(self):
        raise NotImplementedError

    @property
    def is_hessian(self):
        """Whether this is the Jacobian of a gradient, asked for as a Hessian."""
        return self.writer.request.word == "hessian"

    def sentence(self, about):
        noun, of = "Jacobian", self.plain.name
        if self.is_hessian:
            noun, of = "Hessian", self.name.removesuffix("_hessian")
        return f"The {noun} of {of} with respect to {about}."

    def value(self, number):
        """The name of a result's value."""
        self.reads_values = True
        return self.values[number]

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

    def jacobian_name(self, number, leaf):
        word = "jacobian"
        if len(self.kinds) > 1 or len(self.leaves()) > 1:
            word = f"{self.word(number, 'jacobian')}_{leaf}"
        return self.fresh(word)

    def allocate(self, number, leaf, kind):
        """The Jacobian of one result by one argument, filled with zeros."""
        name = self.jacobian_name(number, leaf)
        own = self.known_sizes(number)
        if own is None:
            own = sizes(self.value(number), self.kinds[number].rank)
        shape = [*own, *sizes(leaf, kind.rank)]
        if shape:
            text = shape[0] if len(shape) == 1 else f"({', '.join(shape)})"
            of = self.kinds[number]
            # an integer and a flag have slopes of zeros, which are floats
            dtype = of.dtype if of.is_float else "float64"
            dtype = "complex128" if kind.is_complex else dtype
            more = "" if dtype == "float64" else f", dtype=np.{dtype}"
            self.emit(f"{name} = np.zeros({text}{more})")
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

    def letter(self, number):
        """The name of a loop's variable, which may be used again after the loop."""
        if number not in self.letters:
            self.letters[number] = self.fresh("ijk"[number] if number < 3 else "i")
        return self.letters[number]


def sizes(base, rank):
    return [f"{base}.shape[{axis}]" for axis in range(rank)]


def _sizes_of(names, kinds):
    """The lengths of the axes of some arrays, in words."""
    return {
        size
        for name in names
        if isinstance(kinds[name], Array)
        for size in sizes(name, kinds[name].rank)
    }
