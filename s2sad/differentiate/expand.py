"""Arrays that each trip of a loop fills anew get a row for each trip.

for k in range(m):                  becomes     for k in range(m):
    for j in range(d):                              for j in range(d):
        z[j] = x[k, j] - c[j]                           z[k, j] = x[k, j] - c[j]
    s[k] = norm(z)                                  s[k] = norm(z[k])

So nothing is overwritten that the sweep back reads (scalar and array expansion, Padua
and Wolfe, 1986). Adjoints keep their old shape: they carry nothing from trip to trip.
"""

import copy
from dataclasses import dataclass, replace

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.infer import index_items
from s2sad.facts.kinds import Array
from s2sad.facts.shapes import axis_of
from s2sad.syntax import build
from s2sad.syntax.names import names_in, rewritten


@dataclass
class Expansion:
    """An array, the loops whose trips give it new axes, and its shapes."""

    name: str
    loops: list
    sizes: list
    items: list


def expansions(sweep, wanted):
    """{name: Expansion, or None} of wanted arrays that the trips of a loop fill anew.

    None stands for those whose lengths are not known where they are made.
    """
    tree, private = sweep.tree, sweep.private
    found = {}
    for class_name, writes in tree.writes.items():
        name = private.array_of(class_name)
        if name not in wanted:
            continue
        loops = [_own_loops(sweep, class_name, write) for write in writes]
        if not any(loops):
            continue
        is_one = all([*map(id, own)] == [*map(id, loops[0])] for own in loops)
        found[name] = _measured(sweep, name, loops[0]) if is_one else None
    return found


def _own_loops(sweep, class_name, write):
    """The saving loops around a write whose trips use the array as their own."""
    tree, private, own = sweep.tree, sweep.private, []
    for loop in reversed(tree.loops_around(write)):
        is_private = private.is_private(class_name, loop)
        if id(loop) in sweep.independent:
            if is_private:
                break
        elif is_private and not _has_own_elements(write, loop):
            own.append(loop)
    return own[::-1]


def _has_own_elements(write, loop):
    """Whether a statement writes another element in each trip of a loop."""
    place = write.targets[0] if isinstance(write, gast.Assign) else None
    place = write.target if isinstance(write, gast.AugAssign) else place
    return (
        isinstance(loop, gast.For)
        and isinstance(place, gast.Subscript)
        and any(
            isinstance(item, gast.Name) and item.id == loop.target.id
            for item in index_items(place)
        )
    )


def _measured(sweep, name, loops):
    """The expansion with its sizes, or None if they are not known where it begins."""
    tree, extents, private = sweep.tree, sweep.private.extents, sweep.private
    counted = [sweep.trips.counted(loop, loops[0]) for loop in loops]
    (birth,) = tree.defs[name]
    items = _shape_items(birth.value, sweep.plain.kinds)
    strangers = [
        node
        for node in tree.statements
        if not tree.inside(node, loops[-1]) and private.mentions(node, name)
    ]
    if None in counted or items is None or strangers != [birth]:
        return None
    sizes = [size for size, _ in counted]
    names = names_in(*sizes, *items) - {"len", "np"}
    first = tree.order[id(birth)]
    is_known = all(
        extents.is_constant(n)
        and all(tree.order[id(d)] < first for d in tree.defs.get(n, []))
        for n in names
    )
    return Expansion(name, loops, sizes, items) if is_known else None


def _shape_items(value, kinds):
    """The lengths that a new array is made with, as expressions; None if unclear."""
    if not isinstance(value, gast.Call) or not value.args:
        return None
    word = spelling(value.func)
    if word in ("np.empty", "np.zeros", "np.ones") and not value.keywords:
        shape = value.args[0]
        return shape.elts if isinstance(shape, gast.Tuple) else [shape]
    if word in ("np.empty_like", "np.zeros_like", "np.ones_like"):
        source = value.args[0]
        kind = kinds.get(getattr(source, "id", None))
        if isinstance(kind, Array) and kind.dtype == "float64":
            return _lengths(source, kind.rank)
    return None


def _lengths(source, rank):
    if rank == 1:
        return [build.call("len", source)]
    shape = build.attribute(source, "shape")
    return [build.subscript(shape, build.constant(axis)) for axis in range(rank)]


