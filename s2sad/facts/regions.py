"""Where statements stand: blocks, loops around them, who defines and reads what."""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.effects import Classes, base_name, shared_name
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.written import written_names
from s2sad.syntax.names import names_in, reads
from s2sad.syntax.walk import children, walk

_SHAPE_CALLS = {"len", "np.zeros_like", "np.empty_like", "np.ones_like"}
_SHAPE_WORDS = {"shape", "size", "ndim"}


def is_swap(node):
    """Whether a statement lets names change places: `u, v = v, u`."""
    return isinstance(node, gast.Assign) and isinstance(node.value, gast.Tuple)


class Region:
    """A block of statements: a function's, a branch's or a loop's body."""

    def __init__(self, statements, owner=None, parent=None):
        self.statements = statements
        self.owner = owner
        self.parent = parent
        self.is_loop = isinstance(owner, (gast.For, gast.While))


class Tree:
    """The regions of a function and the place of every statement in them."""

    def __init__(self, plain):
        self.plain = plain
        self.classes = Classes(plain)
        self.place, self.order, self.bodies = {}, {}, {}
        self.statements, self.headers, self.anew = [], {}, {}
        self.root = self.region(plain.node.body, None, None)
        self.defs = {}
        self.writes = {}
        for node in self.statements:
            for name in defined(node, plain):
                self.defs.setdefault(name, []).append(node)
            for name in written_names(node, plain):
                self.writes.setdefault(self.classes.of(name), []).append(node)

    def reads_of(self, node):
        """(names, arrays whose contents) that a statement itself reads."""
        found = self.headers.get(id(node))
        if found is None:
            found = Reads(self.plain.kinds).of(*header_reads(node))
            if id(node) in self.place:
                self.headers[id(node)] = found
        return found

    def region(self, statements, owner, parent):
        region = Region(statements, owner, parent)
        for index, node in enumerate(statements):
            self.place[id(node)] = (region, index)
            self.order[id(node)] = len(self.statements)
            self.statements.append(node)
            if isinstance(node, gast.If):
                self.bodies[id(node)] = [
                    self.region(node.body, node, region),
                    self.region(node.orelse, node, region),
                ]
            elif isinstance(node, (gast.For, gast.While)):
                self.bodies[id(node)] = [self.region(node.body, node, region)]
        return region

    def region_of(self, node):
        return self.place[id(node)][0]

    def chain(self, node):
        """[(region, index)] from the function's block down to a statement."""
        found = []
        while node is not None:
            region, index = self.place[id(node)]
            found.append((region, index))
            node = region.owner
        return found[::-1]

    def common(self, nodes):
        """The innermost region that holds all these statements."""
        chains = [[region for region, _ in self.chain(node)] for node in nodes]
        shared = None
        for level in zip(*chains):
            if all(region is level[0] for region in level):
                shared = level[0]
            else:
                break
        return shared

    def index_in(self, node, region):
        """The index of the statement of `region` that is or holds `node`."""
        for found, index in self.chain(node):
            if found is region:
                return index
        return None

    def loops_around(self, node):
        """The loops that hold a statement, outermost first."""
        return [region.owner for region, _ in self.chain(node) if region.is_loop]

    def inside(self, node, compound):
        """Whether a statement stands in a compound one, or is it."""
        while node is not None:
            if node is compound:
                return True
            node = self.region_of(node).owner
        return False

    def last_order(self, node):
        """The order of the last statement inside a statement."""
        last = self.order[id(node)]
        for body in self.bodies.get(id(node), []):
            for child in body.statements:
                last = max(last, self.last_order(child))
        return last

    def writes_between(self, class_name, first, last):
        """The statements of this order range that write into a class."""
        return [
            node
            for node in self.writes.get(class_name, [])
            if first <= self.order[id(node)] <= last
        ]

    def defs_between(self, name, first, last):
        return [
            node
            for node in self.defs.get(name, [])
            if first <= self.order[id(node)] <= last
        ]

    def loops_around_defs(self, name):
        """The loops that hold a definition of a name."""
        defs = self.defs.get(name, [])
        return [loop for node in defs for loop in self.loops_around(node)]

    def view_base(self, name):
        """The name whose memory a name always is a view of, or None."""
        (definition, *others) = self.defs[name]
        if others or not isinstance(self.plain.kinds[name], Array):
            return None
        if isinstance(definition, gast.Assign) and not isinstance(
            definition.targets[0], gast.Tuple
        ):
            return shared_name(definition.value, self.plain.kinds)
        return None

    def is_set_before(self, node, region, defs):
        """Whether a block, once begun, runs a definition before it reaches a statement.

        If not, what is read there may come from an earlier trip of a loop.
        """
        is_inside = False
        for block, index in self.chain(node):
            is_inside = is_inside or block is region
            if is_inside and any(
                self.assigns(n, defs) for n in block.statements[:index]
            ):
                return True
        return False

    def is_set_anew(self, name, loop):
        """Whether each trip of a loop gives a name a value before it mentions it."""
        key = name, id(loop)
        if key not in self.anew:
            defs = self.defs.get(name, [])
            self.anew[key] = bool(defs) and all(self.inside(d, loop) for d in defs)
            self.anew[key] &= all(
                self.is_set_before(node, self.bodies[id(loop)][0], defs)
                for node in self.statements
                if self.inside(node, loop) and self.touches(node, name, defs)
            )
        return self.anew[key]

    def touches(self, node, name, defs):
        """Whether a statement reads a name, or writes into what it holds."""
        is_definition = any(node is d for d in defs)
        is_written = name in written_names(node, self.plain) and not is_definition
        return is_written or any(name in names_in(part) for part in header_reads(node))

    def assigns(self, node, defs):
        """Whether a statement surely runs one of these definitions, or raises."""
        if any(node is d for d in defs):
            return True
        if isinstance(node, gast.If):
            return all(
                any(self.assigns(child, defs) for child in branch) or _raises(branch)
                for branch in (node.body, node.orelse)
            )
        return False


