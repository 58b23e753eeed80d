"""Second names for arrays where nothing can tell one array from two.

u = new             might as well be        u = new.copy()

if new is not mentioned again, or if no array of that memory is written into from here.
"""

import gast

from s2sad.facts.effects import shared_name
from s2sad.facts.kinds import Array
from s2sad.facts.owned import bound_anew, members_of, mentions_of
from s2sad.facts.regions import Tree, is_swap
from s2sad.facts.written import written_names


def copies_of(plain):
    """{id: whether nothing can tell} of the statements `v = w` that may be copies.

    Of a class all may, or none. Where something can tell, a copy must be made.
    """
    moves, found = Moves(Tree(plain)), {}
    for name in bound_anew(moves.tree):
        found |= moves.of_class(name)
    return found


class Moves:
    """The second names of one function's arrays."""

    def __init__(self, tree):
        self.tree, self.plain = tree, tree.plain
        self.members = members_of(tree)

    def of_class(self, class_name):
        """{id: whether nothing can tell} of the statements `v = w` of a class."""
        names = self.members[class_name]
        defs = [d for n in names for d in self.tree.defs.get(n, [])]
        is_array = all(isinstance(self.plain.kinds[n], Array) for n in names)
        if not is_array or any(map(is_swap, defs)):
            return {}
        second = [d for d in defs if _is_alias(d)]
        sources = [node.value.id for node in second]
        gone = set()
        for node in second:
            if sources.count(node.value.id) == 1:
                gone |= self.given_up(node)
        written = self.written(set(names) - gone)
        written = [w for w in written if not self.is_of_new(w, second)]
        told = {id(n) for n in second if any(self.may_tell(w, n) for w in written)}
        if any(id(n) in told and n.value.id not in gone for n in second):
            return {}
        return {id(node): id(node) not in told for node in second}

    def given_up(self, node):
        """The names of a new array and its parts that `v = w` mentions last."""
        (place,), name = node.targets, node.value.id
        region, last = self.tree.place[id(node)]
        defs = self.tree.defs.get(name, [])
        if name in self.plain.parameters or len(defs) != 1:
            return set()
        where, first = self.tree.place[id(defs[0])]
        is_new = isinstance(defs[0], gast.Assign) and not self.sources(defs[0])
        names = self.named_after(name) - {place.id}
        places = [self.tree.index_in(n, region) for n in mentions_of(self.tree, names)]
        is_within = all(n is not None and first <= n <= last for n in places)
        return names if is_new and where is region and is_within else set()

    def named_after(self, name):
        """A name, and those of parts of its array."""
        found, before = {name}, set()
        while found != before:
            before = set(found)
            for other, defs in self.tree.defs.items():
                if any(found & self.sources(d) for d in defs if not _is_alias(d)):
                    found.add(other)
        return found

    def sources(self, node):
        """The name whose memory a statement gives another name."""
        value = getattr(node, "value", None)
        shared = value is not None and shared_name(value, self.plain.kinds)
        return {shared} - {None, False}

    def written(self, names):
        """The statements that write into an array under one of these names."""
        return [
            node
            for node in self.tree.statements
            if not names.isdisjoint(written_names(node, self.plain))
        ]

    def may_tell(self, write, alias):
        """Whether a write may show that `v = w` gave one array a second name.

        Not if it is over by then.
        """
        around = {id(loop) for loop in self.tree.loops_around(write)}
        is_shared = any(id(n) in around for n in self.tree.loops_around(alias))
        return is_shared or self.tree.order[id(write)] > self.tree.order[id(alias)]

    def is_of_new(self, write, second):
        """Whether a write is into a new array that has no second name by then."""
        names = written_names(write, self.plain)
        if len(names) != 1:
            return False
        (name,) = names
        defs, family = self.tree.defs.get(name, []), self.named_after(name)
        fresh = [d for d in defs if not self.sources(d)]
        own = [n for n in second if n.value.id in family]
        own += [d for d in defs if self.sources(d)]
        return any(
            self.tree.is_set_before(write, region, fresh)
            and not any(self.runs_before(n, write, region) for n in own)
            for region, _ in self.tree.chain(write)
        )

    def runs_before(self, node, other, region):
        """Whether a statement may run before another in one run of a block."""
        if self.tree.index_in(node, region) is None:
            return False
        loops = self.tree.loops_around(other)
        inner = [n for n in loops if self.tree.index_in(n, region) is not None]
        is_again = any(self.tree.inside(node, loop) for loop in inner)
        return is_again or self.tree.order[id(node)] < self.tree.order[id(other)]


def _is_alias(node):
    """Whether a statement is `v = w`."""
    is_name = isinstance(node, gast.Assign) and isinstance(node.value, gast.Name)
    return is_name and isinstance(node.targets[0], gast.Name)
