"""What indices of one function mean, in words of what stays as it is in it."""

import ast
import functools
from collections import Counter
from typing import NamedTuple

from s2sad.compile import forms

_RANGES = ("range", "prange")
_LIKE = ("zeros_like", "empty_like", "ones_like", "full_like", "copy")
_OF_SHAPES = ("zeros", "empty", "ones", "full")


class Loop(NamedTuple):
    """A loop over a range: what its variable is called, and the forms of its ends."""

    word: str
    first: tuple
    last: tuple | None  # None if the step is not 1 or -1
    step: int
    trips: tuple  # above 0 if the loop runs

    def put(self, meaning):
        """The same, where words mean other forms; None if one has no meaning."""
        first, trips = meaning(self.first), meaning(self.trips)
        last = None if self.last is None else meaning(self.last)
        if first is None or trips is None:
            return None
        return self._replace(first=first, last=last, trips=trips)


class Indices:
    """Of one function: the forms of integers, and the lengths of arrays."""

    def __init__(self, function):
        nodes = list(ast.walk(function))
        bindings = Counter(stored(nodes))
        self.parameters = [a.arg for a in function.args.args]
        self.given = set(self.parameters) - set(bindings)
        loops = [n for n in nodes if isinstance(n, ast.For | ast.While)]
        moved = {name for loop in loops for name in stored(ast.walk(loop))}
        once = {name for name, count in bindings.items() if count == 1}
        self.steady = self.given | (once - moved - set(self.parameters))
        self.values = {
            n.targets[0].id: n.value
            for n in nodes
            if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name)
            if n.targets[0].id in self.steady
        }
        calls = [n for n in nodes if isinstance(n, ast.Call) and is_range(n)]
        bounds = [bound for call in calls for bound in call.args]
        self.integers = {name for bound in bounds for name in _terms(bound)}
        self.loop = functools.cache(self._loop)

    def form(self, node, loops):
        """The form of an integer that is read in these loops, or None."""
        variables = {word.partition("@")[0]: word for word in (n.word for n in loops)}

        def meaning(node):
            name = getattr(node, "id", None)
            if name in variables:
                return forms.term(variables[name])
            return self.asked(node) if name is None else self.number(name)

        return forms.form_of(node, meaning)

    def number(self, name):
        """The form of an integer that is bound once, or None."""
        if name not in self.steady:
            return None
        value = self.values.get(name)
        form = None if value is None else self.form(value, ())
        if form is None and name in self.integers:
            form = forms.term(name)
        return form

    def asked(self, node):
        """The form of the length that an expression asks for, or None."""
        match node:
            case ast.Call(func=ast.Name(id="len"), args=[ast.Name(id=name)]):
                return self.length(name, 0)
            case ast.Subscript(
                value=ast.Attribute(value=ast.Name(id=name), attr="shape"),
                slice=ast.Constant(value=int(axis)),
            ):
                return self.length(name, axis)

    def length(self, name, axis):
        """The form of the length of an axis of an array, or None."""
        if name in self.given:
            return forms.term((name, axis))
        match self.values.get(name):
            case ast.Call(func=ast.Attribute(attr=word), args=[source, *_]):
                return self.made(word, source, axis)
            case ast.Call(func=ast.Attribute(value=ast.Name(id=source), attr="copy")):
                return self.length(source, axis)

    def made(self, word, source, axis):
        """The same of an array that a function of NumPy makes of its first argument."""
        if isinstance(source, ast.Name) and word in _LIKE:
            return self.length(source.id, axis)
        if word not in _OF_SHAPES:
            return None
        if isinstance(source, ast.Attribute) and source.attr == "shape":
            return self.length(getattr(source.value, "id", None), axis)
        items = source.elts if isinstance(source, ast.Tuple) else [source]
        return self.form(items[axis], ()) if axis < len(items) else None

    def _loop(self, node, around):
        """The Loop of a loop over a range, or None if its ends have no form."""
        found = [self.form(bound, around) for bound in node.iter.args]
        if None in found:
            return None
        bounds = [(), *found] if len(found) == 1 else found
        first, stop, step = [*bounds, forms.number(1)][:3]
        step = forms.number_of(step)
        if not step:
            return None
        sign = 1 if step > 0 else -1
        last = forms.plus(stop, forms.number(step), -1) if step == sign else None
        trips = forms.times(forms.plus(stop, first, -1), sign)
        word = f"{node.target.id}@{node.lineno}"
        return Loop(word, first, last, step, trips)


def extreme(form, loops, sign):
    """(what is largest of a form in these loops, what is above 0 if they run).

    With -1 as the sign, what is smallest. None where that is not known.
    """
    runs = []
    for loop in reversed(loops):
        is_up = forms.count(form, loop.word) * sign * loop.step > 0
        end = loop.last if is_up else loop.first
        if end is None:
            return None
        form = forms.put(form, loop.word, end)
        runs = [loop.trips, *(forms.put(run, loop.word, end) for run in runs)]
    return form, runs


def is_range(node):
    func = getattr(node, "func", None)
    return getattr(func, "id", getattr(func, "attr", None)) in _RANGES


def stored(nodes):
    """The names that nodes bind, once for each time."""
    names = [n for n in nodes if isinstance(n, ast.Name)]
    return [n.id for n in names if isinstance(n.ctx, ast.Store)]


def _terms(node):
    """The names that stand in a sum as they are."""
    if isinstance(node, ast.BinOp | ast.UnaryOp):
        sides = (getattr(node, side, None) for side in ("left", "right", "operand"))
        return [name for side in sides if side is not None for name in _terms(side)]
    return [node.id] if isinstance(node, ast.Name) else []
