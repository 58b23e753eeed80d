"""A derivative of a function: written for each kind of arguments at its first call."""

import functools
import inspect
import types
from dataclasses import replace

from s2sad.called.compiled import is_more
from s2sad.collector import uncollected
from s2sad.compile.dispatch import Dispatcher
from s2sad.compile.options import checked
from s2sad.custom.around import called, is_met
from s2sad.effects import check_effects, effects_of
from s2sad.errors import RefusalError, UsageError, no_source, refusing_depth
from s2sad.facts.infer import NoKind
from s2sad.facts.kinds import Array
from s2sad.facts.values import Closure, Expression
from s2sad.facts.written import written_parameters
from s2sad.known.constants import Unknown, constant
from s2sad.known.entry import kinds_of
from s2sad.matching import (
    as_def,
    check_source,
    gathered,
    itself,
    matched,
    signature_of,
    spread,
    spread_structure,
    with_held,
    with_owner,
)
from s2sad.pipeline import specialised
from s2sad.reread import reread, restructured
from s2sad.signatures import compiled_kind, values_of_annotations
from s2sad.specialisation import Specialisation
from s2sad.specialise.unit import Unit
from s2sad.straight import Straight, types_of
from s2sad.structures import are_integers, taken_apart
from s2sad.syntax import build
from s2sad.syntax.source import plain_function, read
from s2sad.writers.maps import rows_of
from s2sad.writers.modes import write

# How many specialisations of one kind of arguments are kept, as flags come and go.
_KEPT = 8


