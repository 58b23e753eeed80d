"""What depends on the inputs that are differentiated, and what the results depend on.

A name is varied if its value depends on an active input, useful if a result depends on
it, active if both (Griewank and Walther, Evaluating Derivatives, section 6.2).
"""

import contextlib

import gast

from s2sad.facts import linear
from s2sad.facts.effects import Classes, base_name
from s2sad.facts.infer import Look, NoKind, kind_of
from s2sad.facts.kinds import Array, Scalar, Stack
from s2sad.facts.written import written_parameters
from s2sad.rules import rounding, table
from s2sad.syntax import build
from s2sad.syntax.walk import statements


class Activity:
    """Varied and active names of a function for active parameters."""

    def __init__(self, plain, active, useful_parameters=None, seen=(), known=None):
        self.known = {} if known is None else known
        self.plain = plain
        self.classes = Classes(plain)
        self.kinds = plain.call_kinds()
        self.seen = (*seen, (plain.name, frozenset(active)))
        self.families = self.float_families()
        # {id of a node: (it, its sources)} while nothing changes the function
        self.found = {}
        # {name: the name of its adjoint}, which the reverse pass fills in.
        self.bar_names = {}
        self.varied = set()
        for parameter in active:
            self.mark(self.varied, parameter)
        flows = [n for n in statements(plain.node) if isinstance(n, _FLOWS)]
        # they come from the end to the start
        self.spread(self.flow_forward, flows[::-1])
        self.useful = set()
        for name in self.plain.parameters if useful_parameters is None else ():
            if name in written_parameters(plain):
                self.mark(self.useful, name)
        for name in useful_parameters or ():
            self.mark(self.useful, name)
        self.spread(self.flow_backward, flows)
        self.found = None

    @property
    def active(self):
        return self.varied & self.useful

    def spread(self, flow, nodes):
        while any([flow(node) for node in nodes]):
            pass

    def float_families(self):
        """{class of memory: the names of arrays of floats that may share it}."""
        found = {}
        for name, kind in self.plain.kinds.items():
            if isinstance(kind, (Array, Stack)) and _is_float(kind):
                found.setdefault(self.classes.of(name), set()).add(name)
        return found

    def mark(self, names, name):
        """Add a name and all that may share its memory; whether that was new."""
        kind = self.plain.kinds.get(name)
        if isinstance(kind, (Array, Stack)):
            family = self.families.get(self.classes.of(name), set())
        else:
            family = {name} if _is_float(kind) else set()
        new = family - names
        names |= new
        return bool(new)

    def is_varied(self, node):
        """Whether the derivative of an expression may differ from zero."""
        return self.depends(node, self.varied)

    def is_active(self, node):
        return self.depends(node, self.varied) and self.depends(node, self.active)

    def depends(self, node, names):
        return not names.isdisjoint(self.sources(node))

    def sources(self, node):
        """The names through which a derivative flows into an expression."""
        if self.found is None:
            return self.sources_of(node)
        found = self.found.get(id(node))
        if found is None:
            # the node is kept as well: no other can have its id
            found = self.found[id(node)] = (node, self.sources_of(node))
        return found[1]

    @contextlib.contextmanager
    def looking(self):
        """While a statement stays as it is, what its parts depend on is found once."""
        around = self.found, self.kinds
        self.found, self.kinds = {}, Look(self.kinds)
        try:
            yield
        finally:
            self.found, self.kinds = around

    def sources_of(self, node):
        """The same, of a node that is looked at for the first time."""
        if isinstance(node, gast.Name):
            return {node.id}
        if isinstance(node, gast.AugAssign):
            return self.rule_sources(
                gast.BinOp(build.loaded(node.target), node.op, node.value)
            )
        if isinstance(node, gast.Subscript):
            return self.sources(node.value)
        if isinstance(node, (gast.Tuple, gast.List)):
            return set().union(*(self.sources(item) for item in node.elts), set())
        if isinstance(node, gast.IfExp):
            return self.sources(node.body) | self.sources(node.orelse)
        if isinstance(node, gast.Call):
            return self.call_sources(node)
        if isinstance(node, (gast.BinOp, gast.UnaryOp, gast.Attribute)):
            return self.rule_sources(node)
        return set()

    def rule_sources(self, node):
        found = self.find(node)
        if found is None:
            return self.unruled_sources(node)
        if found[0].is_constant:
            return set()
        operands = found[0].operands(node)
        return set().union(
            *(self.sources(operands[p]) for p in found[0].adjoints), set()
        )

    def find(self, node):
        """(rule, library column) of an operation, or None."""
        if not isinstance(node, (gast.BinOp, gast.UnaryOp, gast.Attribute, gast.Call)):
            return None
        try:
            return table.find(node, lambda item: kind_of(item, self.kinds))
        except NoKind:
            return None

    def unruled_sources(self, node):
        """Of an operation without a rule: all it reads, unless it has no derivative.

        It is refused when its derivative is written, never taken for a constant; but
        counts, indices and truth values are constant between their jumps.
        """
        if isinstance(node, gast.Attribute):
            return set()
        if isinstance(node, gast.Call) and is_inactive(table.spelling(node.func)):
            return set()
        if self.is_counted(node):
            return set()
        operands = table.operands_of(node)
        return set().union(*(self.sources(item) for item in operands), set())

    def is_counted(self, node):
        """Whether the value of an operation is surely an integer or a truth value."""
        try:
            kind = kind_of(node, self.kinds)
        except NoKind:
            return False
        return isinstance(kind, (Scalar, Array)) and not kind.is_float

    def call_sources(self, node):
        callee = self.callee(node)
        if callee is not None:
            return set().union(*(self.sources(item) for item in node.args), set())
        if linear.is_linear(node):
            return set().union(*(self.sources(x) for x, _ in linear.pairs_of(node)))
        if isinstance(node.func, gast.Attribute) and node.func.attr in ("copy", "pop"):
            if table.spelling(node.func) != "np.copy":
                return self.sources(node.func.value)
        name = table.spelling(node.func)
        if name in ("np.array",):
            return self.sources(node.args[0])
        return self.rule_sources(node)

    def callee(self, node):
        if isinstance(node, gast.Call) and isinstance(node.func, gast.Name):
            return self.plain.callees.get(node.func.id)
        return None

    def callee_activity(self, callee, call):
        """The Activity of a callee for the arguments that are varied here."""
        active = self.active_parameters(callee, call, self.varied)
        key = (callee.name, frozenset(active))
        if key in self.seen:
            return None
        if key not in self.known:
            self.known[key] = Activity(callee, active, None, self.seen, self.known)
        return self.known[key]

    def active_parameters(self, callee, call, names):
        return [
            parameter
            for parameter, item in zip(callee.parameters, call.args)
            if self.depends(item, names) and _is_float(callee.kinds[parameter])
        ]

    # forward

    def flow_forward(self, node):
        if isinstance(node, gast.Assign):
            return self.assigned(node)
        if isinstance(node, gast.AugAssign):
            if self.is_varied(node):
                return self.mark(self.varied, base_name(node.target))
        if isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
            return self.called(node.value)
        return False

    def assigned(self, node):
        (target,) = node.targets
        callee = self.callee(node.value)
        changed = self.called(node.value) if callee else False
        if callee is not None:
            inner = self.callee_activity(callee, node.value)
            flags = [True] * len(callee.result_kinds)
            if inner is not None:
                flags = inner.varied_results()
            elements = target.elts if isinstance(target, gast.Tuple) else [target]
            for item, flag in zip(elements, flags):
                if flag:
                    changed |= self.mark(self.varied, base_name(item))
        elif isinstance(target, gast.Tuple):
            for item, value in zip(target.elts, node.value.elts):
                if self.is_varied(value):
                    changed |= self.mark(self.varied, item.id)
        elif self.is_varied(node.value):
            changed |= self.mark(self.varied, base_name(target))
        return changed

    def called(self, call):
        """What a call writes: varied if the callee makes it so."""
        if isinstance(call.func, gast.Attribute) and call.func.attr == "append":
            if self.is_varied(call.args[0]):
                return self.mark(self.varied, call.func.value.id)
            return False
        callee = self.callee(call)
        if callee is None:
            return False
        inner = self.callee_activity(callee, call)
        if inner is None:  # what a recursion adds is found where others call it
            return False
        changed = False
        for parameter in written_parameters(callee):
            place = call.args[callee.parameters.index(parameter)]
            if parameter in inner.varied and base_name(place):
                changed |= self.mark(self.varied, base_name(place))
        return changed

    def varied_results(self):
        """For each value returned, whether it is varied."""
        returned = self.returned()
        return [self.is_varied(value) for value in returned]

    def returned(self):
        """The expressions that this function returns."""
        body = self.plain.node.body
        if not body or not isinstance(body[-1], gast.Return):
            return []
        value = body[-1].value
        return list(value.elts) if isinstance(value, gast.Tuple) else [value]

    # backward

    def flow_backward(self, node):
        if isinstance(node, gast.Return):
            return self.use(node.value)
        if isinstance(node, gast.Assign):
            (target,) = node.targets
            if isinstance(target, gast.Tuple) and isinstance(node.value, gast.Tuple):
                return any(
                    [
                        self.use(value)
                        for item, value in zip(target.elts, node.value.elts)
                        if item.id in self.useful
                    ]
                )
            elements = target.elts if isinstance(target, gast.Tuple) else [target]
            if any(base_name(item) in self.useful for item in elements):
                return self.use(node.value)
            return self.used_by_writes(node.value)
        if isinstance(node, gast.AugAssign) and base_name(node.target) in self.useful:
            return self.use(node.value)
        if isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
            return self.used_by_writes(node.value)
        return False

    def use(self, node):
        changed = False
        for name in self.sources(node):
            changed |= self.mark(self.useful, name)
        return changed

    def used_by_writes(self, node):
        if not isinstance(node, gast.Call):
            return False
        if isinstance(node.func, gast.Attribute):
            is_append = node.func.attr == "append"
            if is_append and base_name(node.func.value) in self.useful:
                return self.use(node.args[0])
            return False
        callee = self.callee(node)
        if callee is None:
            return False
        for parameter in written_parameters(callee):
            place = node.args[callee.parameters.index(parameter)]
            if base_name(place) in self.useful:
                return self.use(node)
        return False


def is_inactive(name):
    """Whether a call's result never varies: a count, an index, a truth value."""
    canonical = {word for word, _ in table.spellings().get(name, [])}
    return name in _INACTIVE or bool(canonical & set(rounding.INACTIVE))


_INACTIVE = {
    *("len", "int", "bool", "range", "isinstance", "print"),
    *("np.zeros", "np.empty", "np.ones", "np.eye", "np.int64"),
    *("np.zeros_like", "np.empty_like", "np.ones_like"),
    *("np.argmax", "np.argmin", "np.argsort", "np.flatnonzero"),
}


_FLOWS = (gast.Assign, gast.AugAssign, gast.Expr, gast.Return)


def _is_float(kind):
    if isinstance(kind, Stack):
        return kind.item is not None and _is_float(kind.item)
    return isinstance(kind, (Scalar, Array)) and kind.is_float
