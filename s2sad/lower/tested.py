"""A loop over the places where a mask is true goes over all and asks the mask.

places = np.flatnonzero(mask)           becomes     for i in range(len(x)):
for k in range(len(places)):                            if mask[i]:
    y[places[k]] = w[places[k]]                             y[i] = w[i]

So it can be taken together with the loops that work out the mask and the arrays, of
which nothing has to be kept then.
"""

from collections import Counter
from dataclasses import dataclass

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.indices import is_of_places
from s2sad.facts.kinds import INT
from s2sad.lower.lengths import is_part
from s2sad.lower.touched import Touched
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import names_in, renamed, rewritten
from s2sad.syntax.walk import statements, walk

_ENDS = (gast.Break, gast.Return)


@dataclass
class _Mask:
    """An array that index arrays say the places of, and its lengths."""

    node: gast.AST
    lengths: list


class Tests:
    """The masks of one function, by the names of their places."""

    def __init__(self, lowering):
        self.lowering, self.masks = lowering, {}

    def note(self, place, call):
        """Take in that index arrays are bound to the places of a mask."""
        names = [
            n.id for n in (place.elts if isinstance(place, gast.Tuple) else [place])
        ]
        known = self.lowering.lengths
        if is_of_places(call, self.lowering.plain.callees) and all(
            map(known.is_steady, names)
        ):
            (mask,) = call.args
            if is_part(mask, self.lowering.kinds):
                self.masks[tuple(names)] = _Mask(mask, known.axes(mask))

    def applied(self, body):
        """A function's body with tests of masks in place of their places."""
        if not self.masks:
            return body
        self.counts = _mentions(body)
        self.touched = Touched(self.lowering)
        return self.block(body)

    def block(self, body):
        out = [self.inner(node) for node in body]
        position = 0
        while position < len(out):
            names = self.names(out[position])
            new = names and _Places(self, names, out[position]).without(
                out[position + 1 :]
            )
            if new is None:
                position += 1
            else:
                out[position:] = new
        return out

    def inner(self, node):
        if not build.has_blocks(node):
            return node
        is_loop = isinstance(node, gast.For)
        self.lowering.around.append(node.target.id if is_loop else None)
        new = build.with_blocks(node, self.block)
        self.lowering.around.pop()
        if id(node) in self.lowering.nests:
            self.lowering.nests[id(new)] = new
        return new

    def names(self, node):
        """The names of the places that a statement binds, if their mask is known."""
        if not isinstance(node, gast.Assign):
            return None
        (place,) = node.targets
        items = place.elts if isinstance(place, gast.Tuple) else [place]
        names = tuple(getattr(item, "id", None) for item in items)
        return names if names in self.masks else None