class Derivative:
    """A derivative of `function`, itself a function of the same arguments.

    One that `is_open` takes more than these: seeds and shadows.
    """

    is_open = False

    def __init__(self, function, request, jit=True, options=None):
        check_function(request.word or request.mode, function)
        self.function, self.request = with_owner(function), request
        self.jit, self.options = jit, options or {}
        self.known, self.others = {}, {}
        self.straight = Straight()
        # arguments of integers that the text depends on
        self.fixed = set()

    # specialisations

    @property
    def base(self):
        """The derivative that is differentiated again, or None."""
        return derivative_of(self.function)

    @property
    def style(self):
        """How the text works on whole arrays: what it is derived of says so too."""
        base = self.base
        return "arrays" if base and base.style == "arrays" else self.request.style

    @property
    def takes_more(self):
        """Whether this is of a derivative that takes seeds and shadows."""
        return self.base is not None and (self.base.is_open or self.base.takes_more)

    @functools.cached_property
    def signature(self) -> inspect.Signature:
        if self.base is not None:
            return self.base.signature
        if isinstance(self.function, Closure):
            return signature_of(self.function)
        try:
            return inspect.signature(itself(self.function))
        except (TypeError, ValueError):
            raise no_source(self.function) from None

    @property
    def base_name(self):
        """The name of the function, without what is derived of it."""
        word = getattr(self.function, "__name__", "function")
        return "function" if word == "<lambda>" else word

    @property
    def name(self):
        base = self.base
        own = base.name if base else getattr(self.function, "__name__", "function")
        return self.request.name or f"{own}_{self.request.mode}"

    @property
    def words(self):
        """What this is: the hessian of f, the grad of the grad of f."""
        made = self.base if self.request.word and self.base else self
        name = getattr(made.function, "__name__", made.function)
        of = made.base.words if made.base else name
        return f"{self.request.word or self.request.mode} of {of}"

    def bound(self, args, kwargs):
        """{parameter: argument}, defaults filled in."""
        if self.takes_more:
            return self.base.whole(args, kwargs)
        signature = self.signature
        try:
            found = signature.bind(*args, **kwargs)
        except TypeError as error:
            raise UsageError(f"{self.name}: {error}") from None
        found.apply_defaults()
        return spread(signature, found.arguments)

    def whole(self, args, kwargs):
        """All that a call takes, by name; what is derived of this takes it too."""
        return self.bound(args, kwargs)

    def specialise(self, arguments):
        """(Specialisation, leaves) for {parameter: argument}."""
        values, leaves = taken_apart(arguments, self.fixed)
        try:
            return self.specialise_kinds(values), leaves
        except Unknown as refusal:
            name = refusal.name
            if name in self.fixed or not are_integers(arguments.get(name)):
                raise refusal.settled() from None
        self.fixed.add(name)
        return self.specialise(arguments)

    def current(self, key, values):
        """The Specialisation of a key, written anew where what it read has changed."""
        found = self.known.get(key)
        if found is None or not found.is_current():
            others = [*filter(None, [found]), *self.others.get(key, ())][:_KEPT]
            again = next((other for other in others if other.is_current()), None)
            found = self.known[key] = again or self.write(values)
            self.others[key] = others
        return found

    @uncollected
    @refusing_depth
    def write(self, values, taken=()):
        """The Specialisation for {parameter: value}; no function gets a taken name."""
        is_of_number = self.request.mode in ("grad", "value_and_grad")
        unit = Unit(taken, self.style, gives_number=is_of_number)
        hidden = []
        plain, effects = self.plain(unit, values, hidden)
        try:
            written = write(unit, plain, self.request)
        except NoKind as error:
            what = f"in the derivative of {plain.name} {error.why}"
            raise RefusalError(what, error.instead) from None
        return Specialisation(written, hidden, self.jit, self.options, effects)

    def plain(self, unit, values, hidden):
        """(Plain, Effects or None) of the function to differentiate.

        `hidden` gets what it captures.
        """
        base, values = self.base, self.rows(values)
        if base is None:
            plain, _ = self.of_function(unit, values)
            hidden.extend(plain.hidden)
            return plain, effects_of(self, unit, values)
        inner = base.specialise_kinds(values)
        unit.take_over(inner.written)
        hidden.extend(inner.hidden)
        check_effects(self, inner.effects)
        return reread(unit, inner, values, hidden), inner.effects

    def rows(self, values):
        """What the function itself takes: of a vmap, one row of the arguments."""
        if self.request.mode != "vmap":
            return values
        return rows_of(values, self.request.axes)

    def of_function(self, unit, values):
        """(Plain, leaves) of a Python function; the object of a method is known."""
        function, held = with_held(self.function)
        gathered_ = gathered(self.signature, values)
        if is_met(function):
            function = called(function)
        elif is_more(self.function, gathered_):
            function = called(self.function)
        held = {name: v for name, v in held.items() if name not in gathered_}
        plain, leaves = specialised(unit, function, held | gathered_)
        plain.structure = spread_structure(plain.structure, values, gathered_)
        return plain, leaves

    # calls

    def call(self, /, *args, **kwargs):
        found, leaves = self.served(args, kwargs)
        return found.call(leaves)

    def served(self, args, kwargs):
        """(Specialisation, leaves) for the arguments of a call."""
        is_straight = not kwargs and not self.takes_more
        types = types_of(args) if is_straight else None
        found = self.straight.find(types)
        if found is not None:
            return found, args
        found, leaves = self.specialise(self.bound(args, kwargs))
        self.straight.keep(types, found, args, leaves)
        return found, leaves

    __call__ = call

    def resolve(self, args, kwargs):
        """(a Numba function that takes these arguments as they are or None, a call).

        Its later calls ask nobody, so it must depend on the types of arguments only.
        The call is of these very arguments.
        """
        found, leaves = self.served(args, kwargs)
        is_direct = found.is_closed and found.takes(args, leaves)
        return found.entry if is_direct else None, lambda *_, **__: found.call(leaves)

    def specialise_kinds(self, values):
        """The Specialisation for {parameter: value} where there are no arguments."""
        key = tuple((name, kinds_of(value)) for name, value in values.items())
        return self.current(key, values)

    def annotated(self):
        """{parameter: value} from the annotations of the function."""
        target = self
        while target.base is not None:
            target = target.base
        function = plain_function(target.function)
        name = getattr(function, "__name__", target.name)
        return values_of_annotations(function, self.signature, name)

    def resolve_types(self, types_):
        """The Numba function for a call inside compiled code."""
        values = {
            name: Expression(build.name(name), compiled_kind(numba_type))
            for name, numba_type in zip(self.signature.parameters, types_)
        }
        found = self.specialise_kinds(values)
        if found.effects is not None:
            what = "inside compiled code no object is written"
            raise UsageError(f"{self.name} writes into an object: {what}")
        if found.hidden:
            names = ", ".join(h.name for h in found.hidden)
            what = "inside compiled code pass them as arguments"
            raise UsageError(f"{self.name} captures {names}: {what}")
        if not found.is_whole:
            what = "inside compiled code a derivative is a number, an array or a tuple"
            raise UsageError(f"{self.name} returns a structure: {what} of them")
        return found.entry

    # looking

    @property
    def source(self):
        """The text of every specialisation so far."""
        texts = dict.fromkeys(found.written.text for found in self.known.values())
        return "\n\n".join(texts)

    def _repr_mimebundle_(self, include=None, exclude=None):
        from s2sad.show import bundle

        return bundle(self.source, repr(self))

    def __repr__(self):
        return f"<{self.words}>"

    def __reduce__(self):
        arguments = (self.function, self.request, self.jit, self.options)
        return (derivative, arguments)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    # inside functions that are differentiated

    def __s2sad__(self, frame, arguments, keywords, node):
        """A call of this derivative inside a function that is specialised."""
        return self.inside(frame, arguments, keywords, node)

    def inside(self, frame, arguments, keywords, node):
        values = matched(self, frame, arguments, keywords, node)
        return self.applied(frame, values, node, lambda written: [])

    def applied(self, frame, values, node, seeds, is_own=False):
        """The value of a call for {parameter: value}; `seeds` gives what comes last.

        `is_own` says whether the call may not write into the seeds.
        """
        unit = Unit()
        try:
            plain, leaves = self.plain_told(unit, frame, values, node)
            written = write(unit, plain, self.request)
        except UsageError as error:
            raise frame.refuse(node, str(error), "a call that has a meaning") from None
        frame.attributes.check_apart(unit, plain, node)
        frame.unit.take_over(written)
        begun = seeds(written)
        hidden = [frame.surroundings.again(h).node for h in plain.hidden]
        nodes = [*leaves, *hidden, *begun]
        source = read(Specialisation(written, [], False, {}).python())
        names = [argument.id for argument in source.node.args.args]
        given = {
            name: Expression(item, frame.expressions.expression(item).kind)
            for name, item in zip(names, nodes)
        }
        callee, found = frame.unit.function(source, source.node, written.name, given)
        is_own = is_own and written_parameters(callee)
        own = set(names[len(names) - len(begun) :]) if is_own else set()
        own = {n for n in own if isinstance(callee.kinds.get(n), Array)}
        found = [
            build.call(build.attribute(item, "copy")) if name in own else item
            for name, item in zip(callee.parameters, found)
        ]
        value = frame.calls.call_plain(callee, found, node)
        return restructured(written.result, value)

    def plain_told(self, unit, frame, values, node):
        """The same as below, where arguments are told that must be known."""
        try:
            return self.plain_inside(unit, frame, values, node)
        except Unknown as refusal:
            name = refusal.name
            if name not in values:
                raise
            values = {**values, name: constant(frame, values[name], refusal)}
            return self.plain_told(unit, frame, values, node)

    def plain_inside(self, unit, frame, values, node):
        """(Plain, leaves) of the function to differentiate, called in another one."""
        base, values = self.base, self.rows(values)
        if isinstance(self.function, Closure):
            closure = frame.closures.carried(self.function)
            define, found = as_def(closure.node), gathered(self.signature, values)
            plain, leaves = unit.function(
                closure.source, define, define.name, found, closure.captured, closure
            )
            plain.structure = spread_structure(plain.structure, values, found)
            return plain, leaves
        if base is None:
            return self.of_function(unit, values)
        inner_unit = Unit()
        plain, leaves = base.plain_inside(inner_unit, frame, values, node)
        written = write(inner_unit, plain, base.request)
        unit.take_over(written)
        unit.attributes.take_over(inner_unit.attributes)
        hidden = list(plain.hidden)
        inner = Specialisation(written, hidden, False, {})
        found = [frame.expressions.expression(leaf) for leaf in leaves]
        return reread(unit, inner, values, hidden, found), leaves


