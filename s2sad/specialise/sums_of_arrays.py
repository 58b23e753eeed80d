"""A number to which a loop adds arrays is an array from the start.

total = 0                       becomes     total = np.zeros(len(x))
for k in range(n):                          for k in range(n):
    total = total + k * x                       total = total + k * x

So it is after no trips as well, where Python has the number; what is not 0 becomes an
array only if it is known that there is a trip.
"""

import gast

from s2sad.facts.kinds import Array, Scalar
from s2sad.facts.numbers import dtype_keyword
from s2sad.facts.values import Expression
from s2sad.syntax import build
from s2sad.syntax.build import number_of
from s2sad.syntax.names import bound, names_in
from s2sad.syntax.walk import walk


class Summed(Exception):
    """A loop adds arrays of a shape to a number that was there before another loop."""

    def __init__(self, name, kind, symbols):
        super().__init__(name)
        self.name, self.kind, self.symbols = name, kind, symbols


class SumsOfArrays:
    """The numbers that loops of one function make arrays of.

    `left` are those of which that can't be said before their loop; `on_one_path` has
    what a number becomes where a test holds.
    """

    def __init__(self, frame):
        self.frame, self.left, self.on_one_path = frame, set(), {}

    def note(self, *paths):
        """Two paths meet, of which one may have made an array of a number."""
        first, second = (env for env, *_ in paths)
        for name in first.keys() & second.keys():
            sides = [_is(env[name], Scalar) for env in (first, second)]
            if sum(sides) == 1:
                env, _, (cells, _) = paths[sides.index(False)]
                if _is(env[name], Array) and name in cells:
                    rank = env[name].kind.rank
                    found = Summed(name, env[name].kind, cells[name][:rank])
                    self.on_one_path[name] = found

    def found(self, before, statements, runs):
        """The statements that make arrays of numbers, after a first trip of a loop."""
        lines, names = [], sorted(bound(*statements) & before.keys() - self.left)
        for name in names:
            value = self.frame.env.get(name)
            found = self.on_one_path.get(name) if value is None else None
            if _is(value, Array):
                found = Summed(name, value.kind, self.frame.shapes.of(value.node))
            if found is None or not _is(before[name], Scalar):
                continue
            if not _is_only_added(name, statements):
                continue
            if self.begun(name, self.frame.buffers[-1]) is not None:
                lines += self.made(found, before, runs)
            elif any(self.begun(name, lines) == 0 for lines in self.frame.buffers):
                raise found
        return lines

    def made(self, found, before, runs):
        """The statement that makes an array of a number, if it can be made here."""
        number = self.begun(found.name, self.frame.buffers[-1])
        shape = [self.length(symbol, before) for symbol in found.symbols]
        is_sure = runs and found.name not in self.on_one_path
        if None in shape or number is None or number != 0 and not is_sure:
            self.left.add(found.name)
            return []
        shape = shape[0] if len(shape) == 1 else build.tuple_of(shape)
        dtype = dtype_keyword(found.kind.dtype)
        made = build.call("np.zeros", shape, **dtype)
        if number != 0:
            made = build.call("np.full", shape, build.constant(number), **dtype)
        line = build.located(build.assign(found.name, made), self.frame.statements.now)
        return [line]

    def begun(self, name, lines):
        """The number that a name has by the last of some lines, or None."""
        last = next((n for n in reversed(lines) if name in bound(n)), None)
        value = last.value if isinstance(last, gast.Assign) else None
        is_one = value is not None and isinstance(last.targets[0], gast.Name)
        return number_of(value) if is_one else None

    def length(self, symbol, before):
        """The length of an axis that an array had before the loop; None if none has."""
        shapes = self.frame.shapes
        symbol = shapes.symbol(symbol)
        text = shapes.texts.get(symbol)
        if text is not None and names_in(text) <= before.keys():
            return text
        for name, value in before.items():
            if not _is(value, Array) or getattr(value.node, "id", None) != name:
                continue
            for axis, own in enumerate(shapes.of(value.node)):
                if shapes.symbol(own) == symbol:
                    return shapes.length_of(value.node, axis)
        return None


def _is(value, kind):
    return isinstance(value, Expression) and isinstance(value.kind, kind)


def _is_only_added(name, statements):
    """Whether a loop does no more with a number than to compute its next value."""
    added = set()
    for node in walk(gast.Module(statements, [])):
        if isinstance(node, gast.BinOp):
            added |= {id(node.left), id(node.right)}
        if isinstance(node, gast.AugAssign):
            added.add(id(node.target))
    return all(
        id(node) in added or isinstance(node.ctx, gast.Store)
        for node in walk(gast.Module(statements, []))
        if isinstance(node, gast.Name) and node.id == name
    )
