"""Loops that make a number of few others carry its derivatives, and save nothing.

E = M[i]                        becomes     the loop with E_by_M_i, E_by_e_i beside E,
while abs(step) > tolerance:                and, for its adjoint,
    ...                                     M_bar[i] += E_by_M_i * E_bar
    E -= step                               e_bar[i] += E_by_e_i * E_bar

The local derivatives are found in forward mode before the sweep back needs them
(preaccumulation, Griewank and Walther, Evaluating Derivatives, section 10.2).
"""

import copy
from dataclasses import dataclass, replace

import gast

from s2sad.differentiate.carry import carry
from s2sad.facts import linear
from s2sad.facts.effects import base_name
from s2sad.facts.independent import independent_loops
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Scalar
from s2sad.facts.numbers import is_complex, makes_complex
from s2sad.facts.regions import Reads, Tree, defined, header_reads
from s2sad.facts.written import written_names
from s2sad.syntax import build
from s2sad.syntax.names import (
    Fresh,
    bound,
    names_in,
    printed_name,
    renamed,
    rewritten,
)
from s2sad.syntax.walk import walk

# More directions than these cost more than to save and to walk back.
DIRECTIONS = 2


def preaccumulate(plain, activity, module, is_callee):
    """(the function with such loops, {new name: the name that it is printed as}).

    `is_callee` says whether others call the function, so that its own loops stand in
    loops as well.
    """
    found = _Preaccumulator(plain, activity, module)
    return found.function(is_callee), found.origins


@dataclass
class _Part:
    """Statements of a block, a loop the last, with what they take and give."""

    statements: list
    own: set
    leaves: list
    output: str


