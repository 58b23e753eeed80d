"""How each derivative is written: from a plain function to the text of a module."""

from s2sad.differentiate import adjoint as reverse
from s2sad.differentiate import tangent as forward
from s2sad.differentiate.adjoint import Shape
from s2sad.errors import UsageError
from s2sad.facts.plain import is_differentiable
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.syntax import build
from s2sad.writers.jacobians import jacfwd, jacobian, jacrev
from s2sad.writers.writer import Writer


def write(unit, plain, request):
    """The Written derivative of a plain function."""
    return _WRITERS[request.mode](Writer(unit, plain, request))


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


_WRITERS = {
    "grad": lambda writer: _gradient(writer, False),
    "value_and_grad": lambda writer: _gradient(writer, True),
    "vjp": _vjp,
    "jvp": _jvp,
    "tangent": _tangent,
    "adjoint": _adjoint,
    "jacobian": jacobian,
    "jacfwd": jacfwd,
    "jacrev": jacrev,
}
