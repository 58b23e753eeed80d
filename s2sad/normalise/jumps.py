"""No continue, no return but the last, and a break only as the last line of a loop.

for i in range(n):              for i in range(n):
    if x[i] > 5.0:                  done = False
        break                       if x[i] > 5.0:
    s += x[i]            to             done = True
                                    else:
                                        s += x[i]
                                    if done:
                                        break
"""

from dataclasses import dataclass, field

import gast

from s2sad.syntax import build
from s2sad.syntax.names import Fresh, copied, names_in
from s2sad.syntax.walk import children

_JUMPS = (gast.Break, gast.Continue, gast.Return)


@dataclass
class _Loop:
    """The flags of one loop: left for good, and the rest of this trip left out."""

    done: str
    skip: str
    uses_done: bool = False
    uses_skip: bool = False


@dataclass
class _Exits:
    """How control leaves a block: by its end, or by which jumps."""

    falls: bool = True
    jumps: set = field(default_factory=set)

    def union(self, other):
        return _Exits(self.falls or other.falls, self.jumps | other.jumps)


def structured(statements, fresh):
    """Statements of which a return ends all: none of them returns or breaks."""
    if statements and isinstance(statements[-1], gast.Return):
        statements = statements[:-1]
    node = build.function("block", [], statements)
    returns = [n for n in _own(node) if isinstance(n, gast.Return)]
    return _Structured(fresh, returns, node).function()


def jumps(node, gives_none=False):
    """The def with structured control flow only; the tree is changed in place.

    Where one that `gives_none` ends without a return, it returns None as any value.
    """
    returns = [n for n in _own(node) if isinstance(n, gast.Return)]
    if gives_none and _may_end(node, returns):
        last = build.located(gast.Return(build.constant(None)), node)
        node.body.append(last)
        returns.append(last)
    if not _needs_work(node, returns):
        return node
    node.body = _Structured(Fresh(names_in(node)), returns, node).function()
    return node


def _own(node):
    """The nodes of a def, not those of defs and lambdas inside it."""
    pending = list(node.body)
    while pending:
        current = pending.pop()
        yield current
        if not isinstance(current, (gast.FunctionDef, gast.Lambda)):
            pending.extend(children(current))


def _needs_work(node, returns):
    if any(isinstance(n, (gast.Break, gast.Continue)) for n in _own(node)):
        return True
    return bool(returns) and (len(returns) > 1 or node.body[-1] is not returns[0])


def _may_end(node, returns):
    """Whether a def that returns values may end without a return."""
    if isinstance(node.body[-1], (gast.Return, gast.Raise)) or not returns:
        return False
    if not any(r.value is not None for r in returns):
        return False
    trial = copied(node)
    inner = [n for n in _own(trial) if isinstance(n, gast.Return)]
    made = _Structured(Fresh(names_in(trial)), inner, trial)
    _, exits = made.block(trial.body, None)
    return exits.falls


