"""What an exception is raised with: texts and values, as compiled code can make them.

Compiled code writes integers into texts, but no floats or arrays: `...` stands for
those. A value that is an argument of its own is kept.
"""

import re
import string

import gast

from s2sad.errors import RefusalError
from s2sad.facts.kinds import INT
from s2sad.facts.values import Expression, Static, is_of, static_node
from s2sad.known.trial import at_once
from s2sad.syntax import build

_CONVERSION = re.compile(r"%(?:\(\w+\))?[-#0 +]*[\d*]*(?:\.[\d*]+)?[a-zA-Z%]")
_PLAIN_SPECS = ("", "d", None)


class Unknown:
    """A text with values in it that are not known while a function is specialised."""

    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return "a text with values in it"

    def __str__(self):
        return self.text

    def asked(self):
        raise RefusalError(f"{self!r} is computed with", "a number, or a constant text")

    __bool__ = __len__ = __float__ = __int__ = __iter__ = asked


_LEFT_OUT = Unknown("...")


class Messages:
    """Writes the arguments of the exceptions that one function raises."""

    def __init__(self, frame):
        self.frame = frame

    def argument(self, node):
        """The node of an argument; a text stands for what has none."""
        if self.is_text(node):
            return _joined(self.pieces(node))
        value = self.value(node)
        return self.node(value) or build.constant(_LEFT_OUT.text)

    def static(self, node):
        """The value of a text: of one with values, its words are known at least."""
        pieces = self.pieces(node)
        is_known = all(isinstance(piece, str) for piece in pieces)
        words = "".join(map(_word, pieces))
        return Static(words if is_known else Unknown(words))

    def value(self, node):
        """What a node stands for; None for what is not supported or takes statements.

        The statements would run before it is known whether the exception is raised.
        """
        return at_once(self.frame, lambda: self.frame.expressions.value(node))

    def node(self, value):
        if isinstance(value, Expression):
            return value.node
        if isinstance(value, Static):
            return static_node(value.value)
        if is_of(value, tuple, list):
            items = [self.node(item) for item in value.items.values()]
            if items and None not in items:
                return build.tuple_of(items)
        return None

    def is_text(self, node):
        if isinstance(node, gast.JoinedStr):
            return True
        if isinstance(node, gast.BinOp):
            joins = isinstance(node.op, (gast.Add, gast.Mod))
            is_added = isinstance(node.op, gast.Add) and self.is_text(node.right)
            return joins and self.is_text(node.left) or is_added
        if isinstance(node, gast.Call):
            if isinstance(node.func, gast.Attribute):
                return node.func.attr == "format" and self.is_text(node.func.value)
            return self.shown(node) is not None
        if isinstance(node, (gast.Constant, gast.Name, gast.Attribute)):
            return is_text(self.value(node))
        return False

    def pieces(self, node):
        """The parts of a text: strings, and the nodes of integers."""
        if isinstance(node, gast.JoinedStr):
            return [part for item in node.values for part in self.formatted(item)]
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Add):
            return [*self.pieces(node.left), *self.pieces(node.right)]
        if isinstance(node, gast.BinOp) and isinstance(node.op, gast.Mod):
            return self.converted(node)
        if isinstance(node, gast.Call):
            shown = self.shown(node)
            if shown is None and self.is_text(node):
                return self.method(node)
            return [self.piece(node if shown is None else shown)]
        return [self.piece(node)]

    def shown(self, node):
        """The argument of str(...) or repr(...), or None."""
        if isinstance(node.func, gast.Name) and len(node.args) == 1:
            value = getattr(self.value(node.func), "value", None)
            return node.args[0] if value in (str, repr) else None
        return None

    def formatted(self, item):
        """The parts of one item of an f-string."""
        if isinstance(item, gast.Constant):
            return [str(item.value)]
        spec = item.format_spec and "".join(
            str(getattr(part, "value", "?")) for part in item.format_spec.values
        )
        is_plain = spec in _PLAIN_SPECS and item.conversion in (-1, None)
        return [self.piece(item.value) if is_plain else _LEFT_OUT]

    def piece(self, node):
        value = self.value(node)
        if isinstance(value, Static):
            known = isinstance(value.value, Unknown)
            return value.value if known else str(value.value)
        if isinstance(value, Expression):
            number = build.number_of(value.node)
            if number is not None:
                return str(number)
            if value.kind == INT:
                return value.node
        return _LEFT_OUT

    def converted(self, node):
        """The parts of `"..." % values`."""
        text = self.text(node.left)
        if text is None:
            return [_LEFT_OUT]
        is_several = isinstance(node.right, gast.Tuple)
        values = iter(node.right.elts if is_several else [node.right])
        parts, end = [], 0
        for found in _CONVERSION.finditer(text):
            parts.append(text[end : found.start()])
            end = found.end()
            if found[0] == "%%":
                parts.append("%")
                continue
            value = next(values, None)
            is_plain = found[0] in ("%d", "%i", "%s") and value is not None
            parts.append(self.piece(value) if is_plain else _LEFT_OUT)
        return [*parts, text[end:]]

    def method(self, node):
        """The parts of `"...".format(values)`."""
        text = self.text(node.func.value)
        try:
            fields = [] if text is None else list(string.Formatter().parse(text))
        except ValueError:  # not a format
            fields = []
        if not fields:
            return [_LEFT_OUT]
        parts, values = [], iter(node.args)
        for words, name, spec, conversion in fields:
            parts.append(words)
            if name is None:
                continue
            value = next(values, None) if name == "" else None
            is_plain = value is not None and spec in _PLAIN_SPECS and not conversion
            parts.append(self.piece(value) if is_plain else _LEFT_OUT)
        return parts

    def text(self, node):
        """A text that is known, or None."""
        known = self.static(node).value
        return known if isinstance(known, str) else None


def _joined(pieces):
    """One literal, or an f-string if integers are in it."""
    values = []
    for piece in pieces:
        if isinstance(piece, gast.AST):
            values.append(gast.FormattedValue(piece, -1, None))
        elif values and isinstance(values[-1], gast.Constant):
            values[-1] = build.constant(values[-1].value + _word(piece))
        elif _word(piece):
            values.append(build.constant(_word(piece)))
    if all(isinstance(value, gast.Constant) for value in values):
        return values[0] if values else build.constant("")
    return gast.JoinedStr(values)


def _word(piece):
    """A part of a text as far as it is known."""
    if isinstance(piece, gast.AST):
        return _LEFT_OUT.text
    return str(piece)


def is_text(value):
    """Whether a value is a text, known or not."""
    return isinstance(getattr(value, "value", None), (str, Unknown))
