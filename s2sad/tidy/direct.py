"""What was saved, and is read once, is read where it is kept.

s = s_saved[k]                      becomes     x_bar[k] += s_saved[k] * s_bar
x_bar[k] += s * s_bar
"""

import gast

from s2sad.facts.calls import is_pop
from s2sad.facts.exposed import Exposure
from s2sad.facts.text import root, stores
from s2sad.syntax import build
from s2sad.syntax.names import bound, names_in, renamed
from s2sad.syntax.printer import exceeds
from s2sad.syntax.walk import walk

_WIDTH = 76


def direct(function, known):
    """The function without names that only pass on what was saved."""
    if known.is_reverse and any(_is_taken(n, known) for n in walk(function)):
        function.body = _block(function.body, set(), known, Exposure())
    return function


def _block(statements, after, known, exposure):
    """A block after which the names `after` are read."""
    out = []
    for place, node in enumerate(statements):
        if build.has_blocks(node):
            later = after | exposure.of(statements[place + 1 :])[0]
            node = _compound(node, later, known, exposure)
        out.append(node)
    for place in range(len(out) - 1, -1, -1):
        if _is_taken(out[place], known):
            _move(out, place, after, known)
    return out


def _compound(node, later, known, exposure):
    """A branch or a loop after which the names `later` are read."""
    if not isinstance(node, gast.If):
        later = later | exposure.of([node])[0]  # a loop may come again
    return build.with_blocks(node, lambda b: _block(b, later, known, exposure))


def _is_taken(node, known):
    """Whether a statement gives a number the name that it had when it was saved."""
    if not isinstance(node, gast.Assign) or not isinstance(node.targets[0], gast.Name):
        return False
    value, store = node.value, None
    if is_pop(value):
        store = value.func.value
    elif isinstance(value, gast.Subscript):
        store = value.value
    return (
        isinstance(store, gast.Name)
        and store.id in known.arrays - known.derived
        and known.is_own(store.id)
        and node.targets[0].id not in known.arrays
    )


def _move(out, place, after, known):
    """Read a saved number in the one statement that reads it, if there is one."""
    name, value = out[place].targets[0].id, out[place].value
    uses = []
    for number in range(place + 1, len(out)):
        node = out[number]
        uses += [number] * sum(
            isinstance(n, gast.Name) and n.id == name and isinstance(n.ctx, gast.Load)
            for n in walk(node)
        )
        if name in bound(node):
            is_plain = isinstance(node, gast.Assign) and name not in names_in(
                node.value
            )
            if not is_plain:
                return
            break
    else:
        if name in after:
            return
    if len(uses) != 1 or not isinstance(out[uses[0]], (gast.Assign, gast.AugAssign)):
        return
    between = out[place + 1 : uses[0]]
    changed = {root(p) for node in between for p, _ in stores(node, known)}
    if changed & names_in(value) or (is_pop(value) and _is_late(out, place, uses[0])):
        return
    new = gast.copy_location(renamed(out[uses[0]], {name: value}), out[uses[0]])
    if not exceeds(new, _WIDTH):
        out[uses[0]] = new
        del out[place]


def _is_late(out, place, use):
    """Whether a pop, where its number is used, would come after others or never."""
    chooses = (gast.IfExp, gast.BoolOp)
    return use != place + 1 or any(
        is_pop(n) or isinstance(n, chooses) for n in walk(out[use])
    )
