"""Statements that compute nothing: assert, raise, print and breakpoint."""

import builtins
import inspect
import pdb

import gast
import numpy as np

from s2sad.called.messages import Messages
from s2sad.facts.effects import reached
from s2sad.facts.values import Expression, Record, Static
from s2sad.known.comparable import truth
from s2sad.syntax import build
from s2sad.syntax.walk import walk

_BY_PLACE = inspect.Parameter.POSITIONAL_OR_KEYWORD
_BREAKPOINTS = (breakpoint, pdb.set_trace)


class Inert:
    """Specialises the statements of one function that only speak or stop."""

    def __init__(self, frame):
        self.frame = frame
        self.messages = Messages(frame)

    def _Assert(self, node):
        test = self.frame.choices.test(node.test)
        known = truth(test)
        if known is True:
            return
        message = node.msg and self.messages.argument(node.msg)
        if known is False:
            error = gast.Name("AssertionError", gast.Load(), None, None)
            self.stop(build.call(error, message) if message else error)
            return
        test = self.frame.statements.condition(test, node.test)
        self.frame.emit(gast.Assert(test, message))

    def _Raise(self, node):
        error = node.exc
        trials = self.frame.trials
        is_taken = error is None or trials.is_taken(getattr(error, "id", None))
        if is_taken and trials.taken:
            trials.again(node)
        elif error is None:
            message = build.constant("No active exception to reraise")
            self.stop(build.call("RuntimeError", message))
        elif isinstance(error, gast.Call):
            class_ = self.exception_class(error.func)
            arguments = self.arguments(class_, error)
            self.stop(build.call(self.named(class_), *arguments))
        else:
            self.stop(self.raised(error))

    def raised(self, node):
        """An exception that is raised by its name: a class, or an object of one."""
        error = getattr(self.frame.expressions.value(node), "value", None)
        if not isinstance(error, Exception):
            return self.named(self.exception_class(node))
        words = [self.messages.node(Static(item)) for item in error.args]
        words = [word or build.constant(str(error)) for word in words]
        return build.call(self.named(type(error)), *words)

    def stop(self, error):
        self.frame.emit(gast.Raise(error, None))
        self.frame.dead = True

    def arguments(self, class_, call):
        """The arguments of an exception by position: compiled code has no others."""
        for item in call.args:
            if isinstance(item, gast.Starred):
                raise self.frame.refuse(item, "* in what is raised is not supported")
        if not call.keywords:
            return [self.messages.argument(item) for item in call.args]
        return self.by_position(class_, call)

    def by_position(self, class_, call):
        """Arguments given by name, and the defaults of those that stand before them."""
        given = {item.arg: item.value for item in call.keywords}
        try:
            found = inspect.signature(class_).bind(*call.args, **given)
        except (TypeError, ValueError):
            found = None
        kinds = found and {found.signature.parameters[n].kind for n in found.arguments}
        if not kinds or kinds - {_BY_PLACE, inspect.Parameter.POSITIONAL_ONLY}:
            what = "an exception is made with keyword arguments"
            raise self.frame.refuse(call, what, "its arguments by position")
        count = list(found.signature.parameters).index(list(found.arguments)[-1]) + 1
        found.apply_defaults()
        return [
            self.messages.argument(item)
            if isinstance(item, gast.AST)
            else self.messages.argument(build.constant(item))
            for item in found.args[:count]
        ]

    def exception_class(self, node):
        """The exception class that a node names."""
        value = self.frame.expressions.value(node)
        target = getattr(value, "value", None)
        if not isinstance(target, type) or not issubclass(target, Exception):
            raise self.frame.refuse(
                node, "what is raised is no exception class", "raise ValueError(...)"
            )
        return target

    def class_named(self, node):
        """The exception class that a name in the text stands for, or None."""
        if isinstance(node, gast.Attribute):
            return getattr(np.linalg, node.attr, None)
        name = getattr(node, "id", "")
        return self.frame.unit.exceptions.get(name) or getattr(builtins, name, None)

    def named(self, class_):
        """How the text names an exception class."""
        name = class_.__name__
        if getattr(builtins, name, None) is class_:
            return build.name(name)
        if getattr(np.linalg, name, None) is class_:
            return build.attribute("np", "linalg", name)
        known = self.frame.unit.exceptions
        while hasattr(builtins, name) or known.get(name, class_) is not class_:
            name += "_"
        known[name] = class_
        return build.name(name)

    def spell_out(self, start):
        """Calls of functions that return nothing and may raise become their bodies.

        A call that writes nothing and gives nothing would be left out by what follows.
        """
        emitted = self.frame.buffers[-1]
        statements = emitted[start:]
        if not any(self.checker(node) for node in statements):
            return
        del emitted[start:]
        for node in statements:
            if self.checker(node) is None:
                emitted.append(node)
                continue
            self.body(node.value)
            self.frame.dead |= isinstance(emitted[-1], gast.Raise)

    def checker(self, node):
        """The callee of a statement that calls a function for its exceptions only."""
        if isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
            plain = self.raising(node.value)
            return None if plain is None or plain.result_kinds else plain
        return None

    def raising(self, call):
        """The callee of a call that may raise and can be spelled out, or None."""
        plain = self.frame.callees.get(getattr(call.func, "id", None))
        if plain is None or plain.name in self.frame.unit.recursive_names:
            return None
        return plain if may_raise(plain) else None

    def body(self, call):
        """Emit the body of a function in place of its call."""
        plain = self.frame.callees[call.func.id]
        given = len(plain.parameters) - len(plain.hidden)
        self.frame.calls.inlining.inlined(plain, call.args[:given])

    def unused(self, value):
        """A call whose value nobody takes: its exceptions are those of its body."""
        if self.raising(value.node):
            self.body(value.node)
        else:
            self.frame.stored(value, "unused")

    def is_breakpoint(self, call):
        """Whether a call stops in a debugger, which a derivative does not."""
        if not isinstance(call.func, (gast.Name, gast.Attribute)):
            return False
        if isinstance(call.func, gast.Name) and call.func.id in self.frame.locals:
            return False
        if getattr(call.func, "attr", "set_trace") != "set_trace":
            return False
        target = getattr(self.frame.expressions.value(call.func), "value", None)
        return any(target is known for known in _BREAKPOINTS)

    def print(self, call):
        """What is printed: texts and numbers, f-strings taken apart."""
        if self.frame.unit.attributes.keeps:
            return  # the derivative prints it
        parts = []
        for item in call.args:
            if isinstance(item, gast.JoinedStr):
                parts.extend(self.printed(item))
            else:
                value = self.frame.expressions.value(item)
                if isinstance(value, Record):
                    parts.extend(leaf.node for leaf in value.leaves())
                elif isinstance(value, Static):
                    parts.append(build.constant(str(value.value)))
                else:
                    parts.append(value.node)
        self.frame.emit(gast.Expr(gast.Call(build.name("print"), parts, [])))

    def printed(self, joined):
        parts = []
        for piece in joined.values:
            if isinstance(piece, gast.Constant):
                text = str(piece.value).strip()
                parts.extend([build.constant(text)] if text else [])
            else:
                value = self.frame.expressions.value(piece.value)
                if isinstance(value, Expression):
                    parts.append(value.node)
                else:
                    parts.append(build.constant(str(getattr(value, "value", ""))))
        return parts


def may_raise(plain):
    """Whether a function raises, itself or in what it calls."""
    nodes = (node for function in reached(plain) for node in walk(function.node))
    return any(isinstance(node, (gast.Raise, gast.Assert)) for node in nodes)