def _raises(branch):
    return bool(branch) and isinstance(branch[-1], gast.Raise)


def defined(node, plain):
    """The names that a statement itself binds (not those it writes into)."""
    if isinstance(node, gast.Assign):
        (place,) = node.targets
        items = place.elts if isinstance(place, gast.Tuple) else [place]
        return [item.id for item in items if isinstance(item, gast.Name)]
    if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
        if not isinstance(plain.kinds.get(node.target.id), Array):
            return [node.target.id]
    if isinstance(node, gast.For):
        return [node.target.id]
    return []


def header_reads(node):
    """The expressions that a statement itself reads, not those in its blocks."""
    if isinstance(node, (gast.If, gast.While)):
        return [node.test]
    if isinstance(node, gast.For):
        return list(node.iter.args)
    if isinstance(node, gast.Assign):
        places = [t for t in node.targets if isinstance(t, gast.Subscript)]
        return [node.value, *(p.slice for p in places)]
    if isinstance(node, gast.AugAssign):
        inner = [node.target.slice] if isinstance(node.target, gast.Subscript) else []
        return [node.value, *inner]
    if isinstance(node, (gast.Return, gast.Expr)):
        return [node.value]
    if isinstance(node, gast.Assert):
        return [node.test]
    return []


def indices_in(node):
    """The indices of all subscripts in a tree."""
    return [n.slice for n in walk(node) if isinstance(n, gast.Subscript)]


class Reads:
    """What expressions read: names, and of arrays whether their contents."""

    def __init__(self, kinds):
        self.kinds = kinds

    def of(self, *nodes):
        """(names whose value or binding is read, arrays whose contents are)."""
        names, contents = set(), set()
        for node in nodes:
            self.visit(node, names, contents)
        return names, contents

    def visit(self, node, names, contents):
        if isinstance(node, gast.Name):
            if isinstance(node.ctx, gast.Load) and node.id in self.kinds:
                names.add(node.id)
                if isinstance(self.kinds[node.id], (Array, Stack)):
                    contents.add(node.id)
            return
        if self.is_shape(node):
            names |= {n for n in reads(node) if n in self.kinds}
            for index in indices_in(node):  # `len(x[k])` reads the elements of k
                self.visit(index, names, contents)
            return
        if isinstance(node, gast.Call) and isinstance(node.func, gast.Name):
            for child in [*node.args, *node.keywords]:
                self.visit(child, names, contents)
            return
        for child in children(node):
            self.visit(child, names, contents)

    def is_shape(self, node):
        if isinstance(node, gast.Attribute) and node.attr in _SHAPE_WORDS:
            return base_name(node.value) in self.kinds
        if not isinstance(node, gast.Call) or spelling(node.func) not in _SHAPE_CALLS:
            return False
        # how long a list is changes with what it holds
        return not any(isinstance(self.kinds.get(n), Stack) for n in reads(node))
