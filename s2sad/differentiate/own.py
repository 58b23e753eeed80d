"""Tangents of numbers in several directions are arrays: no two names may share one.

def same(a): return a, a        x, y = same(a);  x += y

Numbers are copied wherever they go. Their tangents are copied where a function changes
one that it was given, and where it returns one that another name has as well.
"""

import gast

from s2sad.syntax import build


def copied(node):
    return build.call(build.attribute(node, "copy"))


def begun(names):
    """Statements that give each name a copy of the array that it was given."""
    return [build.assign(name, copied(build.name(name))) for name in sorted(names)]


def returned(items, numbers, given):
    """Results of which no two are one array, and none is one of those given.

    `numbers` are the names of tangents of numbers.
    """
    seen, found = set(given), []
    for item in items:
        name = getattr(item, "id", None)
        found.append(copied(item) if name in seen & numbers else item)
        seen.add(name)
    return found


def are_moved(node, numbers):
    """Whether names of numbers at most change places in an assignment of names."""
    value = node.value.elts if isinstance(node.value, gast.Tuple) else [node.value]
    (place,) = node.targets
    places = place.elts if isinstance(place, gast.Tuple) else [place]
    before, after = (
        sorted({name.id for name in names if getattr(name, "id", None) in numbers})
        for names in (value, places)
    )
    count = sum(getattr(name, "id", None) in numbers for name in value)
    return before == after and count == len(before)
