"""Where the adjoints of names begin: in the sweep back, or beside their arrays."""

import gast

from s2sad.facts.kinds import Array, Stack
from s2sad.syntax.names import names_in


class Births:
    """The adjoints of the names of one function.

    `beside` are the arrays that only a branch makes: their adjoints are made there;
    `begun` are the arrays and lists that may not be made, by region: they begin empty.
    """

    def __init__(self, sweep):
        self.sweep, self.tree, self.plain = sweep, sweep.tree, sweep.plain
        self.activity, self.lines = sweep.activity, sweep.lines
        self.rebound, self.owned = sweep.anew.beside, sweep.anew.owned
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
            if name in self.owned and not self.is_set(name, places, region):
                self.begun[name] = region
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

    def is_set(self, name, places, region):
        """Whether an array surely has a value where its adjoint first exists."""
        defs = self.tree.defs[name]
        last = region.statements[self.last_index(places, region)]
        is_before = self.tree.is_set_before(last, self.tree.root, defs)
        return is_before or self.tree.assigns(last, defs)

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


def _only_sets(node, name):
    """Whether a statement binds a name that it does not read."""
    return (
        isinstance(node, gast.Assign)
        and not isinstance(node.targets[0], gast.Subscript)
        and name not in names_in(node.value)
    )


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
