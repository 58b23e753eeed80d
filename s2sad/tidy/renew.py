"""A derivative that only passes its value on has the name that it is passed to.

numerator_bar = s_bar / y               becomes     s_bar = s_bar / y
y_bar -= s * numerator_bar / y                      y_bar -= s * s_bar / y
s_bar = numerator_bar
"""

import gast

from s2sad.facts.exposed import Exposure
from s2sad.syntax import build
from s2sad.syntax.names import bound, is_set_anew, names_in, renamed


def renew(function, known):
    """The function without copies of derivatives that are numbers."""
    function.body = _block(function.body, set(), known, Exposure())
    return function


def _block(statements, after, known, exposure):
    """A block after which the names `after` are read."""
    out = []
    for place, node in enumerate(statements):
        if isinstance(node, gast.If):
            later = after | exposure.of(statements[place + 1 :])[0]
            node = build.with_blocks(
                node, lambda b, names=later: _block(b, names, known, exposure)
            )
        elif isinstance(node, (gast.For, gast.While)):
            again = exposure.of(statements[place:])[0] | after
            node = build.with_body(node, _block(node.body, again, known, exposure))
        out.append(node)
    place = 0
    while place < len(out):
        new = _without_copy(out, place, after, known)
        out, place = (out, place + 1) if new is None else (new, place)
    return out


def _without_copy(block, place, after, known):
    """A block without the copy that stands in a place, or None."""
    old, new = _copy(block[place], known)
    if old is None:
        return None
    sets = [n for n in range(place) if old in bound(block[n])]
    if not sets:
        return None
    first = sets[0]
    between, rest = block[first + 1 : place], block[place + 1 :]
    if not is_set_anew(block[first], old) or new in names_in(*between):
        return None
    if old in after or old in names_in(*block[:first]) | bound(*rest):
        return None
    last = max((n for n, node in enumerate(rest) if old in names_in(node)), default=-1)
    if new in bound(*rest[: last + 1]):
        return None
    names = {old: new}
    part = [renamed(node, names) for node in [block[first], *between, *rest]]
    return [*block[:first], *part]


def _copy(node, known):
    """(name, name) of a statement that gives a derivative the value of another."""
    if isinstance(node, gast.Assign) and isinstance(node.value, gast.Name):
        place, old = node.targets[0], node.value.id
        name = getattr(place, "id", None)
        if _is_number(old, known) and _is_number(name, known) and name != old:
            return old, name
    return None, None


def _is_number(name, known):
    return name in known.derived and name not in known.arrays and known.is_own(name)
