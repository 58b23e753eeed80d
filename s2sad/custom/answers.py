"""What the functions of a given derivative return, checked and brought into one form.

Each answer is called in the text of a driver while that is specialised, and leaves
nothing of itself in it.
"""

import gast

from s2sad.facts.kinds import FLOAT, Array, Scalar
from s2sad.facts.plain import is_differentiable
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.facts.written import written_parameters
from s2sad.known.comparable import shown
from s2sad.known.functions import unwrapped
from s2sad.syntax import build
from s2sad.syntax.names import copied, rewritten
from s2sad.syntax.source import read


class Answer:
    """Something that a driver calls: a function of its place and of values.

    `given` is the function with a derivative of its own; `refuse` makes refusals that
    show the function of the user's that is wrong.
    """

    def __init__(self, answer, given, refuse, *more):
        self.answer, self.given, self.refuse, self.more = answer, given, refuse, more

    def __s2sad__(self, frame, arguments, keywords, node):
        here = _Here(frame, node, self.given, self.refuse)
        return self.answer(here, *self.more, *arguments)


class _Here:
    """The place in a driver where an answer is called."""

    def __init__(self, frame, node, given, refuse):
        self.frame, self.node = frame, node
        self.given, self.refuse = given, refuse

    def number(self, value):
        return self.frame.expressions.as_expression(value, self.node)

    def expression(self, node):
        return self.frame.expressions.expression(node)

    def zero(self):
        return self.expression(build.constant(0.0))

    def float(self, value):
        """A number or array as one of floats."""
        number = self.number(value)
        if number.kind.is_float:
            return number
        literal = build.number_of(number.node)
        if literal is not None:
            return self.expression(build.constant(float(literal)))
        return self.expression(build.binary(build.constant(1.0), "*", number.node))

    def pair(self, value, words):
        """The two parts of what a function of the user's returns."""
        if not isinstance(value, Record) or len(value.items) != 2:
            raise self.refuse(f"returns {_said(value)}, not a pair {words}")
        return value.items.values()

    def matched(self, value, template, what):
        """The numbers of a structure that must be like a template."""
        if isinstance(template, Static):
            return []
        if isinstance(template, Record):
            if not isinstance(value, Record) or [*value.items] != [*template.items]:
                raise self.refuse(f"{what} {_said(value)}, not {_said(template)}")
            return [
                number
                for key, item in template.items.items()
                for number in self.matched(value.items[key], item, what)
            ]
        if not _is_number(value) and not isinstance(value, Record):
            raise self.refuse(f"{what} {_said(value)}, not {_said(template)}")
        number = self.number(value)
        if number.kind.rank != template.kind.rank:
            raise self.refuse(f"{what} {_said(number)}, not {_said(template)}")
        return [number]

    def floats(self, value, template, what):
        """The numbers where a template has floats; the rest may be anything."""
        numbers = self.matched(value, _floats_of(template), what)
        return [self.float(number) for number in numbers]

    def tangents(self, value, template, what):
        """The tangents of a template: complex where it is complex, and only there."""
        dots = self.floats(value, template, what)
        return [
            self.tangent(dot, leaf.kind, what)
            for dot, leaf in zip(dots, filter(is_float_leaf, flat(template)))
        ]

    def tangent(self, dot, kind, what):
        if dot.kind.is_complex and not kind.is_complex:
            raise self.refuse(f"{what} {_said(dot)}, not a {kind}")
        if kind.is_complex and not dot.kind.is_complex:
            return self.expression(build.binary(dot.node, "+", build.constant(0j)))
        return dot

    def shaped(self, number, like, what):
        """An array that has the shape of another, else an error is raised."""
        if not number.kind.rank or self.given.source.is_definition:
            return number
        number = self.frame.stored(number, "part")
        own, other = (build.attribute(v.node, "shape") for v in (like, number))
        said = self.refuse(f"{what} an array of another shape").what
        error = build.call("ValueError", build.constant(said))
        test = build.compare(own, gast.NotEq(), other)
        self.frame.emit(build.conditional(test, [gast.Raise(error, None)]))
        return number

    def owed(self, number, kind):
        """What is added to an adjoint: the real part where its primal is real."""
        if number.kind.is_complex and not kind.is_complex:
            return self.expression(build.call("np.real", number.node))
        return number


