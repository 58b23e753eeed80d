"""Statements that compute nothing: assert, raise and print."""

import builtins

import gast
import numpy as np

from s2sad.facts.values import Expression, Record, Static, static_node
from s2sad.specialise.known import truth
from s2sad.syntax import build


class Inert:
    """Specialises the statements of one function that only speak or stop."""

    def __init__(self, frame):
        self.frame = frame

    def _Assert(self, node):
        test = self.frame.choices.test(node.test)
        known = truth(test)
        if known is True:
            return
        message = inert_text(node.msg)
        test = build.constant(False) if known is False else test.node
        self.frame.emit(gast.Assert(test, message))

    def _Raise(self, node):
        error = node.exc
        if isinstance(error, gast.Call):
            texts = [self.message(argument) for argument in error.args]
            kept = [text for text in texts if text is not None]
            error = build.call(self.exception(error.func), *kept)
        elif error is not None:
            error = self.exception(error)
        self.frame.emit(gast.Raise(error, None))
        self.frame.dead = True

    def message(self, node):
        """An argument of an exception, as a literal or a value; None if neither."""
        if isinstance(node, gast.JoinedStr):
            return inert_text(node)
        value = self.frame.expressions.value(node)
        if isinstance(value, Static):
            return static_node(value.value)
        return value.node if isinstance(value, Expression) else None

    def exception(self, node):
        """How the text names an exception class."""
        value = self.frame.expressions.value(node)
        target = getattr(value, "value", None)
        if not isinstance(target, type) or not issubclass(target, BaseException):
            raise self.frame.refuse(node, "what is raised is no exception class")
        if getattr(builtins, target.__name__, None) is target:
            return build.name(target.__name__)
        if getattr(np.linalg, target.__name__, None) is target:
            return build.attribute("np", "linalg", target.__name__)
        self.frame.unit.exceptions[target.__name__] = target
        return build.name(target.__name__)

    def print(self, call):
        """What is printed: texts and numbers, f-strings taken apart."""
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


def inert_text(node):
    """A message as a literal: the text of an f-string, its values left out."""
    if node is None:
        return None
    if isinstance(node, gast.JoinedStr):
        pieces = [
            str(p.value) if isinstance(p, gast.Constant) else "..." for p in node.values
        ]
        return build.constant("".join(pieces))
    if isinstance(node, gast.Constant):
        return node
    return None
