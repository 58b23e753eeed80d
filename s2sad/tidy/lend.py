"""A seed that nobody writes is read where it is, not copied.

value_bar = result_bar.copy()       becomes     x_bar += result_bar @ w.T
x_bar += value_bar @ w.T

Only where functions that s2sad wrote call each other: who calls a public adjoint may
give one array as a seed and as what is added to.
"""

import gast

from s2sad.facts.text import Families, written_families
from s2sad.syntax.names import names_in, parameters, renamed
from s2sad.syntax.walk import statements, walk
from s2sad.tidy.narrate import without_orphans


def lend(function, known):
    """The adjoint without copies of seeds, where neither is written or returned."""
    families = Families(function, known)
    hindered = written_families(function, known, families)
    hindered |= {families.of(name) for name in _returned(function)}
    given = set(parameters(function)) & known.derived
    new = {}
    for node in function.body:
        name, seed = _copy(node)
        if seed in given and hindered.isdisjoint(map(families.of, (name, seed))):
            if _times_bound(name, function) == 1 and not _times_bound(seed, function):
                new[name] = seed
    body = [node for node in function.body if _copy(node)[0] not in new]
    function.body = without_orphans([renamed(node, new) for node in body])
    return function


def _copy(node):
    """(name, name) of a statement that copies one array to another."""
    value = node.value if isinstance(node, gast.Assign) else None
    if isinstance(value, gast.Call) and isinstance(value.func, gast.Attribute):
        names = node.targets[0], value.func.value
        if value.func.attr == "copy" and all(isinstance(n, gast.Name) for n in names):
            return tuple(n.id for n in names)
    return None, None


def _returned(function):
    """The names in what a function returns."""
    ends = (n for n in statements(function) if isinstance(n, gast.Return) and n.value)
    return names_in(*(node.value for node in ends))


def _times_bound(name, function):
    names = (n for node in function.body for n in walk(node))
    return sum(
        isinstance(n, gast.Name) and n.id == name and isinstance(n.ctx, gast.Store)
        for n in names
    )