def _said(value):
    """A value in the words of a message, the parts of a structure counted."""
    if isinstance(value, Record):
        if not value.items:
            return "nothing"
        plural = "" if len(value.items) == 1 else "s"
        return f"a {value.container.__name__} of {len(value.items)} value{plural}"
    return shown(value)


def _is_number(value):
    if isinstance(value, Static):
        return isinstance(value.value, (bool, int, float))
    return isinstance(value, Expression) and isinstance(value.kind, (Array, Scalar))


def is_float_leaf(value):
    """Whether this is a number or an array that has derivatives."""
    return isinstance(value, Expression) and is_differentiable(value.kind)


def flat(value):
    """All ends of a structure, in order."""
    return value.leaves() if isinstance(value, Record) else [value]


def mapped(value, change):
    """A structure with each of its ends changed."""
    return value.map(change) if isinstance(value, Record) else change(value)


def _floats_of(template):
    return mapped(template, lambda v: v if is_float_leaf(v) else Static(None))


# calls


def called(here, function, role, *arguments):
    """The value of a call of the user's, in whose result None is an empty tuple."""
    name = f"{here.given.custom.name}_{role}"
    plain, leaves = met(here.frame, here.node, function, name, arguments)
    # the adjoint of the value is nobody else's
    read = plain.structure[:1] if role == "backward" else plain.structure
    for own, leaves_of, _ in read:
        if {leaf for leaf, _ in leaves_of} & set(written_parameters(plain)):
            raise here.refuse(f"writes its argument {own}", "a copy of it")
    if isinstance(plain.result, Record) and not plain.result_kinds:
        return unwrapped(plain.result)
    return here.frame.calls.call_plain(plain, leaves, here.node)


def met(frame, node, function, name, arguments):
    """(Plain, leaves) of a call of the user's; `name` is for what has none."""
    source = read(function)
    define = rewritten(copied(source.node), _returning)
    values = frame.calls.matched(define, source, list(arguments), {}, node)
    if function.__name__ in ("<lambda>", "_"):
        define.name = name
    return frame.unit.function(source, define, define.name, values)


def _returning(node):
    """A return whose Nones stand for no value, as `()` does; None for all else."""
    if not isinstance(node, gast.Return):
        return None
    return gast.copy_location(gast.Return(_given(node.value)), node)


def _given(node):
    if isinstance(node, gast.Tuple):
        items = [_given(item) for item in node.elts]
        return gast.copy_location(gast.Tuple(items, node.ctx), node)
    if isinstance(node, gast.Constant) and node.value is None:
        return gast.copy_location(gast.Tuple([], gast.Load()), node)
    return node


# forward mode


def value_and_tangent(here, pair):
    """The numbers of (value, tangent), which a jvp returns."""
    value, tangent = here.pair(pair, "(value, tangent)")
    values = here.matched(value, here.given.result, "returns as value")
    dots = here.tangents(tangent, here.given.result, "returns as tangent")
    floats = [n for n, value in enumerate(values) if is_float_leaf(value)]
    for n, (place, dot) in enumerate(zip(floats, dots)):
        if dot.kind.rank:
            values[place] = here.frame.stored(values[place], "value")
            dots[n] = here.shaped(dot, values[place], "returns as tangent")
    return tuple_record([*values, *dots])


def ruled_tangent(here, value, dot):
    """The value and its tangent by a rule, which gets the shape of the value."""
    value, dot = here.number(value), here.float(dot)
    if is_differentiable(value.kind):
        dot = here.tangent(dot, value.kind, "gives as z_dot")
    if dot.kind.rank > value.kind.rank:
        raise here.refuse(f"gives as z_dot {_said(dot)}, not {_said(value)}")
    if dot.kind.rank < value.kind.rank:
        value = here.frame.stored(value, "z")
        zeros = build.call("np.zeros_like", value.node)
        dot = here.expression(build.binary(zeros, "+", dot.node))
    return tuple_record([value, dot] if is_differentiable(value.kind) else [value])


