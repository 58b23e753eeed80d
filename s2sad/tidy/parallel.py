"""Loops whose trips may run at once do so, where that is asked for.

for i in range(n):              becomes     for i in prange(n):
    x_bar[i] += 2.0 * x[i]                      x_bar[i] += 2.0 * x[i]

Each trip must write elements of its own, and may only add to numbers, which Numba sums
apart.  Where trips add to elements of others, there are as many parts as threads, each
with an array of its own, and these are summed in the end:

for i in range(n):          becomes     parts = get_num_threads()
    x_bar[0] += y[i]                    x_bar_parts = np.zeros((parts, x_bar.shape[0]))
                                        for p in prange(parts):
                                            for i in range(p * n // parts, ...):
                                                x_bar_parts[p, 0] += y[i]
                                        for p in range(parts):
                                            x_bar += x_bar_parts[p]

All other loops stay as they are, and the loops in them are asked.
"""

import gast

from s2sad.facts.apart import Apart
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import FLOAT, Array
from s2sad.facts.numbers import dtype_keyword, zero
from s2sad.facts.text import root
from s2sad.syntax import build
from s2sad.syntax.build import is_sum, number_of
from s2sad.syntax.names import Fresh, names_in
from s2sad.syntax.rebuilt import rebuilt
from s2sad.syntax.walk import walk


def parallel(function, known):
    """The function with its outermost loops in parallel where they may be."""
    function.body = _Parallel(function, known).block(function.body)
    return function


class _Parallel:
    def __init__(self, function, known):
        self.known, self.fresh = known, Fresh(names_in(function))
        self.apart = Apart(function, known)
        self.adding = Apart(function, known, may_add=True)

    def block(self, statements):
        out = []
        for node in statements:
            if isinstance(node, gast.If):
                node = build.with_blocks(node, self.block)
            out += (
                self.loop(node) if isinstance(node, (gast.For, gast.While)) else [node]
            )
        return out

    def loop(self, node):
        """The statements that a loop becomes."""
        if isinstance(node, gast.For) and _is_upward(node):
            if self.apart.is_apart(node):
                return [self.at_once(node, node.iter.args, node.body)]
            if self.adding.is_apart(node):
                shared = self.shared(node)
                if all(self.may_part(name, node) for name in shared):
                    return self.in_parts(node, shared)
        return [build.with_blocks(node, self.block)]

    def may_part(self, name, loop):
        """Whether a loop adds floats to an array by its name, and to no view of it."""
        kind = self.known.kinds.get(name)
        places = [n.target for n in walk(loop) if isinstance(n, gast.AugAssign)]
        return (
            isinstance(kind, Array)
            and kind.is_float
            and all(
                isinstance(getattr(place, "value", place), gast.Name)
                for place in places
                if root(place) == name
            )
        )

    def shared(self, loop):
        """The arrays to whose elements trips of a loop add, also to those of others."""
        families, around = self.apart.families, self.apart.places[id(loop)].around[::-1]
        return sorted(
            name
            for name in names_in(loop) & self.known.arrays
            if families.of(name) in self.apart.written(loop)
            and not self.apart.is_owned(families.of(name), loop, around)
        )

    def in_parts(self, loop, shared):
        """A loop in as many parts as there are threads."""
        parts, part = build.name(self.fresh("parts")), build.name(self.fresh("p"))
        rooms = {name: self.fresh(f"{name}_parts") for name in shared}
        bounds = loop.iter.args
        first = bounds[0] if len(bounds) > 1 else None
        count = bounds[1] if first else bounds[0]
        if first:
            count = build.binary(count, "-", first)
        ends = []
        for number in (part, build.binary(part, "+", build.constant(1))):
            end = build.binary(build.binary(number, "*", count), "//", parts)
            ends.append(build.binary(first, "+", end) if first else end)
        body = rebuilt(loop.body, lambda node: [_moved(node, rooms, part)])
        inner = _over(loop, "range", ends, body)
        outer = build.counted(part.id, [parts], [inner])
        sums = [
            gast.AugAssign(
                build.target(name), gast.Add(), build.subscript(build.name(room), part)
            )
            for name, room in rooms.items()
        ]
        return [
            build.assign(parts.id, build.call("get_num_threads")),
            *(self.room(name, room, parts) for name, room in rooms.items()),
            self.at_once(outer, [parts], [inner]),
            build.counted(part.id, [parts], sums),
        ]

    def at_once(self, loop, bounds, body):
        """A loop over prange; Numba sums a number that one statement adds to."""
        begun, ended, parts = [], [], {}
        for name in sorted(_summed_often(body) - self.known.arrays):
            parts[name] = part = self.fresh(f"{name}_part")
            kind = self.known.kinds.get(name)
            begun.append(build.assign(part, zero(kind or FLOAT)))
            ended.append(build.augment(name, "+", build.name(part)))

        def apart(node):
            if is_sum(node) and getattr(node.target, "id", None) in parts:
                place = build.target(parts[node.target.id])
                new = gast.AugAssign(place, node.op, node.value)
                return [gast.copy_location(new, node)]
            return [node]

        return _over(loop, "prange", bounds, [*begun, *rebuilt(body, apart), *ended])

    def room(self, name, room, parts):
        """The statement that makes one array for each part."""
        kind = self.known.kinds[name]
        shape = build.attribute(name, "shape")
        axes = [build.subscript(shape, build.constant(n)) for n in range(kind.rank)]
        more = dtype_keyword(kind.dtype).values()
        made = build.call("np.zeros", build.tuple_of([parts, *axes]), *more)
        return build.assign(room, made)


def _is_upward(loop):
    bounds = loop.iter.args
    return len(bounds) < 3 or number_of(bounds[2]) == 1


def _over(loop, word, bounds, body):
    new = gast.For(loop.target, build.call(word, *bounds), body, [], None)
    return gast.copy_location(new, loop)


def _summed_often(body):
    """The numbers that several statements add to, but those that a trip sets."""
    counts, found = {}, set()
    for node in (n for statement in body for n in walk(statement)):
        if is_sum(node) and isinstance(node.target, gast.Name):
            name = node.target.id
            counts[name] = counts.get(name, 0) + 1
            if counts[name] > 1:
                found.add(name)
    own = {
        node.targets[0].id
        for node in (n for statement in body for n in walk(statement))
        if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name)
    }
    return found - own


def _moved(node, rooms, part):
    """A statement that adds to an array, adding to that of its part."""
    if not isinstance(node, gast.AugAssign) or root(node.target) not in rooms:
        return node
    place = node.target
    items = index_items(place) if isinstance(place, gast.Subscript) else []
    room = build.name(rooms[root(place)])
    place = build.stored(build.subscript(room, part, *items))
    return gast.copy_location(gast.AugAssign(place, node.op, node.value), node)
