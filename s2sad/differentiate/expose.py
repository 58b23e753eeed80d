"""Names for the subexpressions that derivatives read, statements for active choices.

s += np.exp(x) * y          becomes     exp_x = np.exp(x)
                                        s += exp_x * y
"""

import copy
from collections.abc import Set
from dataclasses import replace

import gast

from s2sad.facts import linear
from s2sad.facts.effects import base_name
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Array
from s2sad.facts.nouns import noun
from s2sad.rules import table
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import Fresh, names_in, reads


def expose(plain, activity, reads_result, rebound: Set = frozenset()):
    """The function with names for what its derivative reads more than once.

    `reads_result(rule, wanted parameters)` says whether a rule's lines read its result;
    `rebound` holds the names whose value is gone when the lines run.
    """
    return _Exposer(plain, activity, reads_result, rebound).function()


class _Exposer:
    def __init__(self, plain, activity, reads_result, rebound):
        self.rebound = rebound
        self.plain, self.activity = plain, activity
        self.reads_result = reads_result
        self.kinds = dict(plain.call_kinds())
        self.new_kinds = dict(plain.kinds)
        self.fresh = Fresh(names_in(plain.node) | set(plain.callees))
        self.out = []

    def function(self):
        node = copy.copy(self.plain.node)
        node.body = self.block(node.body)
        return replace(self.plain, node=node, kinds=self.new_kinds)

    def block(self, statements):
        saved, self.out = self.out, []
        for node in statements:
            start = len(self.out)
            self.statement(node)
            for new in self.out[start:]:
                build.located(new, node)
        saved, self.out = self.out, saved
        return saved

    def statement(self, node):
        if build.has_blocks(node):
            self.out.append(build.with_blocks(node, self.block))
        else:
            with self.activity.looking():
                self.line(node)

    def line(self, node):
        """A statement that is no block."""
        if isinstance(node, gast.Assign):
            self.assigned(node)
        elif isinstance(node, gast.AugAssign):
            value = self.operand(node.value, isinstance(node.op, (gast.Add, gast.Sub)))
            self.out.append(gast.AugAssign(node.target, node.op, value))
        elif isinstance(node, gast.Return):
            self.returned(node)
        elif isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
            self.out.append(gast.Expr(self.arguments(node.value)))
        else:
            self.out.append(node)

    def assigned(self, node):
        (place,) = node.targets
        value = node.value
        if linear.is_linear(value):
            self.out.append(node)
            return
        if isinstance(value, gast.IfExp) and self.varied(value):
            self.choice(place, value)
            return
        if isinstance(value, gast.Call) and self.activity.callee(value):
            value = self.arguments(value)
        elif isinstance(place, gast.Name) and self.varied(value):
            value = self.whole(value, place.id)
        else:
            value = self.operand(value, True)
        self.out.append(gast.Assign([place], value, None))

    def choice(self, place, node):
        """`y = a if c else b` as the statement that it is."""
        body = self.block([gast.Assign([place], node.body, None)])
        orelse = self.block([gast.Assign([place], node.orelse, None)])
        self.out.append(build.conditional(node.test, body, orelse))

    def returned(self, node):
        values = node.value.elts if isinstance(node.value, gast.Tuple) else [node.value]
        count = sum(not isinstance(value, gast.Name) for value in values)
        names = [self.result(v, n, count) for n, v in enumerate(values)]
        value = build.one_or_tuple(names)
        self.out.append(gast.Return(value))

    def result(self, value, number, count):
        if isinstance(value, gast.Name):
            return value
        name = self.fresh("value" if count == 1 else f"value_{number}")
        self.new_kinds[name] = self.kinds[name] = kind_of(value, self.kinds)
        self.statement(build.assign(name, value))
        return build.name(name)

    def arguments(self, call):
        arguments = [self.argument(item) for item in call.args]
        return gast.Call(call.func, arguments, call.keywords)

    def argument(self, node):
        """An argument of a call; an array that is not one yet gets a name."""
        if not self.varied(node):
            return node
        node = self.operand(node, True)
        if isinstance(kind_of(node, self.kinds), Array) and base_name(node) is None:
            return self.named(node)
        return node

    # expressions

    def varied(self, node):
        return self.activity.is_varied(node)

    def whole(self, node, target):
        """The value of a statement: its own result has the name of the target."""
        if target in reads(node) or target in self.rebound:
            return self.operand(node, True)
        return self.children(node, True)

    def operand(self, node, linear):
        """A value inside an expression; `linear` if no derivative reads it."""
        if not self.varied(node):
            if not linear and self.is_dear(node) and reads(node):
                return self.named(node)
            return node
        if isinstance(node, gast.IfExp):
            return self.chosen(node)
        if self.activity.callee(node):
            return self.named(self.arguments(node))
        operation = self.children(node, linear)
        if self.needs_name(node, linear):
            return self.named(operation)
        return operation

    def chosen(self, node):
        kind = kind_of(node, self.kinds)
        name = self.register("choice", kind, node)
        self.choice(build.target(name), node)
        return build.name(name)

    def children(self, node, linear):
        """The same operation with its operands exposed."""
        if isinstance(node, (gast.List, gast.Tuple)):
            items = [self.operand(item, True) for item in node.elts]
            return type(node)(items, node.ctx)
        if isinstance(node, (gast.Name, gast.Constant, gast.Subscript)):
            return self.subscripted(node)
        if table.spelling(getattr(node, "func", None)) == "np.array":
            return build.call(node.func, self.children(node.args[0], True))
        if isinstance(node, gast.Call) and getattr(node.func, "attr", None) == "copy":
            if not node.args:
                owner = self.operand(node.func.value, True)
                return build.call(build.attribute(owner, "copy"))
        if self.activity.find(node) is None:
            return node
        operands = table.operands_of(node)
        kept = [
            self.operand(item, linear and _is_linear(node, item)) for item in operands
        ]
        if self.takes_names(node):
            kept = [
                k if isinstance(k, gast.Name) or not self.varied(k) else self.named(k)
                for k in kept
            ]
        return gast.copy_location(table.with_operands(node, kept), node)

    def subscripted(self, node):
        """An element of something that is no name: the something gets one."""
        if isinstance(node, gast.Subscript) and base_name(node) is None:
            value = self.operand(node.value, True)
            if not isinstance(value, (gast.Name, gast.Subscript)):
                value = self.named(value)
            return gast.Subscript(value, node.slice, node.ctx)
        return node

    def takes_names(self, node):
        """Whether a rule adds to elements of its operand's adjoint."""
        rule, _ = self.activity.find(node)
        return any(isinstance(a.target, gast.Subscript) for a in rule.adjoints.values())

    def needs_name(self, node, linear):
        found = self.activity.find(node)
        if found is None or found[0].is_constant:
            return False
        rule, _ = found
        operands = rule.operands(node)
        wanted = [p for p, item in operands.items() if self.varied(item)]
        if self.reads_result(rule, wanted):
            return True
        return not linear and self.is_dear(node)

    def is_dear(self, node):
        """Whether computing a value twice costs more than keeping it in a name."""
        if isinstance(node, gast.Call):
            name = table.spelling(node.func)
            return name not in _CHEAP and not str(name).endswith(".copy")
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.MatMult):
            return True
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Pow):
            exponent = number_of(node.right)
            return exponent is None or exponent != int(exponent) or abs(exponent) > 4
        return False

    def named(self, node):
        kind = kind_of(node, self.kinds)
        name = self.register(noun(node), kind, node)
        self.out.append(build.assign(name, node))
        return build.name(name)

    def register(self, wanted, kind, node):
        name = self.fresh(wanted)
        self.kinds[name] = self.new_kinds[name] = kind
        if self.varied(node):
            self.activity.varied.add(name)
            self.activity.useful.add(name)
        if isinstance(kind, Array):
            self.activity.classes.of(name)
        return name


_CHEAP = {
    "float",
    "int",
    "len",
    "abs",
    "min",
    "max",
    "round",
    "np.sign",
    "np.zeros_like",
    "np.ascontiguousarray",
    *("complex", "np.real", "np.imag", "np.conj"),
}


def _is_linear(node, operand):
    """Whether an operand's value is read by no derivative of the operation."""
    if isinstance(node, gast.UnaryOp):
        return True
    if isinstance(node, gast.BinOp):
        if isinstance(node.op, (gast.Add, gast.Sub)):
            return True
        if isinstance(node.op, gast.Mult):
            other = node.right if operand is node.left else node.left
            return number_of(other) is not None
        if isinstance(node.op, gast.Div):
            return operand is node.left and number_of(node.right) is not None
    return False