class _Structured:
    """Rewrites one def."""

    def __init__(self, fresh, returns: list, node):
        self.fresh = fresh
        self.node = node
        by_line = sorted(returns, key=lambda r: r.lineno)
        self.first_return = next(iter(by_line), node)
        self.valued = any(r.value is not None for r in returns)
        only_last = len(returns) == 1 and node.body[-1] is returns[0]
        self.result = None if only_last or not returns else fresh("result")
        self.returned = fresh("returned")
        self.uses_returned = False

    def function(self):
        body, exits = self.block(self.node.body, None)
        if self.result is None:
            return body
        if exits.falls and self.valued:
            self.uses_returned = True
            body.extend(self.no_result())
        if self.uses_returned:
            body.insert(0, build.assign(self.returned, build.constant(False)))
        else:
            body = _without(body, self.returned)
        if self.valued:
            result = gast.copy_location(build.name(self.result), self.first_return)
            last = build.returned(result)
            body.append(gast.copy_location(last, self.first_return))
        return body

    def no_result(self):
        """Where the function would end and give None instead of a number."""
        message = f"{self.node.name} ends here without returning a value"
        error = build.call("NotImplementedError", build.constant(message))
        lines = [gast.copy_location(gast.Raise(error, None), self.node)]
        test = build.logical_not(build.name(self.returned))
        return [build.conditional(test, lines)]

    def block(self, statements, loop):
        """(statements without jumps, how control leaves them)."""
        out = []
        for position, node in enumerate(statements):
            rest = statements[position + 1 :]
            if isinstance(node, _JUMPS):
                return [*out, *self.jump(node, loop)], _Exits(False, {type(node)})
            if isinstance(node, (gast.For, gast.While)):
                out.append(self.loop(node))
                if _returns_in([node]) and self.result:
                    if loop is None and _is_endless(node):
                        return out, _Exits(False, {gast.Return})
                    return self.after_return(out, rest, loop)
            elif isinstance(node, gast.Try):
                left = self.trying(out, node, loop)
                if left.jumps:
                    flag = self.left_out(left, loop)
                    out, exits = self.guarded(out, flag, rest, loop)
                    return out, exits.union(_Exits(exits.falls, left.jumps))
            elif isinstance(node, gast.If) and _jumps_in(node):
                return self.branching(out, node, rest, loop)
            else:
                out.append(self.within(node, loop))
                if not _can_fall(node):
                    return out, _Exits(False)
        return out, _Exits()

    def trying(self, out, node, loop):
        """A try statement without jumps; how control leaves it."""
        body, left = self.block(node.body, loop)
        orelse, exits = self.block(node.orelse, loop)
        if left.jumps and orelse:
            test = build.logical_not(self.left_out(left, loop))
            orelse = [gast.copy_location(build.conditional(test, orelse), node)]
        left = left.union(exits)
        handlers = []
        for handler in node.handlers:
            lines, exits = self.block(handler.body, loop)
            new = gast.ExceptHandler(handler.type, handler.name, lines)
            handlers.append(gast.copy_location(new, handler))
            left = left.union(exits)
        last, _ = self.block(node.finalbody, loop)
        new = gast.Try(body or [gast.Pass()], handlers, orelse, last)
        out.append(gast.copy_location(new, node))
        return left

    def within(self, node, loop):
        """A statement that no jump leaves, with the loops in its branches rewritten."""
        if not isinstance(node, gast.If):
            return node
        return build.with_blocks(node, lambda b: self.block(b, loop)[0])

    def jump(self, node, loop):
        """What a jump does instead of jumping: it says so in flags."""
        lines = []
        if isinstance(node, gast.Return):
            if self.result is None:
                return [node]
            if self.valued:
                value = node.value or build.constant(None)
                lines.append(build.assign(self.result, value))
            lines.append(build.assign(self.returned, build.constant(True)))
        if loop and not isinstance(node, gast.Continue):
            loop.uses_done = True
            lines.append(build.assign(loop.done, build.constant(True)))
        if loop and isinstance(node, gast.Continue):
            lines.append(build.assign(loop.skip, build.constant(True)))
        return [gast.copy_location(line, node) for line in lines]

    def after_return(self, out, rest, loop):
        """What follows a loop that may have returned; an outer loop ends too."""
        self.uses_returned = True
        flag = build.name(self.returned)
        if loop:
            loop.uses_done = True
            leave = build.assign(loop.done, build.constant(True))
            out.append(build.conditional(flag, [leave]))
        out, exits = self.guarded(out, flag, rest, loop)
        return out, _Exits(exits.falls, exits.jumps | {gast.Return})

    def branching(self, out, node, rest, loop):
        """An if with jumps inside: the rest moves to where control falls through."""
        body, left = self.block(node.body, loop)
        orelse, right = self.block(node.orelse, loop)
        if left.falls and right.falls:
            out.append(_branches(node, body, orelse))
            left = left.union(right)
            guarded, exits = self.guarded(out, self.left_out(left, loop), rest, loop)
            return guarded, exits.union(_Exits(exits.falls, left.jumps))
        # without a rest nothing is new: each elif would double the work
        if rest and not left.falls and right.falls:
            orelse, right = self.block([*node.orelse, *rest], loop)
        elif rest and left.falls and not right.falls:
            body, left = self.block([*node.body, *rest], loop)
        out.append(_branches(node, body, orelse))
        return out, left.union(right)

    def left_out(self, exits, loop):
        """The condition that one of these jumps was taken."""
        flags = []
        if gast.Continue in exits.jumps:
            loop.uses_skip = True
            flags.append(build.name(loop.skip))
        if loop and exits.jumps & {gast.Break, gast.Return}:
            flags.append(build.name(loop.done))
        elif gast.Return in exits.jumps:
            self.uses_returned = True
            flags.append(build.name(self.returned))
        return flags[0] if len(flags) == 1 else gast.BoolOp(gast.Or(), flags)

    def guarded(self, out, flag, rest, loop):
        inner, exits = self.block(rest, loop)
        if inner:
            out.append(build.conditional(build.logical_not(flag), inner))
        return out, exits

    def loop(self, node):
        flags = _Loop(self.fresh("done"), self.fresh("skip"))
        body, _ = self.block(node.body, flags)
        start = []
        if flags.uses_done:
            start.append(build.assign(flags.done, build.constant(False)))
            body.append(build.conditional(build.name(flags.done), [gast.Break()]))
        if flags.uses_skip:
            start.append(build.assign(flags.skip, build.constant(False)))
        else:
            body = _without(body, flags.skip)
        return build.with_body(node, start + body)


