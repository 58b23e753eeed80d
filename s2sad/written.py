"""How each derivative is written: from a plain function to the text of a module."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import gast

from s2sad.errors import UsageError
from s2sad.facts.effects import written_parameters
from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.plain import is_differentiable
from s2sad.facts.text import Known
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.passes import adjoint as reverse
from s2sad.passes import tangent as forward
from s2sad.passes.adjoint import Shape
from s2sad.pipeline import Module, listed
from s2sad.syntax import build
from s2sad.syntax.names import names_in


@dataclass
class Request:
    """What is asked of a plain function: the mode, and what to differentiate by."""

    mode: str
    argnums: object = 0
    has_aux: bool = False
    name: str | None = None


@dataclass
class Written:
    """A module of generated text and how its entry is called."""

    text: str
    name: str
    parameters: list
    seeds: list
    result: object
    refusals: list = field(default_factory=list)
    names: dict = field(default_factory=dict)
    shadows: list = field(default_factory=list)


def write(unit, plain, request):
    """The Written derivative of a plain function."""
    return _WRITERS[request.mode](_Writer(unit, plain, request))


class _Writer:
    def __init__(self, unit, plain, request):
        self.unit, self.plain, self.request = unit, plain, request
        self.module = Module(unit)
        self.result = plain.result

    def named(self, suffix):
        wanted = self.request.name or f"{self.plain.name}_{suffix}"
        return self.module.fresh(wanted)

    def finish(self, made, result, seeds=()):
        node = self.module.add(made).node
        return Written(
            self.module.text(node.name),
            node.name,
            [argument.id for argument in node.args.args],
            list(seeds),
            result,
            self.refusals(),
            self.unit.exceptions,
        )

    def refusals(self):
        return [r for p in self.unit.functions.values() for r in p.refusals]

    # arguments

    def chosen(self):
        """[(argument's name, its leaf parameters, its value)] of argnums, in order."""
        numbers = self.request.argnums
        numbers = numbers if isinstance(numbers, (tuple, list)) else [numbers]
        structure = self.plain.structure
        if not numbers:
            raise UsageError(f"argnums {numbers!r} names no argument")
        found = []
        for number in numbers:
            found.append(self.argument(number, structure))
        return found

    def argument(self, number, structure):
        names = [name for name, _, _ in structure]
        if not isinstance(number, (int, str)) or isinstance(number, bool):
            raise UsageError(
                f"argnums {number!r} is neither the number nor the name of an argument"
            )
        if isinstance(number, str):
            if number not in names:
                raise UsageError(
                    f"{self.plain.name} has no argument {number!r}; "
                    f"it has {listed(names)}"
                )
            return structure[names.index(number)]
        if not -len(structure) <= number < len(structure):
            raise UsageError(
                f"argnums {number} is out of range: {self.plain.name} takes "
                f"{len(structure)} argument{'s' * (len(structure) != 1)}"
            )
        return structure[number]

    def active(self, arguments):
        """The float leaf parameters of some arguments."""
        found = []
        for name, leaves, value in arguments:
            floats = [leaf for leaf, kind in leaves if is_differentiable(kind)]
            if not floats:
                raise UsageError(self.not_float(name, leaves, value))
            found.extend(leaf for leaf in floats if leaf not in found)
        return found

    def not_float(self, name, leaves, value):
        kinds = [str(kind) for _, kind in leaves]
        shown = kinds[0] if len(kinds) == 1 else "no number"
        if isinstance(value, Static):
            shown = repr(value.value)
        return (
            f"{self.request.mode} of {self.plain.name} by {name}, which is {shown}: "
            "only floats have derivatives; pass a float (2.0, not 2) or choose argnums"
        )

    def bars(self, value, leaves, active):
        """The structure of the adjoints of one argument."""
        parameters = iter(leaves)

        def leaf(item):
            if not isinstance(item, Expression):
                return item
            name, kind = next(parameters)
            if name in active:
                return Expression(build.name(name), kind)
            return Static(0.0 if isinstance(kind, Scalar) else None)

        return value.map(leaf) if isinstance(value, Record) else leaf(value)

    def gradient_structure(self, arguments, active):
        parts = [self.bars(value, leaves, active) for _, leaves, value in arguments]
        if isinstance(self.request.argnums, (tuple, list)):
            return tuple_record(parts)
        return parts[0]

    def check_scalar(self):
        """A gradient is of one number."""
        result = self.result
        if self.request.has_aux:
            if not isinstance(result, Record) or len(result.items) != 2:
                raise UsageError(
                    f"has_aux needs {self.plain.name} to return a pair (value, aux)"
                )
            result = result.items[0]
        kind = result.kind if isinstance(result, Expression) else None
        if not isinstance(kind, Scalar):
            shown = kind or ("nothing" if result is None else "several values")
            raise UsageError(
                f"{self.request.mode} needs a function that returns one number; "
                f"{self.plain.name} returns {shown}: use jacrev, jacfwd or vjp"
            )
        if not kind.is_float:
            raise UsageError(
                f"{self.request.mode} needs a float result; {self.plain.name} "
                f"returns {kind}"
            )

    def words(self, arguments):
        return listed([name for name, _, _ in arguments])


def _gradient(writer, with_value):
    arguments = writer.chosen()
    active = writer.active(arguments)
    writer.check_scalar()
    suffix = "value_and_grad" if with_value else "grad"
    aux = writer.request.has_aux
    count = len(writer.plain.result_kinds)
    values = (
        tuple(range(count)) if with_value else tuple(range(1, count)) if aux else ()
    )
    about = f"gradient of {writer.plain.name} with respect to {writer.words(arguments)}"
    doc = f"The value of {writer.plain.name}, and its gradient" if with_value else "The"
    doc = (
        f"{doc} with respect to {writer.words(arguments)}."
        if with_value
        else (f"The {about}.")
    )
    made = reverse.adjoint(
        writer.plain,
        active,
        writer.named(suffix),
        writer.module,
        doc,
        Shape(unit=True, owns=True, values=values),
    )
    gradient = writer.gradient_structure(arguments, active)
    result = gradient
    if with_value:
        result = tuple_record([writer.result, gradient])
    elif aux:
        result = tuple_record([gradient, writer.result.items[1]])
        return _aux_last(writer, made, result, count - 1)
    return writer.finish(made, result)


def _aux_last(writer, made, result, count):
    """The gradients first, then the auxiliary values, as the structure has them."""
    last = made.node.body[-1]
    items = last.value.elts
    last.value = build.tuple_of([*items[count:], *items[:count]])
    return writer.finish(made, result)


def _vjp(writer):
    arguments = _float_arguments(writer)
    active = writer.active(arguments)
    doc = (
        f"The adjoints of {writer.words(arguments)} of {writer.plain.name}, for the "
        "adjoint of its result."
    )
    made = reverse.adjoint(
        writer.plain,
        active,
        writer.named("vjp"),
        writer.module,
        doc,
        Shape(owns=True, primary=1 if writer.request.has_aux else None),
    )
    parts = [writer.bars(value, leaves, active) for _, leaves, value in arguments]
    return writer.finish(made, tuple_record(parts), made.seeded)


def _float_arguments(writer):
    """The arguments with floats in them; all of them for a vjp or jvp."""
    found = []
    for name, leaves, value in writer.plain.structure:
        if any(is_differentiable(kind) for _, kind in leaves):
            found.append((name, leaves, value))
    if not found:
        raise UsageError(f"{writer.plain.name} has no float argument")
    return found


def _all_bars(writer, active):
    return [
        writer.bars(value, leaves, active)
        for _, leaves, value in writer.plain.structure
    ]


def _jvp(writer):
    arguments = _float_arguments(writer)
    active = writer.active(arguments)
    name = writer.named("jvp")
    doc = (
        f"The value of {writer.plain.name}, and its derivative in the direction "
        f"{', '.join(f'{p}_dot' for p in active)}."
    )
    made = forward.tangent(
        writer.plain, active, name, writer.module, doc, is_whole=True
    )
    return writer.finish(made, _with_dots(writer, made), active)


def _with_dots(writer, made):
    """(results, their tangents); a result that does not vary has the tangent 0."""
    flags = iter(made.results)

    def leaf(item):
        return item if next(flags) else Static(0.0)

    result = writer.result
    if result is None:
        return Static(None)
    dots = result.map(leaf) if isinstance(result, Record) else leaf(result)
    return tuple_record([result, dots])


def _tangent(writer):
    arguments = _float_arguments(writer)
    active = writer.active(arguments)
    doc = f"{writer.plain.name} and its tangent."
    made = forward.tangent(
        writer.plain, active, writer.named("tangent"), writer.module, doc
    )
    count = len(writer.plain.result_kinds) + sum(made.results)
    written = writer.finish(made, _flat(count), active)
    written.shadows = active
    return written


def _adjoint(writer):
    arguments = _float_arguments(writer)
    active = writer.active(arguments)
    made = reverse.adjoint(
        writer.plain,
        active,
        writer.named("adjoint"),
        writer.module,
        writer.module.adjoint_sentence(writer.plain, active),
        Shape(),
    )
    written = writer.finish(made, _flat(len(made.returned)), made.seeded)
    written.shadows = made.shadows
    return written


def _flat(count):
    items = [Expression(build.name("_"), None) for _ in range(count)]
    if not items:
        return Static(None)
    return tuple_record(items) if count > 1 else items[0]


# Jacobians: small drivers, in text, around the tangent and the adjoint


def _jacfwd(writer):
    arguments = writer.chosen()
    writer.active(arguments)
    driver = _Driver(writer, "jacfwd", arguments)
    return driver.written(driver.columns)


def _jacrev(writer):
    arguments = writer.chosen()
    writer.active(arguments)
    driver = _Driver(writer, "jacrev", arguments)
    return driver.written(driver.rows)


def _jacobian(writer):
    """By rows if the results are numbers and the arguments arrays, else by columns."""
    arguments = writer.chosen()
    kinds = [kind for _, leaves, _ in arguments for _, kind in leaves]
    wide = any(isinstance(kind, Array) for kind in kinds)
    tall = any(isinstance(kind, Array) for kind in writer.plain.result_kinds)
    return _jacrev(writer) if wide and not tall else _jacfwd(writer)


class _Driver:
    """Writes the loops over directions or seeds that give a Jacobian."""

    def __init__(self, writer, mode, arguments):
        self.writer, self.plain = writer, writer.plain
        self.module = writer.module
        self.arguments = arguments
        self.kinds = self.plain.result_kinds
        if not self.kinds:
            raise UsageError(
                f"{writer.request.mode} needs a result; "
                f"{self.plain.name} returns nothing"
            )
        self.name = writer.named(mode)
        self.fresh = self.local_names()
        self.lines = []
        self.primals = list(self.plain.parameters)
        self.values = [
            self.fresh(self.word(n, "value")) for n in range(len(self.kinds))
        ]
        written = set(written_parameters(self.plain))
        self.given = [f"{p}.copy()" if p in written else p for p in self.primals]

    def local_names(self):
        from s2sad.syntax.names import Fresh

        return Fresh({*self.plain.parameters, *self.module.fresh.taken})

    def word(self, number, base):
        return base if len(self.kinds) == 1 else f"{base}_{number}"

    def call(self, name, *more):
        return f"{name}({', '.join([*self.given, *more])})"

    def emit(self, line, depth=1):
        self.lines.append("    " * depth + line)

    def leaves(self):
        """[(leaf parameter, kind)] to differentiate by."""
        return [
            (leaf, kind)
            for _, leaves, _ in self.arguments
            for leaf, kind in leaves
            if is_differentiable(kind)
        ]

    def written(self, body):
        needs_shape = any(isinstance(kind, Array) for kind in self.kinds)
        if needs_shape:
            self.emit(f"{', '.join(self.values)} = {self.call(self.plain.name)}")
        jacobians = body()
        flat = [
            jacobians[r, leaf]
            for r in range(len(self.kinds))
            for leaf, _ in self.leaves()
        ]
        self.emit(f"return {', '.join(flat)}")
        about = self.writer.words(self.arguments)
        doc = f"The Jacobian of {self.plain.name} with respect to {about}."
        head = [f"def {self.name}({', '.join(self.primals)}):", f'    """{doc}"""']
        node = gast.parse("\n".join([*head, *self.lines])).body[0]
        self.module.nodes[self.plain.name] = self.module.primal(self.plain)
        arrays = names_in(node)
        made = SimpleNamespace(node=node, known=Known(arrays, names_in(node)))
        return self.writer.finish(made, self.structure())

    def structure(self):
        """For each result, for each argument: a Jacobian."""
        active = [leaf for leaf, _ in self.leaves()]

        def of_result(item):
            return self.writer.gradient_structure(self.arguments, active)

        result = self.writer.result
        return (
            result.map(of_result) if isinstance(result, Record) else of_result(result)
        )

    def allocate(self, number, leaf, kind):
        """The Jacobian of one result by one argument, filled with zeros."""
        word = "jacobian"
        if len(self.kinds) > 1 or len(self.leaves()) > 1:
            word = f"{self.word(number, 'jacobian')}_{leaf}"
        name = self.fresh(word)
        sizes = [
            f"{base}.shape[{axis}]"
            for base, rank in (
                (self.values[number], self.kinds[number].rank),
                (leaf, kind.rank),
            )
            for axis in range(rank)
        ]
        if sizes:
            shape = sizes[0] if len(sizes) == 1 else f"({', '.join(sizes)})"
            self.emit(f"{name} = np.zeros({shape})")
        return name

    def loops(self, base, rank, depth):
        """Loops over all elements; gives their indices and the depth inside."""
        indices = []
        for axis in range(rank):
            index = self.fresh("ijk"[axis] if axis < 3 else "i")
            self.emit(f"for {index} in range({base}.shape[{axis}]):", depth + axis)
            indices.append(index)
        return indices, depth + rank

    # forward

    def columns(self):
        jacobians = {}
        for leaf, kind in self.leaves():
            made = self.module.tangent(self.plain, (leaf,))
            for number in range(len(self.kinds)):
                jacobians[number, leaf] = self.allocate(number, leaf, kind)
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

    def column(self, made, leaf, seed, indices, depth, jacobians):
        results = [self.fresh(self.word(n, "result")) for n in range(len(self.kinds))]
        dots = {}
        for number, flag in enumerate(made.results):
            if flag:
                dots[number] = self.fresh(self.word(number, "column"))
        targets = [*results, *dots.values()]
        called = self.call(made.node.name, seed)
        self.emit(f"{', '.join(targets)} = {called}", depth)
        for number, kind in enumerate(self.kinds):
            name = jacobians[number, leaf]
            value = dots.get(number)
            place = [":"] * kind.rank + indices
            if place and value:
                self.emit(f"{name}[{', '.join(place)}] = {value}", depth)
            elif not place:
                self.emit(f"{name} = {value or 0.0}", depth)

    # reverse

    def rows(self):
        leaves = self.leaves()
        active = tuple(dict.fromkeys(leaf for leaf, _ in leaves))
        made = self.vjp(active)
        jacobians = {
            (number, leaf): self.allocate(number, leaf, kind)
            for number in range(len(self.kinds))
            for leaf, kind in leaves
        }
        seeds = {n: "0.0" for n, flag in enumerate(made.seeded) if flag}
        for number in seeds:
            if self.kinds[number].rank:
                seeds[number] = self.fresh(self.word(number, "result_bar"))
                self.emit(f"{seeds[number]} = np.zeros_like({self.values[number]})")
        for number in range(len(self.kinds)):
            self.row(number, made, seeds, active, jacobians)
        return jacobians

    def vjp(self, active):
        name = self.module.fresh(f"{self.plain.name}_vjp")
        doc = (
            f"The adjoints of {listed(list(active))} of {self.plain.name}, for the "
            "adjoint of its result."
        )
        made = reverse.adjoint(
            self.plain, list(active), name, self.module, doc, Shape(owns=True)
        )
        self.module.add(made)
        return made

    def row(self, number, made, seeds, active, jacobians):
        if number not in seeds:
            for leaf, kind in self.leaves():
                if not kind.rank and not self.kinds[number].rank:
                    self.emit(f"{jacobians[number, leaf]} = 0.0")
            return
        base, rank = self.values[number], self.kinds[number].rank
        indices, depth = self.loops(base, rank, 1)
        given = dict(seeds)
        if indices:
            at = f"{seeds[number]}[{', '.join(indices)}]"
            self.emit(f"{at} = 1.0", depth)
        else:
            given[number] = "1.0"
        bars = [self.fresh(f"{leaf}_bar") for leaf in active]
        called = self.call(made.node.name, *given.values())
        self.emit(f"{', '.join(bars)} = {called}", depth)
        for leaf, kind in self.leaves():
            name = jacobians[number, leaf]
            place = indices + [":"] * kind.rank
            target = f"{name}[{', '.join(place)}]" if place else name
            self.emit(f"{target} = {bars[active.index(leaf)]}", depth)
        if indices:
            self.emit(f"{at} = 0.0", depth)


_WRITERS = {
    "grad": lambda writer: _gradient(writer, False),
    "value_and_grad": lambda writer: _gradient(writer, True),
    "vjp": _vjp,
    "jvp": _jvp,
    "tangent": _tangent,
    "adjoint": _adjoint,
    "jacobian": _jacobian,
    "jacfwd": _jacfwd,
    "jacrev": _jacrev,
}
