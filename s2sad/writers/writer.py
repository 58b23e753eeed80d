"""What all derivatives of a function share: arguments, their structure, the text."""

from s2sad.custom.given import marks
from s2sad.errors import UsageError
from s2sad.facts.kinds import Scalar
from s2sad.facts.numbers import is_complex
from s2sad.facts.plain import is_differentiable
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.syntax import build
from s2sad.syntax.names import listed
from s2sad.writers.module import Module
from s2sad.writers.request import Written

_REAL = "{mode} with holomorphic=True is of complex numbers, but {word} is {kind}"
_COMPLEX = (
    "{mode} of real numbers: {word} is complex; holomorphic=True gives the complex "
    "derivative of a holomorphic function, {other} that of any other"
)


class Writer:
    """Writes the derivatives of one plain function into one module."""

    def __init__(self, unit, plain, request):
        self.unit, self.plain, self.request = unit, plain, request
        self.module = Module(unit)
        self.result = plain.result

    def named(self, suffix):
        wanted = self.request.name or f"{self.plain.name}_{suffix}"
        return self.module.fresh(wanted)

    def finish(self, made, result, seeds=()):
        is_asked, own = self.request.is_parallel, self.plain.name
        made.known.is_parallel = is_asked or own in self.unit.parallel
        node = self.module.add(made).node
        return self.written(node, result, seeds)

    def written(self, node, result, seeds=()):
        """The module of a function that is complete."""
        return Written(
            self.module.text(node.name),
            node.name,
            [argument.id for argument in node.args.args],
            list(seeds),
            result,
            self.refusals(),
            {**self.unit.exceptions, **marks(self.unit)},
            is_spread=self.unit.is_spread,
            statics=self.unit.statics,
        )

    def refusals(self):
        return [r for p in self.unit.functions.values() for r in p.refusals]

    # arguments

    def chosen(self):
        """[(argument's name, its leaf parameters, its value)] of argnums, in order."""
        numbers = self.request.argnums
        numbers = numbers if isinstance(numbers, tuple) else (numbers,)
        if not numbers:
            raise UsageError(f"argnums {numbers!r} names no argument")
        return [self.argument(number, self.plain.structure) for number in numbers]

    def with_floats(self):
        """Those of argnums; without it the arguments with floats in them."""
        if self.request.argnums is not None:
            return self.chosen()
        found = [
            (name, leaves, value)
            for name, leaves, value in self.plain.structure
            if any(is_differentiable(kind) for _, kind in leaves)
        ]
        if not found:
            raise UsageError(f"{self.plain.name} has no float argument")
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
        for name, leaves, value in arguments:
            if not any(is_differentiable(kind) for _, kind in leaves):
                raise UsageError(self.not_float(name, leaves, value))
        return list(dict.fromkeys(self.leaves(arguments)))

    def check_complex(self, arguments, by_results):
        """What is complex has the derivative that is asked for, as JAX has it.

        One that is holomorphic is of complex numbers by complex ones. Without that, a
        sweep back begins at real results, and one forward at real arguments.
        """
        mode = self.request.word or self.request.mode
        kinds = {
            word: kind
            for _, leaves, _ in arguments
            for word, kind in leaves
            if is_differentiable(kind)
        }
        primary = self.plain.result_kinds[: self.primary()]
        results = {f"the result of {self.plain.name}": kind for kind in primary}
        if self.request.holomorphic:
            for word, kind in (kinds | results).items():
                if not is_complex(kind):
                    raise UsageError(_REAL.format(mode=mode, word=word, kind=kind))
            return
        for word, kind in (results if by_results else kinds).items():
            if is_complex(kind):
                other = "vjp" if by_results else "jvp"
                raise UsageError(_COMPLEX.format(mode=mode, word=word, other=other))

    def leaves(self, arguments):
        """The float leaf parameters of some arguments, one as often as it is asked."""
        return [
            leaf
            for _, leaves, _ in arguments
            for leaf, kind in leaves
            if is_differentiable(kind)
        ]

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
            return Static(None)

        return value.map(leaf) if isinstance(value, Record) else leaf(value)

    def gradient_structure(self, arguments, active):
        parts = [self.bars(value, leaves, active) for _, leaves, value in arguments]
        if isinstance(self.request.argnums, tuple):
            return tuple_record(parts)
        return parts[0]

    def value_and_aux(self):
        """The result to differentiate, and what is returned as it is."""
        if not self.request.has_aux:
            return self.result, None
        if not isinstance(self.result, Record) or len(self.result.items) != 2:
            raise UsageError(
                f"has_aux needs {self.plain.name} to return a pair (value, aux)"
            )
        return tuple(self.result.items.values())

    def primary(self):
        """How many of the numbers and arrays returned are differentiated."""
        value, _ = self.value_and_aux()
        leaves = value.leaves() if isinstance(value, Record) else [value]
        return sum(isinstance(leaf, Expression) for leaf in leaves)

    def check_scalar(self, arguments):
        """A gradient is of one number."""
        result = self.value_and_aux()[0]
        kind = result.kind if isinstance(result, Expression) else None
        if not isinstance(kind, Scalar):
            shown = kind or ("nothing" if result is None else "several values")
            raise UsageError(
                f"{self.request.mode} needs a function that returns one number; "
                f"{self.plain.name} returns {shown}: use jacrev, jacfwd or vjp"
            )
        if not kind.is_float:
            for refusal in self.refusals():  # what it would be is not known
                raise refusal
            raise UsageError(
                f"{self.request.mode} needs a float result; {self.plain.name} "
                f"returns {kind}"
            )
        self.check_complex(arguments, by_results=True)

    def words(self, arguments):
        return listed([name for name, _, _ in arguments])


def repeated(leaves, values, arrays):
    """The value of each leaf; an array that comes again is copied, not shared."""
    found, seen = [], set()
    for leaf in leaves:
        node = values[leaf]
        if leaf in seen and leaf in arrays:
            node = build.call(build.attribute(node, "copy"))
        seen.add(leaf)
        found.append(node)
    return found
