"""Choices inside an expression: and, or, not, and `a if c else b`.

An operand that may not be reached forbids nothing: what is not supported in it becomes
an error that is raised when it is reached.
"""

import gast

from s2sad.called.library import is_stack, length_of_stack
from s2sad.called.ranges import length_of_range
from s2sad.errors import RefusalError
from s2sad.facts.effects import base_name
from s2sad.facts.infer import NoKind, kind_of
from s2sad.facts.kinds import BOOL, Array
from s2sad.facts.values import Expression, Record, Static, is_of, static_node
from s2sad.known.comparable import Undetermined, truth
from s2sad.known.growing import is_growing, is_numeric
from s2sad.known.options import is_one_of, merged, option_of
from s2sad.known.trial import tried
from s2sad.specialise.forks import Forked, Hoisted, Split
from s2sad.syntax import build
from s2sad.syntax.names import names_in


def is_shared_array(value):
    """Whether a value is an array that has a name, or a part of one."""
    is_array = isinstance(value, Expression) and isinstance(value.kind, Array)
    return is_array and base_name(value.node) is not None


def is_negation(node):
    return isinstance(node, gast.UnaryOp) and isinstance(node.op, gast.Not)


class Choices:
    """Specialises the choices in the expressions of one function."""

    def __init__(self, frame):
        self.frame, self.now = frame, None

    def test(self, node):
        """The value of a node of which only the truth is asked."""
        start, around = len(self.frame.buffers[-1]), self.now
        self.now = node
        try:
            return self.truth(node)
        except Split as found:
            del self.frame.buffers[-1][start:]
            return self.frame.forks.asked(node, found.flag)
        except Forked:
            del self.frame.buffers[-1][start:]
            return self.frame.forks.noted(node)
        except Hoisted as found:
            del self.frame.buffers[-1][start:]
            return self.test(self.frame.forks.hoisted(found.call, node))
        finally:
            self.now = around

    def truth(self, node):
        """The same, of a node that reads no name that may hold several things."""
        if not isinstance(node, gast.BoolOp):
            return self.asked(self.frame.expressions.value(node))
        try:
            return self.decisive(node.op, node.values, self.test)
        except NoKind as error:
            raise self.frame.refuse(node, error.why, error.instead) from None
        except RefusalError as error:
            raise error.at(self.frame.source.place(node)) from None

    def asked(self, value):
        """What stands for the truth of a value: of a list, whether it has items."""
        if is_stack(value):
            length = length_of_stack(self.frame, value).node
        elif is_growing(value):
            length = self.frame.reading.length(value)
        elif is_of(value, range):
            length = length_of_range(value)
        else:
            own = self.frame.operators.truth(value)
            if own is not None:
                return self.asked(own)
            known = truth(value)
            return value if known is None else Static(known)
        test = build.compare(length, gast.Gt(), build.constant(0))
        return self.frame.expressions.expression(test)

    def _BoolOp(self, node):
        return self.decisive(node.op, node.values, self.frame.expressions.value)

    def decisive(self, op, items, evaluate):
        """The operand that decides an `and` or an `or`; or, of a test, its truth."""
        first, *rest = items
        value = evaluate(first)
        if not rest:
            return value
        known, is_and = truth(value), isinstance(op, gast.And)
        if known is not None:
            return self.decisive(op, rest, evaluate) if known == is_and else value
        value = self.frame.expressions.as_expression(value, first)
        node = self.frame.statements.condition(value, first)
        others, before, refused = self.perhaps(
            first, is_and, lambda: self.decisive(op, rest, evaluate), rest[0]
        )
        if refused:
            self.only(node if is_and else build.logical_not(node), before, ())
            return value
        if evaluate == self.test or value.kind == others.kind == BOOL:
            return self.truths(op, node, others, before)
        value = self.frame.stored_if_compound(value)
        sides = [(others, before), (value, [])]
        return self.chosen(value.node, *(sides if is_and else reversed(sides)))

    def truths(self, op, node, others, before):
        """`a and b` where both are truth values."""
        is_and = isinstance(op, gast.And)
        if before:
            return self.flagged(node, is_and, others, before)
        if isinstance(others.node, gast.Constant):
            known = bool(others.node.value)
            is_open = known is is_and
            return self.frame.expressions.expression(node) if is_open else Static(known)
        values = [node, others.node]
        if isinstance(others.node, gast.BoolOp) and isinstance(
            others.node.op, type(op)
        ):
            values = [node, *others.node.values]
        return Expression(gast.BoolOp(op, values), BOOL)

    def flagged(self, node, is_and, others, before):
        """A truth whose second part needs statements: they run where it is reached."""
        flag = self.frame.temporary("condition")
        if kind_of(node, self.frame.kinds()) != BOOL:
            node = build.compare(node, gast.NotEq(), build.constant(0))
        self.frame.assignments.assign_name(flag, Expression(node, BOOL))
        test = build.name(flag) if is_and else build.logical_not(build.name(flag))
        last = build.assign(flag, others.node)
        self.frame.emit(build.conditional(test, [*before, last]))
        return Expression(build.name(flag), BOOL)

    def _Not(self, node):
        operand = self.test(node.operand)
        known = truth(operand)
        if known is not None:
            return Static(not known)
        operand = self.frame.expressions.as_expression(operand, node.operand)
        operand = self.frame.statements.condition(operand, node.operand)
        twice = operand.operand if is_negation(operand) else None
        if twice is not None and kind_of(twice, self.frame.kinds()) == BOOL:
            return Expression(twice, BOOL)
        return self.frame.expressions.expression(build.logical_not(operand))

    def _IfExp(self, node):
        test = self.test(node.test)
        known = truth(test)
        if known is not None:
            return self.frame.expressions.value(node.body if known else node.orelse)
        test = self.frame.statements.condition(test, node.test)
        if self.is_record(node.body) and self.is_record(node.orelse):
            return self.array(test, node)
        if self.is_constant(node.body) or self.is_constant(node.orelse):
            raise Forked(node)
        body, before_body, refused = self.branch(node, node.body)
        orelse, before_orelse, refused_orelse = self.branch(node, node.orelse)
        if refused and refused_orelse:
            found = (refused, refused_orelse)
            raise next((e for e in found if isinstance(e, Undetermined)), refused)
        if refused:
            self.only(test, before_body, before_orelse)
            return orelse
        if refused_orelse:
            self.only(build.logical_not(test), before_orelse, before_body)
            return body
        is_one_kind = str(body.kind) == str(orelse.kind)
        if is_one_kind and any(map(is_shared_array, (body, orelse))):
            return self.array(test, node)
        return self.chosen(test, (body, before_body), (orelse, before_orelse))

    def is_record(self, node):
        """Whether a node names a list, a tuple or an object, or shows arrays."""
        is_tuple, root = isinstance(node, gast.Tuple), node
        while isinstance(root, gast.Attribute):
            root = root.value
        is_name = isinstance(root, gast.Name) and root.id in self.frame.env
        if not is_name and not is_tuple:
            return False
        try:
            value = tried(self.frame, lambda: self.frame.expressions.value(node))
        except RefusalError:
            return False
        return isinstance(value, Record) and not (is_tuple and is_numeric(value))

    def is_constant(self, node):
        """Whether a node is None, a text, a function or another thing of its kind."""
        if not isinstance(node, (gast.Constant, gast.Name, gast.Attribute)):
            return False
        if isinstance(node, gast.Name) and is_one_of(self.frame.env.get(node.id)):
            return False
        try:
            value = self.frame.expressions.value(node)
        except (RefusalError, Undetermined):
            return False
        is_static = isinstance(value, Static) and static_node(value.value) is None
        return is_static or isinstance(getattr(value, "value", 0), (str, type(None)))

    def array(self, test, node):
        """One of two arrays or objects: a name for it, bound as by an if statement."""
        name, sides = self.frame.temporary("choice"), []
        for side, taken in ((node.body, True), (node.orelse, False)):
            bound = build.located(build.assign(name, side), side)
            with self.frame.forks.where(node.test, taken):
                sides.append(self.frame.branch([bound]))
        (body, *left), (orelse, *right) = sides
        held = [env.get(name) for (env, *_), _ in (left, right)]
        if None not in held and self.is_several(*held):
            raise Forked(node)
        self.frame.emit(build.conditional(test, body, orelse))
        self.frame.statements.meet(*left, *right)
        return self.frame.expressions.value(build.name(name))

    def is_several(self, first, second):
        """Whether two values are not one thing that a name may hold."""
        if any(map(is_one_of, (first, second))):
            return True
        kinds = [option_of(value) for value in (first, second)]
        return None not in kinds and len(merged(*([k] for k in kinds)) or ()) > 1

    def only(self, test, raised, before):
        """What the side that has no value does, then what the other side needs."""
        if raised:
            self.frame.emit(build.conditional(test, raised))
        self.frame.take(before)

    def chosen(self, test, body, orelse):
        """One of two values, each with the statements before it."""
        (body, before_body), (orelse, before_orelse) = body, orelse
        node = gast.IfExp(test, body.node, orelse.node)
        choice = self.frame.expressions.expression(node)
        if not (before_body or before_orelse):
            return choice
        name = self.frame.temporary("choice")
        before_body = [*before_body, build.assign(name, body.node)]
        before_orelse = [*before_orelse, build.assign(name, orelse.node)]
        self.frame.emit(build.conditional(test, before_body, before_orelse))
        self.frame.bind(name, choice.kind)
        return Expression(build.name(name), choice.kind)

    def branch(self, choice, node):
        """(value, statements before it, refusal or None) of one side of a choice."""
        taken, evaluate = node is choice.body, self.frame.expressions.value
        return self.perhaps(choice.test, taken, lambda: evaluate(node), node)

    def perhaps(self, test, taken, evaluate, node):
        """The same of what is evaluated only where a test holds, or only where not.

        What it changes is changed behind it on one of two paths.
        """
        outer = self.frame.copied()
        with self.frame.forks.where(test, taken):
            found = self.side(evaluate, node)
            inner = self.frame.state
        self.frame.state, (value, _, refused) = outer, found
        if refused is None:
            self.frame.statements.meet(self.frame.copied(), False, inner, False)
            for name in names_in(value.node):
                self.frame.alternatives.read(name)
        return found

    def side(self, evaluate, node):
        """The same of what `evaluate` gives for a node."""
        self.frame.conditional += 1
        try:
            value, before = self.frame.aside(evaluate)
            if before and isinstance(before[-1], gast.Raise):
                self.frame.dead = False
                return None, before, self.frame.refuse(node, "both sides raise")
            return self.frame.expressions.as_expression(value, node), before, None
        except Undetermined as error:
            # A recursive call: what it gives is known in the next round.
            self.frame.undetermined = True
            return None, [], error
        except RefusalError as error:
            return None, [self.frame.reached(error)], error
        finally:
            self.frame.conditional -= 1
