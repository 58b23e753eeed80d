"""Forward mode: each statement gets its tangent statement before it.

y = x * x           becomes         y_dot = 2.0 * x * x_dot
                                    y = x * x
"""

import functools
from dataclasses import dataclass, field

import gast

from s2sad.differentiate.expose import expose
from s2sad.differentiate.substitute import Substitution
from s2sad.differentiate.zeros import zeros_for
from s2sad.errors import RefusalError
from s2sad.facts.activity import Activity
from s2sad.facts.calls import spelling
from s2sad.facts.effects import base_name, shared_name
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.numbers import zero
from s2sad.facts.text import Known
from s2sad.rules.table import is_elementwise
from s2sad.syntax import build
from s2sad.syntax.fold import ZERO, is_zero, split_sign
from s2sad.syntax.names import Fresh, names_in, reads


@dataclass
class Tangent:
    """A function that computes values and tangents, and how it is called.

    `dots` are the tangents of names; `callees` are the tangents that it calls, with
    their functions and active parameters.
    """

    node: gast.FunctionDef
    active: list
    results: list
    known: Known
    dots: dict = field(default_factory=dict)
    callees: dict = field(default_factory=dict)


def tangent(plain, active, name, module, docstring, is_whole=False):
    """The tangent of a function for its active parameters.

    It takes the function's arguments, then the tangents of the active ones, and returns
    the results, then the tangents of those that are varied; if `is_whole`, of all
    arrays of floats.
    """
    return TangentWriter(plain, active, module, is_whole).function(name, docstring)