class _Preaccumulator:
    def __init__(self, plain, activity, module):
        self.plain, self.activity, self.module = plain, activity, module
        self.tree, self.reads = Tree(plain), Reads(plain.kinds)
        self.kinds, self.origins = dict(plain.kinds), {}
        self.fresh = Fresh(names_in(plain.node) | set(plain.callees) | set(plain.kinds))
        self.free = independent_loops(self.tree, activity)

    def function(self, is_callee):
        node = copy.copy(self.plain.node)
        node.body = self.block(node.body, is_callee)
        kinds = {**self.kinds, **linear.KINDS} if self.origins else self.kinds
        return replace(self.plain, node=node, kinds=kinds)

    def block(self, statements, is_inner):
        out, end = [], len(statements)
        while end:
            node = statements[end - 1]
            part = self.part(statements, end) if is_inner else None
            if part is not None:
                out = [*self.written(part), *out]
                end -= len(part.statements)
            else:
                out.insert(0, self.within(node, is_inner))
                end -= 1
        return out

    def within(self, node, is_inner):
        if not build.has_blocks(node):
            return node
        is_inner = is_inner or not isinstance(node, gast.If)
        return build.with_blocks(node, lambda block: self.block(block, is_inner))

    # which statements

    def part(self, statements, end):
        """The part of a block that ends with a loop, as long as that takes least."""
        loop = statements[end - 1]
        if not isinstance(loop, (gast.For, gast.While)) or id(loop) in self.free:
            return None
        best = None
        for start in range(end - 1, -1, -1):
            is_first = start == end - 1
            if not self.sets_numbers(statements[start], is_first):
                break
            made = self.measured(statements[start:end])
            if made and (best is None or len(made.leaves) < len(best.leaves)):
                best = made
        return best if best is not None and len(best.leaves) <= DIRECTIONS else None

    def sets_numbers(self, node, may_loop):
        """Whether a statement gives values to numbers, and does nothing else."""
        inside = [n for n in walk(node) if isinstance(n, gast.stmt)]
        loops = [n for n in inside if isinstance(n, (gast.For, gast.While))]
        if loops and not may_loop:
            return False
        return all(self.sets_one(n) for n in inside)

    def sets_one(self, node):
        if isinstance(node, (gast.If, gast.For, gast.While, gast.Break, gast.Pass)):
            return True
        if not isinstance(node, (gast.Assign, gast.AugAssign)):
            return False
        names = defined(node, self.plain)
        is_number = all(isinstance(self.plain.kinds.get(n), Scalar) for n in names)
        is_call = any(self.activity.callee(n) is not None for n in walk(node.value))
        writes = written_names(node, self.plain)
        is_tuple = isinstance(node.value, gast.Tuple)
        return bool(names) and is_number and not is_call and not writes and not is_tuple

    def measured(self, statements):
        """The _Part of statements; None if they give several, or if it is unclear.

        What is no holomorphic function of a complex number has no one derivative by it.
        """
        kinds = map(self.kinds.get, names_in(*statements))
        if any(map(is_complex, kinds)) or makes_complex(*statements):
            return None
        nodes = [n for s in statements for n in walk(s) if isinstance(n, gast.stmt)]
        own = {name for n in nodes for name in defined(n, self.plain)}
        outputs = self.outputs(nodes, own)
        leaves: dict | None = {}
        # Tests read numbers as well, but nothing varies with these.
        sums = [n for n in nodes if isinstance(n, (gast.Assign, gast.AugAssign))]
        if not all(self.collect(node.value, own, leaves) for node in sums):
            return None
        for name in self.entering(statements, own):
            leaves[name] = build.name(name)
        if len(outputs) != 1 or not leaves:
            return None
        return _Part(statements, own, list(leaves.values()), outputs[0])

    def outputs(self, nodes, own):
        """The active numbers that the rest of the function reads."""
        ids, wanted = {id(n) for n in nodes}, set()
        for node in self.tree.statements:
            if id(node) not in ids:
                wanted |= self.reads.of(*header_reads(node))[0]
                if isinstance(node, gast.AugAssign):
                    wanted.add(base_name(node.target))
        return sorted(own & wanted & self.activity.active)

    def collect(self, node, own, leaves):
        """Note the varied numbers and elements from outside; whether all are clear."""
        if isinstance(node, gast.Subscript) and isinstance(node.value, gast.Name):
            if node.value.id in self.activity.varied:
                rank = self.plain.kinds[node.value.id].rank
                items = index_items(node)
                leaves[gast.dump(node)] = node
                return (
                    len(items) == rank
                    and not any(isinstance(item, gast.Slice) for item in items)
                    and not names_in(node.slice) & own
                )
        if isinstance(node, gast.Name) and node.id in self.activity.varied:
            if node.id not in own:
                leaves[node.id] = node
            return isinstance(self.plain.kinds[node.id], Scalar)
        return all([self.collect(n, own, leaves) for n in gast.iter_child_nodes(node)])

    def entering(self, statements, own):
        """The varied numbers that statements change before they give them a value."""
        found = []
        for name in sorted(own & self.activity.varied):
            first = next(n for n in statements if name in names_in(n))
            is_begun = isinstance(first, gast.Assign) and name not in names_in(
                first.value
            )
            if not is_begun and not self.is_of_trips(name, first):
                found.append(name)
        return found

    def is_of_trips(self, name, loop):
        """Whether each trip of a loop gives a name its value first, and only there."""
        if not isinstance(loop, (gast.For, gast.While)):
            return False
        (body,) = self.tree.bodies[id(loop)]
        defs = self.tree.defs[name]
        readers = [
            n
            for n in self.tree.statements
            if any(name in names_in(part) for part in header_reads(n))
            or (isinstance(n, gast.AugAssign) and base_name(n.target) == name)
        ]
        return all(
            self.tree.inside(n, loop) and self.tree.is_set_before(n, body, defs)
            for n in readers
        )

    # how they are written

    def written(self, part):
        """The statements with the derivatives of their output beside it."""
        before, begun, names, changed = [], [], [], {}
        for leaf in part.leaves:
            if isinstance(leaf, gast.Name) and leaf.id not in part.own:
                names.append(leaf.id)
                continue
            name = self.name_of(leaf)
            names.append(name)
            before.append(build.assign(name, leaf))
            if isinstance(leaf, gast.Name):
                begun.append(build.assign(leaf.id, build.name(name)))
            else:
                changed[gast.dump(leaf)] = name
        value = self.inner_name(part.output)
        statements = [_replaced(n, changed) for n in [*begun, *part.statements]]
        made = carry(
            self.as_function(statements, names, part.output),
            names,
            part.output,
            self.module,
            self.fresh,
        )
        self.kinds |= made.kinds
        body = [renamed(n, {part.output: value}) for n in made.statements]
        pairs = list(zip(map(build.name, names), made.derivatives))
        end = build.assign(part.output, linear.combined(build.name(value), pairs))
        lines = [*before, *body, end]
        return [gast.copy_location(n, part.statements[-1]) for n in lines]

    def as_function(self, statements, names, output):
        """Statements as a function of the numbers and of all else that they read."""
        set_inside = {n for s in statements for n in bound(s)}
        given = sorted(names_in(*statements) & self.kinds.keys() - set_inside)
        body = [*statements, build.returned(build.name(output))]
        node = build.function("part", [*names, *(set(given) - set(names))], body)
        return replace(self.plain, node=node, kinds=dict(self.kinds))

    def name_of(self, leaf):
        """A name for an element, or for a number as it is when the part begins."""
        if isinstance(leaf, gast.Name):
            word = f"{printed_name(leaf.id)}_start"
        else:
            items = index_items(leaf)
            words = [printed_name(getattr(item, "id", "part")) for item in items]
            word = "_".join([printed_name(leaf.value.id), *words])
        name = self.fresh(word)
        base = base_name(leaf)
        self.kinds[name] = Scalar(self.plain.kinds[base].dtype)
        return name

    def inner_name(self, output):
        """A name for the output while its derivatives are beside it."""
        number = 1
        while (name := f"{printed_name(output)}@{number}") in self.kinds:
            number += 1
        self.kinds[name] = self.kinds[output]
        self.origins[name] = printed_name(output)
        return name


def _replaced(tree, changed):
    """A copy of a tree with names in place of elements."""

    def name_of(node):
        text = gast.dump(node) if isinstance(node, gast.Subscript) else None
        return build.name(changed[text]) if text in changed else None

    return rewritten(tree, name_of)
