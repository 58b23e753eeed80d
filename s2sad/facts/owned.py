"""Arrays that names hold like values: bound anew, but never two names for one.

u_bar = np.zeros_like(u)            u is another array in each trip, of no other name:
for k in range(n - 1, -1, -1):      its adjoint begins in the sweep back, as a number's
    u = u_saved.pop()

The adjoints of other arrays whose names change are bound beside them, trip by trip.
"""

import gast

from s2sad.facts.effects import shared_name
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.regions import defined, header_reads, is_swap
from s2sad.syntax.names import names_in


class Anew:
    """The names of one function that are bound anew to arrays.

    `owned` are those that are bound each time to an array that has no other name: parts
    of it may have names that are gone before it is bound again. `beside` are the
    classes of the others.
    """

    def __init__(self, tree):
        members, classes, self.owned = members_of(tree), bound_anew(tree), set()
        for class_name in classes:
            names = members[class_name]
            holders = [name for name in names if not _is_view(tree, name)]
            if len(holders) == 1 and _owns(tree, holders[0], set(names) - set(holders)):
                self.owned |= set(holders)
        self.beside = classes - {tree.classes.of(name) for name in self.owned}


def _is_view(tree, name):
    return bool(tree.defs.get(name)) and tree.view_base(name) is not None


def _owns(tree, name, views):
    """Whether each array of a name is new, and views are gone before the next."""
    defs, kinds = tree.defs.get(name, []), tree.plain.kinds
    is_array = all(isinstance(kinds[n], Array) for n in (name, *views))
    if not is_array or name in tree.plain.parameters:
        return False
    is_new = all(
        isinstance(d, gast.Assign)
        and not is_swap(d)
        and shared_name(d.value, kinds) is None
        for d in defs
    )
    return is_new and not any(_outlives(tree, view, defs) for view in views)


def _outlives(tree, view, defs):
    """Whether a part of an array may be mentioned when the name has another array."""
    (binding,) = tree.defs[view]
    region, first = tree.place[id(binding)]
    places = [tree.index_in(node, region) for node in mentions_of(tree, [view])]
    if any(place is None or place < first for place in places):
        return True
    bound = [tree.index_in(d, region) for d in defs]
    return any(place is not None and first < place <= max(places) for place in bound)


def mentions_of(tree, names):
    """The statements that bind, read or write arrays of these names."""
    return [
        node
        for node in tree.statements
        if not set(names).isdisjoint(defined(node, tree.plain))
        or any(not names_in(part).isdisjoint(names) for part in touched(node))
    ]


def members_of(tree):
    """{class: its names} of arrays and lists."""
    found = {}
    for name, kind in tree.plain.kinds.items():
        if isinstance(kind, (Array, Stack)):
            found.setdefault(tree.classes.of(name), []).append(name)
    return found


def bound_anew(tree):
    """The classes of arrays with a name that is bound again to another array.

    What a list holds is bound again at each pop.
    """
    found = {
        tree.classes.of(name)
        for name, kind in tree.plain.kinds.items()
        if isinstance(kind, Stack) and kind.holds_arrays
    }
    for name, defs in tree.defs.items():
        if not isinstance(tree.plain.kinds.get(name), Array):
            continue
        bindings = [d for d in defs if not is_swap(d)]
        count = len(bindings) + (name in tree.plain.parameters)
        is_swapped = len(bindings) < len(defs)
        if any(_outlives_its_trip(tree, name, d) for d in bindings):
            found.add(tree.classes.of(name))
        if count > 1 or (is_swapped and not _swaps_alone(tree, name, bindings)):
            found.add(tree.classes.of(name))
    return found


def _outlives_its_trip(tree, name, binding):
    """Whether an array that a loop makes anew may be read after the trip that made it.

    Within the trip stand only statements that come after the binding in its own block.
    """
    region, index = tree.place[id(binding)]
    if not tree.loops_around(binding):
        return False
    places = [
        tree.index_in(node, region)
        for node in tree.statements
        if any(name in names_in(part) for part in touched(node))
    ]
    return any(place is None or place <= index for place in places)


def touched(node):
    """The expressions that a statement itself reads, and the arrays it writes into."""
    if isinstance(node, gast.AugAssign):
        return [*header_reads(node), node.target]
    if isinstance(node, gast.Assign):
        places = [t for t in node.targets if isinstance(t, gast.Subscript)]
        return [*header_reads(node), *places]
    return header_reads(node)


def _swaps_alone(tree, name, bindings):
    """Whether arrays that change places have no other names, and are bound once.

    Then going back they change places back, and so do their adjoints.
    """
    family = [
        other
        for other, kind in tree.plain.kinds.items()
        if isinstance(kind, Array) and tree.classes.of(other) == tree.classes.of(name)
    ]
    swapped = all(any(map(is_swap, tree.defs.get(n, []))) for n in family)
    fresh = all(
        not tree.loops_around(d) and shared_name(d.value, tree.plain.kinds) is None
        for d in bindings
        if isinstance(d, gast.Assign)
    )
    return swapped and fresh
