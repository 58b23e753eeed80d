"""What a function that yields does, with the body of a loop over it at each yield.

for k in range(n):                      for k in range(n):
    yield x[k]          becomes             v = x[k]
                                            total += v
                                            ...

A loop that ends early ends the function: its break is a return there.
"""

import gast

from s2sad.errors import RefusalError
from s2sad.normalise.jumps import structured
from s2sad.syntax import build
from s2sad.syntax.names import copied, names_in
from s2sad.syntax.walk import walk

_YIELDS = (gast.Yield, gast.YieldFrom)
_INNER = (gast.FunctionDef, gast.Lambda)
# What stands for the body of the loop, and for its end, till jumps are rewritten.
_BODY, _LEFT = "@body", "@left"
_JUMPS = (gast.Return, gast.Break, gast.Continue, gast.Try)


def yields_in(statements):
    """The yields of a function with such a body, not those of functions inside it."""
    found, waiting = [], list(statements)
    while waiting:
        node = waiting.pop()
        if isinstance(node, _YIELDS):
            found.append(node)
        if not isinstance(node, _INNER):
            waiting.extend(gast.iter_child_nodes(node))
    return found


def with_loop(statements, loop, fresh):
    """The statements of a function that yields, and does what a loop does with it."""
    *body, last = loop.body
    test = _test_of(last)
    body = body if test is not None else loop.body
    is_last = test is not None and _yields_last(statements)
    maker = _Maker(loop, test is not None and not is_last, fresh)
    inside = maker.block(_without_result(statements))
    if is_last:
        inside = [*_at_first(body[:1], test), *_left(inside)]
    else:
        inside = structured(inside, fresh)
    return _filled(inside, maker.values, loop.target, body, test)


def _without_result(statements):
    """The statements, whose returns give nothing: no loop sees what they give."""
    found = []
    for node in statements:
        if isinstance(node, gast.Return) and node.value is not None:
            found.append(gast.copy_location(gast.Expr(node.value), node))
            node = gast.copy_location(gast.Return(None), node)
        elif isinstance(node, gast.Try):
            node = copied(node)
            for part in (node, *node.handlers):
                part.body = _without_result(part.body)
            node.orelse = _without_result(node.orelse)
            node.finalbody = _without_result(node.finalbody)
        elif build.has_blocks(node):
            node = build.with_blocks(node, _without_result)
        found.append(node)
    return found


def _yields_last(statements):
    """Whether a yield is all that is left to do in its loops, which never end early."""
    if not statements:
        return True
    *others, last = statements
    if yields_in(others) or any(isinstance(n, _JUMPS) for n in _inside(statements)):
        return False
    if build.has_blocks(last):
        return all(map(_yields_last, (last.body, last.orelse)))
    return isinstance(last, gast.Expr) or not yields_in([last])


def _inside(statements):
    return [node for line in statements for node in walk(line)]


def _at_first(first, test):
    """What gives the flag of a loop a value, should an inner loop have no trip."""
    for line in first:
        if isinstance(line, gast.Assign) and isinstance(line.targets[0], gast.Name):
            if line.targets[0].id == getattr(test, "id", None):
                return [copied(line)]
    return []


def _left(statements):
    """The statements, whose loops end behind a yield where the loop over it does."""
    found = []
    for node in statements:
        if build.has_blocks(node):
            node = build.with_blocks(node, _left)
            if not isinstance(node, gast.If) and _has_marks(node):
                end = gast.If(build.name(_LEFT), [gast.Break()], [])
                node.body.append(build.located(end, node))
        found.append(node)
    return found


def _has_marks(node):
    return any(name.startswith(_BODY) for name in names_in(node))


class _Maker:
    """Puts marks for the body of a loop where a function yields."""

    def __init__(self, loop, ends, fresh):
        self.loop, self.ends, self.fresh = loop, ends, fresh
        self.values = {}

    def block(self, statements):
        return [new for node in statements for new in self.statement(node)]

    def statement(self, node):
        if not yields_in([node]):
            return [node]
        value = getattr(node, "value", None)
        if isinstance(node, gast.Expr) and isinstance(value, gast.Yield):
            return self.marks(value.value or build.constant(None), node)
        if isinstance(node, gast.Expr) and isinstance(value, gast.YieldFrom):
            name = self.fresh("item")
            body = self.marks(build.name(name), node)
            loop = gast.For(build.target(name), value.value, body, [], None)
            return [build.located(loop, node)]
        if not build.has_blocks(node) or self.is_in_head(node):
            what = "a yield that is not a statement in a loop or a branch"
            raise RefusalError(what, "a list that is filled, and returned")
        return [build.with_blocks(node, self.block)]

    def is_in_head(self, node):
        head = getattr(node, "iter", None) or getattr(node, "test", None)
        return bool(yields_in([head]))

    def marks(self, value, node):
        """What stands for an item that is yielded, and may end the loop."""
        name = f"{_BODY}{len(self.values)}"
        self.values[name] = value
        lines = [gast.Expr(build.name(name))]
        if self.ends:
            lines.append(gast.If(build.name(_LEFT), [gast.Return(None)], []))
        return [build.located(line, node) for line in lines]


def _filled(statements, values, target, body, test):
    """The statements with the items and the body of the loop where marks are."""
    found = []
    for node in statements:
        name = getattr(getattr(node, "value", None), "id", None)
        if isinstance(node, gast.Expr) and name in values:
            item = gast.Assign([copied(target)], values[name], None)
            found += [gast.copy_location(item, target), *map(copied, body)]
        elif build.has_blocks(node):
            node = build.with_blocks(
                node, lambda block: _filled(block, values, target, body, test)
            )
            if getattr(getattr(node, "test", None), "id", None) == _LEFT:
                node.test = copied(test)
            found.append(node)
        else:
            found.append(node)
    return found


def _test_of(last):
    """The test of the last line of a loop, if that ends it there; else None."""
    if isinstance(last, gast.If) and isinstance(last.body[-1], gast.Break):
        return last.test
    return None
