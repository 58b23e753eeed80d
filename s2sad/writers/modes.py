"""How each derivative is written: from a plain function to the text of a module."""

import gast

from s2sad.differentiate import adjoint as reverse
from s2sad.differentiate import tangent as forward
from s2sad.differentiate.adjoint import Shape
from s2sad.errors import RefusalError, UsageError
from s2sad.facts.numbers import is_complex
from s2sad.facts.results import has_listing
from s2sad.facts.values import Expression, Record, Static, tuple_record
from s2sad.known.options import one_ofs
from s2sad.syntax import build
from s2sad.writers.afterwards import put_back, with_written
from s2sad.writers.jacobians import jacfwd, jacobian, jacrev
from s2sad.writers.maps import vmap
from s2sad.writers.writer import Writer, repeated


def write(unit, plain, request):
    """The Written derivative of a plain function."""
    if has_listing(plain.result) and request.mode not in _GIVING_LISTS:
        raise UsageError(
            f"{request.mode} of {plain.name}, which returns a list of a length known "
            "only at run time, is not supported: return np.array(...) of it"
        )
    if request.mode in _OF_ALL and one_ofs(_differentiated(plain.result, request)):
        what = f"a part of what {plain.name} returns is one of several things"
        raise RefusalError(what, "a number in any case: math.nan where there is none")
    return _WRITERS[request.mode](Writer(unit, plain, request))


def _differentiated(result, request):
    """The part of a result that has derivatives: all, or what stands beside others."""
    is_pair = request.has_aux and isinstance(result, Record)
    return next(iter(result.items.values())) if is_pair else result


def _gradient(writer, with_value):
    arguments = writer.chosen()
    active = writer.active(arguments)
    writer.check_scalar(arguments)
    count = len(writer.plain.result_kinds)
    values = range(0 if with_value else 1, count if writer.request.has_aux else 1)
    plain, written = with_written(writer.plain)
    after = range(count, count + len(written))
    made = reverse.adjoint(
        plain,
        active,
        writer.named("value_and_grad" if with_value else "grad"),
        writer.module,
        _sentence(writer, arguments, with_value),
        Shape(unit=True, owns=True, values=(*values, *after)),
    )
    if written:
        put_back(made, len(values), written)
    bars = _with_repeated(made, writer.leaves(arguments), active, len(values))
    gradient = writer.gradient_structure(arguments, active)
    if with_value:
        return writer.finish(made, tuple_record([writer.result, gradient]))
    _, aux = writer.value_and_aux()
    if not writer.request.has_aux:
        return writer.finish(made, gradient)
    _aux_last(made, bars)
    return writer.finish(made, tuple_record([gradient, aux]))


def _sentence(writer, arguments, with_value):
    about = f"with respect to {writer.words(arguments)}."
    if with_value:
        return f"The value of {writer.plain.name}, and its gradient {about}"
    return f"The gradient of {writer.plain.name} {about}"


def _with_repeated(made, leaves, active, start):
    """Return an adjoint as often as its argument was asked for; gives how many."""
    if len(leaves) > len(active):
        items = _returned(made)
        bars = dict(zip(active, items[start:]))
        made.node.body[-1].value = build.tuple_of(
            [*items[:start], *repeated(leaves, bars, made.shadows)]
        )
    return len(leaves)


def _returned(made):
    value = made.node.body[-1].value
    return list(value.elts) if isinstance(value, gast.Tuple) else [value]


def _aux_last(made, count):
    """The gradients first, then the auxiliary values, as the structure has them."""
    items = _returned(made)
    if len(items) > count:
        first = len(items) - count
        made.node.body[-1].value = build.tuple_of([*items[first:], *items[:first]])


def _vjp(writer):
    arguments = writer.with_floats()
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
        Shape(owns=True, primary=writer.primary()),
    )
    parts = [writer.bars(value, leaves, active) for _, leaves, value in arguments]
    return writer.finish(made, tuple_record(parts), made.seeded)


def _jvp(writer, with_value=True):
    arguments = writer.with_floats()
    active = writer.active(arguments)
    direction = f"in the direction {', '.join(f'{p}_dot' for p in active)}."
    doc = f"The derivative of {writer.plain.name} {direction}"
    if with_value:
        doc = f"The value of {writer.plain.name}, and its derivative {direction}"
    name = writer.named(writer.request.mode)
    made = forward.tangent(
        writer.plain, active, name, writer.module, doc, is_whole=True
    )
    dots = _dots(writer, made)
    if with_value:
        found = Static(None) if dots is None else tuple_record([writer.result, dots])
        return writer.finish(made, found, active)
    items = _returned(made)[len(writer.plain.result_kinds) :]
    made.node.body[-1].value = build.one_or_tuple(items) if items else None
    return writer.finish(made, dots, active)


def _dots(writer, made):
    """The tangents of the results; of a result that does not vary it is 0."""
    flags = iter(made.results)

    def leaf(item):
        return item if next(flags) else Static(0j if is_complex(item.kind) else 0.0)

    result = writer.result
    if result is None:
        return None
    return result.map(leaf) if isinstance(result, Record) else leaf(result)


def _tangent(writer):
    arguments = writer.with_floats()
    active = writer.active(arguments)
    doc = f"{writer.plain.name} and its tangent."
    made = forward.tangent(
        writer.plain, active, writer.named("tangent"), writer.module, doc
    )
    count = len(writer.plain.result_kinds) + sum(made.results)
    written = writer.finish(made, _flat(count), active)
    return _open(written, [], active, arguments)


def _adjoint(writer):
    arguments = writer.with_floats()
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
    pairs = zip(writer.plain.result_kinds, made.seeded)
    seeds = [kind for kind, flag in pairs if flag]
    return _open(written, seeds, made.shadows, arguments)


def _open(written, seeds, shadows, arguments):
    """What was written, called with seeds and with shadows of leaf parameters."""
    kinds = {leaf: kind for _, leaves, _ in arguments for leaf, kind in leaves}
    kinds = [*seeds, *(kinds[leaf] for leaf in shadows)]
    start = len(written.parameters) - len(kinds)
    written.shadows = shadows
    written.extra = dict(zip(written.parameters[start:], kinds))
    return written


def _value(writer):
    """The function itself, as its derivatives call it."""
    result = Static(None) if writer.result is None else writer.result
    return writer.written(writer.plain.node, result)


def _flat(count):
    items = [Expression(build.name("_"), None) for _ in range(count)]
    if not items:
        return Static(None)
    return tuple_record(items) if count > 1 else items[0]


# What gives a derivative of each part of a result, whatever it holds.
_OF_ALL = ("vjp", "jvp", "tangent", "adjoint", "jacobian", "jacfwd", "jacrev")
_GIVING_LISTS = ("grad", "value_and_grad", "value", "vjp", "jvp", "directional")
_WRITERS = {
    "grad": lambda writer: _gradient(writer, False),
    "value_and_grad": lambda writer: _gradient(writer, True),
    "value": _value,
    "vjp": _vjp,
    "jvp": _jvp,
    "directional": lambda writer: _jvp(writer, False),
    "tangent": _tangent,
    "adjoint": _adjoint,
    "vmap": vmap,
    "jacobian": jacobian,
    "jacfwd": jacfwd,
    "jacrev": jacrev,
}
