"""One of several things where it must be one: in arithmetic, and as a result.

return x[0], v      becomes, where v holds integers on one path, floats on another,
                            return x[0], v.astype(float)

What cannot be made one is refused on all paths but those of one thing.
"""

from s2sad.facts.kinds import Array, Scalar, wider
from s2sad.known.options import Fixed, Form, shown_option, test_of
from s2sad.syntax import build


def certain(frame, value, node, what):
    """The numbers that a value must be: one number if a gradient is asked for."""
    options, possible = value.container.options, value.container.possible
    kinds = {place: options[place].kind for place in possible}
    if len(kinds) > 1 and _conversion([*kinds.values()], node) is not None:
        given = frame.alternatives.named(value, node)
        name, whole = frame.temporary("value"), _conversion([*kinds.values()], given)
        frame.statements.statement(build.located(build.assign(name, whole), node))
        return frame.env[name]
    known = {place: kind for place, kind in kinds.items() if kind is not None}
    chosen = _chosen(known, frame.unit.gives_number)
    if chosen is None:
        text = f"{what} is one of several things"
        raise frame.refuse(node, text, "a name for it, and a test")
    for place in possible:
        if place != chosen:
            error = frame.refuse(node, f"{what} is {shown_option(options[place])}")
            error = frame.reached(error.at(frame.source.place(node)))
            frame.emit(build.conditional(test_of(value, [place]), [error]))
    return value.items[chosen]


def _conversion(kinds, base):
    """The text of what has one of some kinds, as a value of one kind; None if none."""
    first = kinds[0]
    if all(kind == first for kind in kinds):
        return base
    if all(isinstance(kind, Array) and kind.rank == first.rank for kind in kinds):
        dtype = wider(*(kind.dtype for kind in kinds))
        word = {"float64": "float", "complex128": "complex"}.get(dtype)
        method = build.attribute(base, "astype")
        return word and build.call(method, build.name(word))
    if not all(isinstance(kind, Form) and kind.container is tuple for kind in kinds):
        return None
    rows = [dict(kind.parts) for kind in kinds]
    if any(row.keys() != rows[0].keys() for row in rows):
        return None
    parts = []
    for key in rows[0]:
        part = build.subscript(base, build.constant(key))
        parts.append(_conversion([row[key] for row in rows], part))
    return None if None in parts else build.tuple_of(parts)


def _chosen(kinds, is_number):
    """The place of the kind that is meant, of {place: kind}; None if unclear.

    A number, if one is asked for, or what is found last: `total = 0` is not.
    """
    numbers = [place for place, kind in kinds.items() if isinstance(kind, Scalar)]
    if len(kinds) == 1 or len(numbers) == 1 and is_number:
        return (numbers if len(kinds) > 1 else [*kinds])[0]
    if len(kinds) == 2 and len(numbers) == 1:
        return max(kinds)
    if not kinds or not all(isinstance(kind, Form) for kind in kinds.values()):
        return None
    counts = {place: _count(kind) for place, kind in kinds.items()}
    fullest = [place for place in kinds if counts[place] == max(counts.values())]
    return fullest[0] if len(fullest) == 1 else None


def _count(kind) -> int:
    """How many numbers and arrays are in what has a kind."""
    if isinstance(kind, Form):
        return sum(_count(part) for _, part in kind.parts)
    return 0 if isinstance(kind, Fixed) else 1