def expanded(plain, counts, found, earlier):
    """(the function with its arrays expanded, its counted loops).

    `earlier` are expansions that were made before: lengths that they took from arrays
    which get rows now are lengths of what these were made like.
    """
    expander = _Expander(plain, counts, found)
    for _ in found:
        for made in [*found.values(), *earlier.values()]:
            made.sizes = [expander.in_rows(size, {}) for size in made.sizes]
            made.items = [expander.in_rows(item, {}) for item in made.items]
    return expander.function()


class _Expander:
    def __init__(self, plain, counts, found):
        self.plain, self.counts, self.found = plain, counts, found
        self.new_counts = {}

    def function(self):
        kinds = dict(self.plain.kinds)
        for name, expansion in self.found.items():
            kind, count = kinds[name], len(expansion.loops)
            ones = (*([False] * count), *kind.ones)
            kinds[name] = Array(kind.dtype, kind.rank + count, ones)
        new = copy.copy(self.plain.node)
        new.body = self.block(new.body, {})
        return replace(self.plain, node=new, kinds=kinds), self.new_counts

    def block(self, statements, rows):
        return [self.statement(node, rows) for node in statements]

    def statement(self, node, rows):
        """A statement with rows of arrays; `rows`: {name: variables of its loops}."""
        if isinstance(node, (gast.For, gast.While)):
            return self.loop(node, rows)
        if isinstance(node, gast.If):
            test = self.in_rows(node.test, rows)
            body, orelse = (self.block(b, rows) for b in (node.body, node.orelse))
            return gast.copy_location(gast.If(test, body, orelse), node)
        name = getattr(node.targets[0], "id", None) if _is_assign(node) else None
        if name in self.found:
            expansion = self.found[name]
            shape = build.tuple_of([*expansion.sizes, *expansion.items])
            return gast.copy_location(
                build.assign(name, build.call("np.empty", shape)), node
            )
        return self.in_rows(node, rows)

    def loop(self, node, rows):
        inner = dict(rows)
        for name, expansion in self.found.items():
            if any(loop is node for loop in expansion.loops):
                inner[name] = [*rows.get(name, []), node.target.id]
        body = self.block(node.body, inner)
        if isinstance(node, gast.For):
            head = self.in_rows(node.iter, rows)
            new = gast.For(node.target, head, body, [], None)
        else:
            new = gast.While(self.in_rows(node.test, inner), body, [])
        if id(node) in self.counts:
            self.new_counts[id(new)] = self.counts[id(node)]
        return gast.copy_location(new, node)

    def in_rows(self, tree, rows):
        """A copy of a tree in which expanded arrays stand with their rows."""
        return rewritten(tree, lambda node: self.in_row(node, rows))

    def in_row(self, node, rows):
        """What stands for an expanded array, an element or a length of it; or None."""
        length = self.length(node)
        if length is not None:
            return length
        base = node.value if isinstance(node, gast.Subscript) else node
        row = _row(base, rows)
        if row is None:
            return None
        items = index_items(node) if base is not node else []
        items = [self.in_rows(item, rows) for item in items]
        loaded = gast.Name(base.id, gast.Load(), None, None)
        made = build.subscript(loaded, *row, *items)
        return gast.copy_location(
            gast.Subscript(made.value, made.slice, node.ctx), node
        )

    def length(self, node):
        """The old length of an axis of an array with rows, if a node asks for it."""
        axis = axis_of(node, self.plain.kinds)
        if axis is None or axis[0] not in self.found:
            return None
        return self.found[axis[0]].items[axis[1]]


def _is_assign(node):
    return isinstance(node, gast.Assign)


def _row(node, rows):
    """The variables that pick the row of an array, if a node is its name."""
    if isinstance(node, gast.Name) and node.id in rows:
        return [build.name(variable) for variable in rows[node.id]]
    return None


def contracted(lines, bars):
    """Adjoint lines without the rows of adjoints; `bars`: {name: count of axes}."""
    if not bars:
        return lines
    return [rewritten(line, lambda node: _contract(node, bars)) for line in lines]


def _contract(node, bars):
    """`z_bar[k, j]` as `z_bar[j]`; None for all else."""
    name = node.value if isinstance(node, gast.Subscript) else None
    if not isinstance(name, gast.Name) or name.id not in bars:
        return None
    items = index_items(node)[bars[name.id] :]
    if not items:
        return gast.Name(name.id, node.ctx, None, None)
    made = build.subscript(name, *items)
    return gast.Subscript(made.value, made.slice, node.ctx)