class _Places:
    """The places of one mask, as a block binds them."""

    def __init__(self, tests, names, node):
        self.tests, self.names, self.node = tests, names, node
        self.lowering, self.mask = tests.lowering, tests.masks[names]
        self.pool, self.count = self.lowering.variables, None
        self.indices = [
            build.constant(0) if number_of(length) == 1 else build.name(variable)
            for variable, length in zip(self.pool, self.mask.lengths)
        ]

    def without(self, rest):
        """What stands in place of the places and what comes behind; None if they stay.

        Nothing but loops over them and counts may use them, and while they do the mask
        has to be what it was.
        """
        end = max((k + 1 for k, n in enumerate(rest) if self.mentions(n)), default=0)
        uses, found = rest[:end], _mentions(rest[:end])
        if not end or any(found[n] + 1 != self.tests.counts[n] for n in self.names):
            return None
        effects = self.tests.touched.effects
        if effects([self.node]).reads & effects(uses).writes:
            return None
        new = self.block(uses)
        return None if new is None else [*self.counted(), *new, *rest[end:]]

    def mentions(self, node):
        return any(isinstance(n, gast.Name) and n.id in self.names for n in walk(node))

    # what is made

    def counted(self):
        """The statements that count the places, if anything asks how many there are."""
        if self.count is None:
            return []
        more = gast.AugAssign(build.target(self.count), gast.Add(), build.constant(1))
        none = build.assign(self.count, build.constant(0))
        return [gast.copy_location(none, self.node), self.nest([more])]

    def nest(self, body):
        """Loops over the mask that do something where it is true."""
        test = self.lowering.elements.of(self.mask.node, self.indices)
        if self.lowering.elements.kind(self.mask.node).dtype != "bool":
            test = build.compare(test, gast.NotEq(), build.constant(0))
        found: gast.stmt = gast.If(test, body, [])
        for index, length in reversed(list(zip(self.indices, self.mask.lengths))):
            if isinstance(index, gast.Name):
                found = build.counted(index.id, [length], [found])
                self.lowering.nests[id(found)] = found
        for new in statements(found):
            gast.copy_location(new, self.node)
        return found

    # what is there

    def block(self, body):
        """Statements without the places, or None."""
        new = [self.statement(node) for node in body]
        return None if None in new else new

    def statement(self, node):
        if not self.mentions(node):
            return node
        if isinstance(node, gast.For) and self.is_over_all(node):
            return self.loop(node)
        if isinstance(node, (gast.For, gast.While)):
            return None  # which would ask the mask in each trip
        if isinstance(node, gast.If):
            test = self.expression(node.test)
            sides = [self.block(side) for side in (node.body, node.orelse)]
            if test is None or None in sides:
                return None
            return gast.copy_location(gast.If(test, *sides), node)
        return self.expression(node)

    def expression(self, node):
        """What has no blocks, with a count of the places for their length, or None."""
        new = rewritten(node, self.number)
        return None if self.mentions(new) else new

    def number(self, node):
        """How many places there are, for the length of their array."""
        if not isinstance(node, gast.Call) or spelling(node.func) != "len":
            return None
        if getattr(node.args[0], "id", None) not in self.names:
            return None
        if self.count is None:
            self.count = self.lowering.new_name("count", INT)
        return build.name(self.count)

    def is_over_all(self, loop):
        """Whether a loop goes over all places, and its variable is its own."""
        (bound, *others) = loop.iter.args
        own = self.lowering.loops_own | set(self.lowering.pool)
        return (
            not others
            and isinstance(bound, gast.Call)
            and spelling(bound.func) == "len"
            and getattr(bound.args[0], "id", None) in self.names
            and loop.target.id in own
        )

    def loop(self, loop):
        """Loops over the mask that do what a loop over its places did, or None."""
        variable, new = loop.target.id, {}
        for name, index in zip(self.names, self.indices):
            new[_mark(name)] = index
        body = [self.marked(node, variable) for node in loop.body]
        if any(map(self.mentions, body)) or variable in names_in(*body):
            return None
        if any(isinstance(n, _ENDS) for node in body for n in statements(node)):
            return None
        kept = []
        for node in body:
            name = self.copies_place(node, body, new)
            if name is None:
                kept.append(node)
            else:
                new[name] = new[node.value.id]
        inner = self.inner_variables(kept)
        if inner is None:
            return None
        taken = {*inner.values(), *names_in(*self.indices)}
        if taken & (names_in(*kept) - inner.keys() - new.keys()):
            return None
        return self.nest([self.renamed(node, {**new, **inner}) for node in kept])

    def marked(self, node, variable):
        """A statement with a mark for each place that a loop is at."""

        def mark(node):
            is_place = isinstance(node, gast.Subscript) and (
                getattr(node.value, "id", None) in self.names
                and getattr(node.slice, "id", None) == variable
            )
            return build.name(_mark(node.value.id)) if is_place else None

        return self.same_nests(node, rewritten(node, mark))

    def renamed(self, node, new):
        return self.same_nests(node, renamed(node, new))

    def same_nests(self, old, new):
        """What stands for a statement; the loops in it that were made still count."""
        self.lowering.carry_nests(old, new)
        return new

    def copies_place(self, node, body, marks):
        """The name that a statement gives to the place that a body is at, or None."""
        if not isinstance(node, gast.Assign) or not isinstance(node.value, gast.Name):
            return None
        name = getattr(node.targets[0], "id", None)
        is_own = self.lowering.counts.get(name) == 1 and node.value.id in marks
        mentions = _mentions(body)[name] == self.tests.counts[name]
        return name if is_own and mentions else None

    def inner_variables(self, body):
        """{variable of a loop in these statements: that which loops made here have}.

        None if one has two.
        """
        found, own = {}, self.lowering.loops_own | set(self.lowering.pool)
        waiting = [(node, len(self.indices)) for node in body]
        while waiting:
            node, depth = waiting.pop()
            if isinstance(node, gast.For) and node.target.id in own:
                new = self.pool[depth]
                if found.setdefault(node.target.id, new) != new:
                    return None
                depth += 1
            sides = getattr(node, "body", []) + getattr(node, "orelse", [])
            waiting += [(n, depth) for n in sides]
        return found


def _mark(name):
    """What stands for a place for a while: no identifier."""
    return f"{name} here"


def _mentions(body):
    """How often statements mention each name."""
    return Counter(n.id for s in body for n in walk(s) if isinstance(n, gast.Name))
