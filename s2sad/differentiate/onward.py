"""The forward sweep: the function's statements, with what the way back needs saved."""

import gast

from s2sad.facts.calls import is_pop
from s2sad.facts.effects import base_name, shared_name
from s2sad.facts.kinds import Scalar, Stack
from s2sad.facts.numbers import dtype_keyword, zero
from s2sad.facts.regions import defined
from s2sad.syntax import build
from s2sad.syntax.walk import walk


class Onward:
    """Writes the forward sweep of one function."""

    def __init__(self, reversal):
        self.reversal = reversal
        self.plan, self.tree, self.plain = reversal.plan, reversal.tree, reversal.plain
        self.kinds, self.activity = reversal.kinds, reversal.activity
        self.bar_name = reversal.bar_name

    def forward(self, region, scope):
        """The statements of a region, with the saves that the sweep back needs."""
        out = []
        for node in region.statements:
            out.extend(self.forward_statement(node, scope))
        return out

    def forward_statement(self, node, scope):
        if self.counts_for_nothing(node):
            return []
        if scope.owner is not None:
            if id(node) in self.plan.again.steps(scope.owner):
                return []
            if id(node) not in self.plan.again.rerun[
                id(scope.owner)
            ] and not self.holds_kept(node, scope):
                return []
        own = self.plan.sweep.scope(self.tree.region_of(node)) is scope
        before = self.plan.stores.before.get(id(node), []) if own else []
        after = self.plan.stores.after.get(id(node), []) if own else []
        allocations = self.allocations(node) if own else []
        return [
            *allocations,
            *(self.reversal.saving(save) for save in before),
            self.forward_node(node, scope),
            *self.bound_beside(node),
            *(self.reversal.saving(save) for save in after),
        ]

    def counts_for_nothing(self, node):
        """Whether a statement counts the trips of a loop that no sweep goes back."""
        return any(
            name in self.reversal.counts.values()
            and not self.plan.needs.needs.get(name)
            for name in defined(node, self.plain)
        )

    def bound_beside(self, node):
        """Adjoints of arrays that change their names are bound in the forward sweep."""
        if isinstance(node, gast.Expr):
            return self.appended_beside(node.value)
        names = defined(node, self.plain)
        born = [
            build.assign(
                self.bar_name(name), build.call("np.zeros_like", build.name(name))
            )
            for name in names
            if name in self.plan.births.beside
        ]
        if isinstance(node, gast.For) or not any(
            map(self.plan.births.is_rebound, names)
        ):
            return born
        (place,) = node.targets
        if isinstance(place, gast.Tuple) and isinstance(node.value, gast.Tuple):
            given = [build.name(self.bar_name(item.id)) for item in node.value.elts]
            return [
                build.assign([self.bar_name(n) for n in names], build.tuple_of(given))
            ]
        return born + [
            build.assign(self.bar_name(name), self.shadow_of(name, node.value))
            for name in names
            if self.plan.births.is_rebound(name) and name not in self.plan.births.beside
        ]

    def appended_beside(self, call):
        """A list of arrays has a list of their adjoints beside it."""
        func = getattr(call, "func", None)
        if not isinstance(func, gast.Attribute) or func.attr != "append":
            return []
        stack, (value,) = func.value.id, call.args
        if not self.plan.births.is_rebound(stack):
            return []
        bar = self.shadow_of_value(value)
        return [gast.Expr(build.call(f"{self.bar_name(stack)}.append", bar))]

    def shadow_of(self, name, value):
        if isinstance(self.kinds[name], Stack):
            return gast.List([], gast.Load())
        if is_pop(value):
            stack = self.bar_name(base_name(value.func.value))
            return build.call(f"{stack}.pop")
        if shared_name(value, self.plain.kinds) is not None:
            return self.shadow_of_value(value)
        return build.call("np.zeros_like", build.name(name))

    def shadow_of_value(self, value):
        """The adjoint of an array that has a name; nobody's, if that has no adjoint."""
        if base_name(value) in self.activity.active:
            return self.reversal.shadow_view(value)
        return build.call("np.zeros_like", value)

    def holds_kept(self, node, scope):
        return any(
            id(child) in self.plan.again.rerun[id(scope.owner)]
            for child in walk(node)
            if isinstance(child, gast.stmt)
        )

    def forward_node(self, node, scope):
        bodies = self.tree.bodies.get(id(node))
        if bodies is None:
            return node
        if isinstance(node, gast.If):
            body, orelse = (self.forward(b, scope) for b in bodies)
            new = gast.If(node.test, body or [gast.Pass()], orelse)
        else:
            new = build.with_body(node, self.forward(bodies[0], scope) or [gast.Pass()])
        return gast.copy_location(new, node)

    def allocations(self, node):
        """What is made before a statement: where a loop nest saves, first values."""
        rooms = {
            save.store: self.room(save)
            for save in self.reversal.saves()
            if save.loops and save.loops[0] is node
        }
        begun = {
            name: self.beginning(kind)
            for name, kind in self.plan.stores.begun.get(id(node), {}).items()
        }
        return [build.assign(n, value) for n, value in (begun | rooms).items()]

    def beginning(self, kind):
        """The value of a name that is saved before it has one."""
        if isinstance(kind, Scalar):
            return zero(kind)
        if isinstance(kind, Stack):
            return gast.List([], gast.Load())
        return self.empty(kind.dtype, [build.constant(0)] * kind.rank)

    def room(self, save):
        if save.container == "list":
            return gast.List([], gast.Load())
        return self.empty(save.kind.dtype, save.sizes)

    def empty(self, dtype, sizes):
        shape = sizes[0] if len(sizes) == 1 else build.tuple_of(sizes)
        return build.call("np.empty", shape, **dtype_keyword(dtype))