def derivative_of(function):
    """The Derivative behind a callable, or None."""
    if isinstance(function, Dispatcher):
        return function.derivative
    return function if isinstance(function, Derivative) else None


def check_function(mode, function):
    """Only what has a source, or what was made of it, has a derivative."""
    if isinstance(function, Closure):
        return
    if not callable(function):
        raise UsageError(f"{mode} needs a function, not {function!r}")
    if derivative_of(function) is None:
        check_source(function)


def derivative(function, request, jit=True, options=None):
    """A callable derivative: a Numba dispatcher, or plain Python with jit=False."""
    options = checked(options, request.mode)
    is_parallel, style = bool(options.get("parallel")), options.pop("style", "loops")
    request = replace(request, is_parallel=is_parallel, style=style)
    made = Derivative(function, request, jit, options)
    target = made.function
    while derivative_of(target) is not None:
        target = derivative_of(target).function
    target = itself(target) if not isinstance(target, Closure) else None
    if not jit or made.takes_more or not isinstance(target, types.FunctionType):
        if isinstance(target, types.FunctionType):
            functools.update_wrapper(made, target, updated=())
        return made
    kinds = {p.kind for p in inspect.signature(target).parameters.values()}
    if kinds - {inspect.Parameter.POSITIONAL_OR_KEYWORD}:
        return made  # Numba takes no other parameters
    return Dispatcher(target, made)