class TangentWriter:
    """Writes the tangents of the statements of one function.

    `is_exposed` says that what tangents read more than once has a name already.
    """

    def __init__(self, plain, active, module, is_whole=False, is_exposed=False):
        self.active, self.is_whole = list(active), is_whole
        self.users = plain.users
        self.plain = plain
        if not is_exposed:
            activity = Activity(plain, active)
            self.plain = expose(
                plain, activity, lambda rule, wanted: rule.tangent_reads_result()
            )
        self.activity = Activity(self.plain, active)
        self.module = module
        self.kinds = self.plain.call_kinds()
        self.fresh = Fresh(names_in(self.plain.node) | set(self.plain.callees))
        self.dots, self.callees = {}, {}
        helper = functools.partial(module.helper, kinds=self.kinds)
        self.rules = Substitution(lambda n: kind_of(n, self.kinds), helper)

    def function(self, name, docstring):
        parameters = self.plain.parameters + [self.dot_name(p) for p in self.active]
        flags = [
            flag or self.has_zeros(kind)
            for flag, kind in zip(
                self.activity.varied_results(), self.plain.result_kinds
            )
        ]
        body = [*self.given_zeros(), *self.block(self.plain.node.body)]
        node = build.function(name, parameters, body, docstring)
        arrays = {
            n for n, k in self.plain.kinds.items() if isinstance(k, (Array, Stack))
        }
        arrays |= {self.dots[n] for n in arrays if n in self.dots}
        kinds = dict(self.plain.kinds)
        kinds |= {dot: kinds[n] for n, dot in self.dots.items() if n in kinds}
        derived, counting = set(self.dots.values()), self.plain.counting()
        known = Known(arrays, self.users, derived, kinds=kinds, counting=counting)
        return Tangent(node, self.active, flags, known, dict(self.dots), self.callees)

    def has_zeros(self, kind):
        """Whether a result that does not vary has a tangent: an array of zeros."""
        return self.is_whole and isinstance(kind, Array) and kind.is_float

    def given_zeros(self):
        """Tangents of parameters that are not active but may share a varied name."""
        return [
            build.assign(self.dot_name(p), zeros_for(build.name(p), self.kinds))
            for p in self.plain.parameters
            if p in self.activity.varied and p not in self.active
        ]

    def dot_name(self, name):
        if name not in self.dots:
            self.dots[name] = self.fresh.suffixed(name, "_dot")
        return self.dots[name]

    def varied(self, name):
        return name in self.activity.varied

    # expressions

    def dot(self, node):
        """The tangent of an expression; ZERO if it is not varied."""
        if not self.activity.is_varied(node):
            return ZERO
        if isinstance(node, gast.Name):
            return build.name(self.dot_name(node.id))
        if isinstance(node, gast.Subscript):
            return gast.Subscript(self.dot(node.value), node.slice, node.ctx)
        if isinstance(node, gast.Call):
            known = self.call_dot(node)
            if known is not None:
                return known
        operand = self.dot if self.spreads(node) else self.whole_dot
        return self.rules.tangent(node, operand, node)

    def spreads(self, node):
        """Whether an operation goes element by element: operands may be parts."""
        if isinstance(node, gast.Call):
            return is_elementwise(spelling(node.func))
        return not (isinstance(node, gast.BinOp) and isinstance(node.op, gast.MatMult))

    def whole_dot(self, node):
        """The tangent of an operand, with the shape of the operand."""
        dot = self.dot(node)
        return dot if is_zero(dot) else self.full_shape(node, dot)

    def call_dot(self, node):
        method = node.func.attr if isinstance(node.func, gast.Attribute) else None
        if method in ("copy", "pop") and spelling(node.func) != "np.copy":
            owner = self.dot(node.func.value)
            return build.call(build.attribute(owner, method))
        if spelling(node.func) == "np.array":
            listed = node.args[0]
            if isinstance(listed, gast.List):
                return gast.Call(node.func, [self.list_dot(listed)], node.keywords)
            return gast.Call(node.func, [self.dot(listed)], node.keywords)
        return None

    def list_dot(self, node):
        items = [
            self.list_dot(item)
            if isinstance(item, gast.List)
            else self.number_dot(item)
            for item in node.elts
        ]
        return gast.List(items, gast.Load())

    def number_dot(self, node):
        dot = self.dot(node)
        return build.constant(0.0) if is_zero(dot) else dot

    # statements

    def block(self, statements):
        out = []
        for node in statements:
            try:
                new = self.statement(node)
            except RefusalError as error:
                raise error.at(self.plain.source.place(node)) from None
            out.extend(gast.copy_location(n, node) for n in new)
        return out

    def statement(self, node):
        if build.has_blocks(node):
            return [build.with_blocks(node, self.block)]
        if isinstance(node, gast.Assign):
            with self.activity.looking():
                return self.assigned(node)
        if isinstance(node, gast.AugAssign):
            with self.activity.looking():
                return self.augmented(node)
        if isinstance(node, gast.Expr):
            return self.effect(node)
        if isinstance(node, gast.Return):
            return self.returned(node)
        return [node]

    def assigned(self, node):
        (place,) = node.targets
        callee = self.activity.callee(node.value)
        if callee is not None:
            return self.called(node, callee)
        if isinstance(place, gast.Tuple):
            return [node, *self.permuted(node)]
        if base_name(place) not in self.activity.varied:
            return [node]
        target = self.place_dot(place)
        dot = self.dot_of_value(node.value, place)
        if self.is_fresh(node) and isinstance(dot, (gast.Name, gast.Subscript)):
            dot = build.call(build.attribute(dot, "copy"))
        line = build.assign(target, dot)
        if self.reads_target(node, place):
            return [
                node,
                gast.Assign(line.targets, self.named_result(node, place), None),
            ]
        return [line, node]

    def is_fresh(self, node):
        """Whether an array is born here, so that its tangent must be one of its own."""
        (place,) = node.targets
        if not isinstance(place, gast.Name) or not isinstance(
            self.kinds[place.id], Array
        ):
            return False
        return shared_name(node.value, self.plain.kinds) is None

    def reads_target(self, node, place):
        """Whether the tangent reads the result, which has the target's name."""
        if not isinstance(place, gast.Name) or place.id in reads(node.value):
            return False
        if isinstance(node.value, (gast.Name, gast.Subscript, gast.Constant)):
            return False
        found = self.activity.find(node.value)
        if found is None or not self.activity.is_varied(node.value):
            return False
        return found[0].tangent_reads_result()

    def named_result(self, node, place):
        load = build.loaded(place)
        return self.full_shape(
            node.value, self.rules.tangent(node.value, self.dot, load), load
        )

    def place_dot(self, place):
        if isinstance(place, gast.Name):
            return build.target(self.dot_name(place.id))
        return build.stored(self.dot(build.loaded(place)))

    def dot_of_value(self, value, place):
        """The tangent of an assigned value; for an inactive one, zeros of its shape."""
        dot = self.dot(value)
        if isinstance(place, gast.Name) and isinstance(self.kinds[place.id], Stack):
            return gast.List([], gast.Load()) if is_zero(dot) else dot
        if not is_zero(dot):
            return self.full_shape(value, dot)
        if isinstance(place, gast.Name) and isinstance(self.kinds[place.id], Array):
            return zeros_for(value, self.kinds)
        return zero(kind_of(build.loaded(place), self.kinds))

    def full_shape(self, value, dot, like=None):
        """A tangent that has the shape of its value, where only a part was varied.

        It is complex where its value is. What has that shape may be `like` the value.
        """
        is_call = isinstance(value, gast.Call) and self.spreads(value)
        kind = kind_of(value, self.kinds)
        if not isinstance(kind, Array) or not (
            is_call or isinstance(value, gast.BinOp)
        ):
            return dot
        rank = kind.rank
        dotted = dict(self.kinds)
        for name, dot_name in self.dots.items():
            if name in dotted:
                dotted[dot_name] = dotted[name]
        found, whole = kind_of(dot, dotted), kind_of(value, self.kinds)
        is_real = whole.is_complex and not found.is_complex
        if found.rank == rank and found.ones == whole.ones and not is_real:
            return dot
        zeros = build.call("np.zeros_like", like or value)
        sign, positive = split_sign(dot)
        return build.binary(zeros, "+" if sign > 0 else "-", positive)

    def permuted(self, node):
        (place,) = node.targets
        names = [item.id for item in place.elts]
        if names[0] not in self.activity.varied:
            return []
        dots = [self.dot_name(name) for name in names]
        given = [build.name(self.dot_name(item.id)) for item in node.value.elts]
        return [build.assign(dots, build.tuple_of(given))]

    def augmented(self, node):
        place = node.target
        if base_name(place) not in self.activity.varied:
            return [node]
        load = build.loaded(place)
        if isinstance(node.op, (gast.Add, gast.Sub)):
            dot = self.dot(node.value)
            if is_zero(dot):
                return [node]
            return [gast.AugAssign(self.place_dot(place), node.op, dot), node]
        dot = self.dot(gast.BinOp(load, node.op, node.value))
        if isinstance(place, gast.Name) and isinstance(self.kinds[place.id], Array):
            whole = gast.Subscript(
                build.name(self.dot_name(place.id)),
                gast.Slice(None, None, None),
                gast.Store(),
            )
            return [build.assign(whole, dot), node]
        return [build.assign(self.place_dot(place), dot), node]

    def effect(self, node):
        call = node.value
        if not isinstance(call, gast.Call):
            return [node]
        callee = self.activity.callee(call)
        if callee is not None:
            return self.called(node, callee)
        method = isinstance(call.func, gast.Attribute) and call.func.attr == "append"
        if method and self.varied(call.func.value.id):
            owner = build.name(self.dot_name(call.func.value.id))
            dot = self.number_dot(call.args[0])
            return [
                gast.Expr(build.call(build.attribute(owner, "append"), dot)),
                node,
            ]
        return [node]

    def called(self, node, callee):
        """A call of a function: of its tangent if an argument is varied."""
        call = node.value
        written = [
            p
            for p, item in zip(callee.parameters, call.args)
            if self.activity.is_varied(item)
        ]
        active = [p for p in written if is_float(callee.kinds[p])]
        if not active:
            return [node, *self.constant_results(node)]
        inner = self.module.tangent(callee, tuple(active))
        self.callees[inner.node.name] = (callee, tuple(active))
        places = dict(zip(callee.parameters, call.args))
        dots = [self.argument_dot(places[p]) for p in inner.active]
        new_call = build.call(inner.node.name, *call.args, *dots)
        if isinstance(node, gast.Expr):
            return [gast.Expr(new_call)]
        (place,) = node.targets
        targets = place.elts if isinstance(place, gast.Tuple) else [place]
        dotted, extra = [], []
        for item, flag in zip(targets, inner.results):
            if flag:
                dotted.append(self.place_dot(item))
            elif base_name(item) in self.activity.varied:
                extra.append(self.constant_dot(item))
        everything = [*targets, *dotted]
        target = everything if len(everything) > 1 else everything[0]
        return [build.assign(target, new_call), *extra]

    def argument_dot(self, node):
        dot = self.dot(node)
        if is_zero(dot):
            return zeros_for(node, self.kinds)
        return dot

    def constant_dot(self, item):
        value = build.loaded(item)
        if isinstance(kind_of(value, self.kinds), Array):
            return build.assign(
                self.place_dot(item), build.call("np.zeros_like", value)
            )
        return build.assign(self.place_dot(item), zero(kind_of(value, self.kinds)))

    def constant_results(self, node):
        if not isinstance(node, gast.Assign):
            return []
        (place,) = node.targets
        items = place.elts if isinstance(place, gast.Tuple) else [place]
        return [
            self.constant_dot(item)
            for item in items
            if base_name(item) in self.activity.varied
        ]

    def returned(self, node):
        values = node.value.elts if isinstance(node.value, gast.Tuple) else [node.value]
        dots = [
            self.argument_dot(value) if self.has_zeros(kind) else self.dot(value)
            for value, kind in zip(values, self.plain.result_kinds)
        ]
        everything = [*values, *(d for d in dots if not is_zero(d))]
        value = build.one_or_tuple(everything)
        return [gast.Return(value)]


def is_float(kind):
    return getattr(kind, "is_float", False)
