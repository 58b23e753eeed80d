"""A flag that only says that a loop is to be left becomes the break that it stands for.

done = False                        becomes     if x > 5.0:
if x > 5.0:                                         break
    done = True                                 s += x
else:
    s += x
if done:
    break
"""

import gast

from s2sad.syntax import build
from s2sad.syntax.walk import walk


def leave(function):
    """The function with its loops left where they are found to be done."""
    flags = _Flags(function)
    function.body = _block(function.body, flags)
    return function


class _Flags:
    """How often each name of a function is read and set."""

    def __init__(self, function):
        self.reads, self.sets = {}, {}
        for node in walk(function):
            if isinstance(node, gast.Name):
                counts = self.reads if isinstance(node.ctx, gast.Load) else self.sets
                counts[node.id] = counts.get(node.id, 0) + 1


def _block(statements, flags):
    out = []
    for node in statements:
        if build.has_blocks(node):
            node = build.with_blocks(node, lambda b: _block(b, flags))
        if isinstance(node, (gast.For, gast.While)):
            node = build.with_body(node, _bare(_left_early(node.body, flags)))
        out.append(node)
    return out


def _left_early(body, flags):
    """The body of a loop without its flag, if it ends by asking for it."""
    flag = _asked_for(body[-1])
    if flag is None or len(body) < 2:
        return body
    choice = body[-2]
    starts = [n for n in body if _sets(n, flag, False)]
    ends = _ends(choice, flag)
    if not isinstance(choice, gast.If) or len(starts) != 1 or not ends:
        return body
    if flags.reads[flag] != 1 or flags.sets[flag] != 1 + len(ends):
        return body
    kept = [n for n in body[:-2] if n is not starts[0]]
    return [*kept, *_with_breaks(choice, flag)]


def _bare(body):
    """The body of a loop, with a break that nothing is asked for."""
    last = body[-1]
    test = last.test if isinstance(last, gast.If) else None
    is_sure = isinstance(test, gast.Constant) and test.value is True
    return [*body[:-1], *last.body] if is_sure else body


def _asked_for(node):
    """The flag of `if flag: break`; None for any other statement."""
    if isinstance(node, gast.If) and isinstance(node.test, gast.Name):
        if not node.orelse and len(node.body) == 1:
            return node.test.id if isinstance(node.body[0], gast.Break) else None
    return None


def _sets(node, flag, value):
    return (
        isinstance(node, gast.Assign)
        and isinstance(node.targets[0], gast.Name)
        and node.targets[0].id == flag
        and isinstance(node.value, gast.Constant)
        and node.value.value is value
    )


def _ends(node, flag):
    """The statements that set a flag, at the ends of the branches of a choice."""
    if _sets(node, flag, True):
        return [node]
    if not isinstance(node, gast.If):
        return []
    return [
        end
        for branch in (node.body, node.orelse)
        if branch
        for end in _ends(branch[-1], flag)
    ]


def _with_breaks(node, flag):
    """The statements that a choice becomes when it leaves instead of setting a flag."""
    if _sets(node, flag, True):
        return [gast.copy_location(gast.Break(), node)]
    if not isinstance(node, gast.If):
        return [node]

    def ended(branch):
        return [*branch[:-1], *_with_breaks(branch[-1], flag)] if branch else []

    return _opened(build.with_blocks(node, ended))


def _opened(choice):
    """`if a: break / else: b` as `if a: break` and then b."""
    if choice.orelse and isinstance(choice.body[0], gast.Break):
        first = gast.If(choice.test, choice.body, [])
        return [gast.copy_location(first, choice), *choice.orelse]
    if choice.orelse and isinstance(choice.orelse[0], gast.Break):
        first = gast.If(build.opposite(choice.test), choice.orelse, [])
        return [gast.copy_location(first, choice), *choice.body]
    return [choice]
