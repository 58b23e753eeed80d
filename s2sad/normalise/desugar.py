"""Statements of one meaning get one form: one target, no annotations, no loop else.

a = b = x + 1        becomes        a = x + 1
c: float = a                        b = a
                                    c = a
"""

import copy

import gast

from s2sad.errors import RefusalError
from s2sad.normalise.matches import matched
from s2sad.syntax import build
from s2sad.syntax.names import Fresh, bound, copied, names_in


def desugar(source):
    """The def of a Source with simple statements; its docstring is dropped."""
    node = copied(source.node)
    fresh = Fresh(names_in(node))
    body = node.body
    if gast.get_docstring(node) is not None:
        body = body[1:]
    node.body = _block(body, source, fresh)
    return node


def _block(statements, source, fresh):
    return [
        gast.copy_location(new, old)
        for old in statements
        for new in _statement(old, source, fresh)
    ]


def _statement(node, source, fresh):
    if isinstance(node, gast.AnnAssign):
        if node.value is None:
            return []
        return [gast.Assign([node.target], node.value, None)]
    if isinstance(node, gast.Assign) and len(node.targets) > 1:
        return _chained(node, fresh)
    if isinstance(node, (gast.For, gast.While)):
        return _loop(node, source, fresh)
    if isinstance(node, gast.Try):
        return [_try(node, source, fresh)]
    if isinstance(node, gast.With):
        return [_opened(node), *_block(node.body, source, fresh)]
    if isinstance(node, gast.Match):
        try:
            return _block(matched(node, fresh), source, fresh)
        except RefusalError:
            return [node]
    if isinstance(node, gast.If):
        body = _block(node.body, source, fresh)
        return [gast.If(node.test, body, _block(node.orelse, source, fresh))]
    if isinstance(node, gast.Expr) and isinstance(node.value, gast.Constant):
        return [node] if build.is_comment(node) else []
    if isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
        return [_chosen(node)]
    return [node]


def _chosen(node):
    """`(a if test else b).append(x)`: the call for one of them, or for the other."""
    method = node.value.func
    owner = method.value if isinstance(method, gast.Attribute) else None
    if not isinstance(owner, gast.IfExp):
        return node
    calls = []
    for one in (owner.body, owner.orelse):
        function = gast.Attribute(one, method.attr, method.ctx)
        call = copied(gast.Call(function, node.value.args, node.value.keywords))
        calls.append(gast.Expr(gast.copy_location(call, node)))
    return gast.If(owner.test, *([gast.copy_location(c, node)] for c in calls))


def _try(node, source, fresh):
    """The same, its blocks with simple statements."""
    handlers = [
        gast.copy_location(
            gast.ExceptHandler(h.type, h.name, _block(h.body, source, fresh)), h
        )
        for h in node.handlers
    ]
    blocks = (_block(b, source, fresh) for b in (node.orelse, node.finalbody))
    return gast.Try(_block(node.body, source, fresh), handlers, *blocks)


def _opened(node):
    """A with statement of nothing: what it may be is looked at before its body runs."""
    return gast.With(node.items, [gast.copy_location(gast.Pass(), node)], None)


def _chained(node, fresh):
    """`a = b = e`: the value once, then its targets from left to right."""
    if isinstance(node.value, gast.Constant):
        return [gast.Assign([t], copied(node.value), None) for t in node.targets]
    first = next((t for t in node.targets if isinstance(t, gast.Name)), None)
    others = [t for t in node.targets if t is not first]
    if first is None or _is_asked(node.targets, first):
        first, others = build.stored(build.name(fresh("value"))), node.targets
    return [
        gast.Assign([first], node.value, None),
        *(gast.Assign([t], build.name(first.id), None) for t in others),
    ]


def _is_asked(targets, name):
    """Whether the other targets may not find in a name what it held, or was given."""
    place = targets.index(name)
    before = [part for target in targets[:place] for part in gast.walk(target)]
    if any(isinstance(part, gast.Call) for part in before):
        return True
    after = [*before, *bound(*targets[place + 1 :])]
    return name.id in {getattr(part, "id", part) for part in after}


def _loop(node, source, fresh):
    """A loop without else; its variable is written by the loop alone."""
    node = copy.copy(node)
    node.body = _block(node.body, source, fresh)
    after = _block(node.orelse, source, fresh)
    node.orelse = []
    before = []
    if after and _breaks(node.body):
        flag = fresh("finished")
        before = [build.assign(flag, build.constant(True))]
        node.body = _marked(node.body, flag)
        after = [build.conditional(build.name(flag), after)]
    is_counted = isinstance(node, gast.For) and isinstance(node.iter, gast.Call)
    if is_counted and isinstance(node.target, gast.Name):
        if node.target.id in bound(*node.body):
            counter = fresh(node.target.id)
            node.body.insert(0, build.assign(node.target.id, build.name(counter)))
            node.target = build.target(counter)
    return [*before, node, *after]


def _blocks(node):
    """The blocks of an if or a try: a break in them ends the loop around."""
    if isinstance(node, gast.Try):
        handled = [handler.body for handler in node.handlers]
        return [node.body, *handled, node.orelse, node.finalbody]
    return [node.body, node.orelse] if isinstance(node, gast.If) else []


def _breaks(statements):
    return any(
        isinstance(node, gast.Break) or any(map(_breaks, _blocks(node)))
        for node in statements
    )


def _marked(statements, flag):
    """The same statements; before each break of this loop the flag falls."""
    result = []
    for node in statements:
        if isinstance(node, gast.Break):
            result.append(build.assign(flag, build.constant(False)))
        for block in _blocks(node):
            block[:] = _marked(block, flag)
        result.append(node)
    return result
