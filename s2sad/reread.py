"""What was written is read again: order n + 1 begins with the text of order n."""

from s2sad.facts.plain import Hidden
from s2sad.facts.results import has_listing, is_listing, result_of
from s2sad.facts.values import Expression, Record
from s2sad.known.growing import filled
from s2sad.syntax import build
from s2sad.syntax.source import read


def reread(unit, inner, values, hidden, leaves=()):
    """The Plain of a derivative's own text: what was written is read again.

    What a closure captured stands behind its arguments, in `leaves` as in the text.
    """
    source = read(inner.python())
    names = _hidden_last(source.node.args.args, len(hidden), inner.written.extra)
    kinds = [kind for value in values.values() for kind in _leaf_kinds(value)]
    kinds += [leaf.kind for leaf in leaves[len(kinds) :]]
    kinds += [item.kind for item in hidden]
    given = {
        name: Expression(build.name(name), kind) for name, kind in zip(names, kinds)
    }
    plain, _ = unit.function(source, source.node, inner.written.name, given)
    plain.structure = _restructured_arguments(values, names, kinds)
    plain.hidden = [
        Hidden(item.key, name, item.getter, item.kind)
        for item, name in zip(hidden, names[len(names) - len(hidden) :])
    ]
    hidden[:] = plain.hidden
    plain.result = _with_kinds(inner.written.result, plain)
    return plain


def _hidden_last(arguments, count, extra):
    """The names of parameters; seeds and shadows stand behind what was captured."""
    names = [argument.id for argument in arguments]
    end = len(names) - len(extra)
    return [*names[: end - count], *names[end:], *names[end - count : end]]


def _with_kinds(template, plain):
    """The structure of a derivative's result, with the kinds its text has."""
    kinds = iter(plain.result_kinds)

    def leaf(item):
        return (
            Expression(item.node, next(kinds)) if isinstance(item, Expression) else item
        )

    if isinstance(template, Record):
        return result_of(template).map(leaf)
    return leaf(template) if isinstance(template, Expression) else None


def restructured(template, value):
    """A structure around the value of a call in plain form."""
    if not isinstance(template, Record):
        return value if isinstance(template, Expression) else template
    leaves = iter(value.leaves() if isinstance(value, Record) else [value])

    def leaf(item):
        return next(leaves) if isinstance(item, Expression) else item

    return _regrown(template.map(leaf))


def _regrown(value):
    """A structure in plain form whose listed arrays are lists again."""
    if not has_listing(value):
        return value
    if is_listing(value):
        return filled(value.items["values"], value.container.item)
    items = {key: _regrown(item) for key, item in value.items.items()}
    return Record(items, value.container, value.token)


def _restructured_arguments(values, names, kinds):
    structure, position = [], 0
    for name, value in values.items():
        count = len(_leaf_kinds(value))
        pairs = list(zip(names[position:], kinds[position:]))[:count]
        structure.append((name, pairs, value))
        position += count
    return structure


def _leaf_kinds(value):
    if isinstance(value, Expression):
        return [value.kind]
    if isinstance(value, Record):
        return [leaf.kind for leaf in value.leaves() if isinstance(leaf, Expression)]
    return []