def _is_endless(loop):
    """Whether a loop is `while True`, and nothing but a return leaves it."""
    test = getattr(loop, "test", None)
    if not isinstance(test, gast.Constant) or not test.value:
        return False
    waiting = list(loop.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, gast.Break):
            return False
        if not isinstance(node, (gast.For, gast.While, gast.FunctionDef, gast.Lambda)):
            waiting.extend(gast.iter_child_nodes(node))
    return True


def _branches(node, body, orelse):
    if not body and orelse:
        body = [gast.Pass()]
    return gast.copy_location(gast.If(node.test, body or [gast.Pass()], orelse), node)


def _without(statements, flag):
    """The statements without the assignments of a flag that nobody reads."""
    kept = []
    for node in statements:
        if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name):
            if node.targets[0].id == flag:
                continue
        if isinstance(node, gast.If):
            body, orelse = _without(node.body, flag), _without(node.orelse, flag)
            node = _branches(node, body, orelse)
        if isinstance(node, gast.Try):
            node.body = _without(node.body, flag) or [gast.Pass()]
            for handler in node.handlers:
                handler.body = _without(handler.body, flag)
            node.orelse = _without(node.orelse, flag)
        kept.append(node)
    return kept


def _jumps_in(node):
    """Whether a branch holds a jump that leaves it."""
    for child in [*node.body, *node.orelse]:
        if isinstance(child, _JUMPS):
            return True
        if isinstance(child, gast.If) and _jumps_in(child):
            return True
        if isinstance(child, gast.Try) and _jumps_in_blocks(child):
            return True
        if isinstance(child, (gast.For, gast.While)) and _returns_in([child]):
            return True
    return False


def _jumps_in_blocks(node):
    """The same of a try statement, whose handlers are blocks too."""
    blocks = [node.body, node.orelse, node.finalbody]
    blocks += [handler.body for handler in node.handlers]
    return any(_jumps_in(gast.If(None, block, [])) for block in blocks)


def _returns_in(statements):
    for node in statements:
        if isinstance(node, gast.Return):
            return True
        if build.has_blocks(node):
            if _returns_in([*node.body, *node.orelse]):
                return True
        if isinstance(node, gast.Try):
            inner = [line for handler in node.handlers for line in handler.body]
            if _returns_in([*node.body, *node.orelse, *inner]):
                return True
    return False


def _can_fall(node):
    """Whether control can reach what follows a statement without jumps."""
    if isinstance(node, gast.Raise):
        return False
    if isinstance(node, gast.If) and node.orelse:
        return all(map(_can_fall, node.body)) or all(map(_can_fall, node.orelse))
    return True