# reverse mode


def residuals(here, pair):
    """The second part of (value, residuals), which a forward function returns."""
    value, kept = here.pair(pair, "(value, residuals)")
    here.matched(value, here.given.result, "returns as value")
    return kept


def adjoints(here, active, parts, *bars):
    """The adjoints of number arguments; those of arrays are added to their shadows.

    Nothing stands for an adjoint of zero.
    """
    structure = here.given.structure
    count = len(structure)
    if not isinstance(parts, Record) or len(parts.items) != count:
        words = f"a tuple of {count} adjoint{'s' * (count != 1)}, one an argument"
        raise here.refuse(f"returns {_said(parts)}, not {words}")
    numbers, sums = [], []
    for argument, part, bar in zip(structure, parts.items.values(), bars):
        for leaf, shadow, number in _adjoints_of(here, argument, part, bar):
            if isinstance(shadow, Expression) and number is not None:
                what = f"returns as adjoint of {argument[0]}"
                number = here.shaped(number, shadow, what)
                sums.append(build.augment(shadow.node, "+", number.node))
            elif leaf in active and not isinstance(shadow, Expression):
                numbers.append(number or here.zero())
    here.frame.emit(*sums)
    return tuple_record(numbers) if numbers else Static(None)


def _adjoints_of(here, argument, part, bar):
    """[(leaf parameter, its shadow, its adjoint or None)] of one argument's floats."""
    name, leaves, value = argument
    floats = [leaf for leaf, kind in leaves if is_differentiable(kind)]
    kinds = dict(leaves)
    shadows = [b for v, b in zip(flat(value), flat(bar)) if is_float_leaf(v)]
    if isinstance(part, Record) and not part.items:
        numbers = [None] * len(floats)
    else:
        numbers = here.floats(part, value, f"returns as adjoint of {name}")
        numbers = [here.owed(n, kinds[leaf]) for n, leaf in zip(numbers, floats)]
    return zip(floats, shadows, numbers)


def units(here, chosen, *values):
    """Tangents of the arguments: 1 for the chosen leaf parameter, 0 for the others."""
    return tuple_record(
        _unit(here, chosen, iter(leaves), value)
        for (_, leaves, _), value in zip(here.given.structure, values)
    )


def _unit(here, chosen, leaves, value):
    def leaf(item):
        if not isinstance(item, Expression):
            return Static(0.0)
        name, kind = next(leaves)
        if isinstance(kind, Array):
            return here.expression(build.call("np.zeros_like", item.node))
        return here.expression(build.constant(float(name == chosen)))

    return mapped(value, leaf)


def transposed(here, pair, bar):
    """The adjoint of one real number, from the tangent along it."""
    result = here.given.result
    _, tangent = here.pair(pair, "(value, tangent)")
    dots = here.tangents(tangent, result, "returns as tangent")
    seeds = [b for v, b in zip(flat(result), flat(bar)) if is_float_leaf(v)]
    total = None
    for dot, seed in zip(dots, seeds):
        term = build.binary(dot.node, "*", seed.node)
        if dot.kind.rank:
            term = build.call("np.sum", term)
        total = term if total is None else build.binary(total, "+", term)
    return here.zero() if total is None else here.owed(here.expression(total), FLOAT)


def fitted(here, own, value):
    """What a rule adds to an adjoint, summed to the shape of the argument."""
    number = here.owed(here.float(value), own)
    node, kind = number.node, number.kind
    for _ in range(kind.rank - own.rank):
        whole = own.rank == 0
        node = build.call("np.sum", node, **({} if whole else {"axis": _number(0)}))
        if whole:
            break
    found = here.expression(node)
    for axis in range(own.rank if found.kind.rank == own.rank else 0):
        if own.ones[axis] and not found.kind.ones[axis]:
            total = build.call("np.sum", found.node, axis=_number(axis))
            found = here.expression(build.call("np.expand_dims", total, _number(axis)))
    return found


def _number(value):
    return gast.Constant(value, None)
