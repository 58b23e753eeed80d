"""Where the adjoints of names begin: in the sweep back, or beside their arrays."""

import gast

from s2sad.facts.effects import shared_name
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.regions import header_reads, is_swap
from s2sad.syntax.names import names_in


class Births:
    """The adjoints of the names of one function.

    `beside` are the arrays that only a branch makes: their adjoints are made there;
    `begun` are the lists that only a branch makes, by region: they begin empty before.
    """

    def __init__(self, sweep):
        self.sweep, self.tree, self.plain = sweep, sweep.tree, sweep.plain
        self.activity, self.lines = sweep.activity, sweep.lines
        self.rebound = rebound_classes(self.tree)
        self.beside, self.begun = set(), {}

    def is_rebound(self, name):
        """Whether adjoints of this array are bound in the forward sweep, beside it."""
        return (
            name in self.activity.active
            and _has_memory(self.plain.kinds.get(name))
            and self.tree.classes.of(name) in self.rebound
        )

    def bound_beside(self):
        """{name: statements that mention its adjoint} of adjoints bound that way."""
        found = self.mentions()
        return {name: nodes for name, nodes in found.items() if self.is_rebound(name)}

    def bar_places(self):
        """{name: [(region, index)]}: where the adjoint of a name must first exist.

        That of a view which only a branch makes begins in each branch that mentions it.
        """
        mentions = self.mentions()
        result = {}
        # The adjoints of parameters begin before the sweep back.
        found = (self.activity.active & self.tree.defs.keys()) - {
            *self.plain.parameters
        }
        for name in sorted(found, key=self.first_def, reverse=True):
            places = list(mentions.get(name, []))
            for other, begun in result.items():
                if self.tree.view_base(other) == name:
                    places += [region.statements[index] for region, index in begun]
            if not places or self.is_rebound(name):
                continue
            region = self.region_of_bar(name, places)
            regions = [region]
            if self.is_born_in_branch(name, region):
                if self.tree.view_base(name) is not None:
                    regions = self.branches(places, region)
                elif isinstance(self.plain.kinds[name], Array):
                    self.beside.add(name)
                    continue
                else:
                    self.begun[name] = region
            result[name] = [(r, self.last_index(places, r)) for r in regions]
        return result

    def last_index(self, places, region):
        """The last statement of a region that is, or holds, one of some statements."""
        found = (self.tree.index_in(node, region) for node in places)
        return max(index for index in found if index is not None)

    def branches(self, places, around):
        """The branches, each once, that statements stand in, inside a region."""
        found = {}
        for node in places:
            region = self.tree.region_of(node)
            while region is not around and region.is_loop:
                region = region.parent
            found[id(region)] = region
        return list(found.values())

    def region_of_bar(self, name, places):
        """The innermost block around an adjoint that no trip leaves to another."""
        defs = self.tree.defs[name]
        region = self.tree.common([*defs, *places])
        readers = [n for n in places if not _only_sets(n, name)]
        while region is not self.sweep.scope(region) and not all(
            self.tree.is_set_before(n, region, defs) for n in readers
        ):
            region = region.parent
        return region

    def is_born_in_branch(self, name, region):
        """Whether only a branch makes an array or a list that others read."""
        definition = self.tree.defs[name][0]
        own = self.tree.region_of(definition)
        return (
            isinstance(self.plain.kinds[name], (Array, Stack))
            and own is not region
            and self.sweep.is_kept(own)
        )

    def first_def(self, name):
        defs = self.tree.defs.get(name)
        return (self.tree.order[id(defs[0])], name) if defs else (-1, name)

    def mentions(self):
        """{name: statements whose adjoint lines mention the adjoint of the name}."""
        names = {self.bars[name]: name for name in self.activity.active}
        found = {}
        for node in self.tree.statements:
            for line in self.lines.get(id(node), []):
                for word in names_in(line) & names.keys():
                    found.setdefault(names[word], []).append(node)
        return found

    @property
    def bars(self):
        return {name: self.bar_name(name) for name in self.activity.active}

    def bar_name(self, name):
        return self.activity.bar_names[name]


def rebound_classes(tree):
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
        if any(name in names_in(part) for part in _touched(node))
    ]
    return any(place is None or place <= index for place in places)


def _only_sets(node, name):
    """Whether a statement binds a name that it does not read."""
    return (
        isinstance(node, gast.Assign)
        and not isinstance(node.targets[0], gast.Subscript)
        and name not in names_in(node.value)
    )


def _touched(node):
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


def _has_memory(kind):
    """Whether a value is an array or a list of them."""
    return isinstance(kind, Array) or (isinstance(kind, Stack) and kind.holds_arrays)


def indices_of(node):
    """The index expressions of a view."""
    found = []
    while isinstance(node, (gast.Subscript, gast.Attribute, gast.Call)):
        if isinstance(node, gast.Subscript):
            found.append(node.slice)
            node = node.value
        elif isinstance(node, gast.Attribute) or not node.args:
            node = node.func if isinstance(node, gast.Call) else node.value
        else:
            node = node.args[0]
    return found
