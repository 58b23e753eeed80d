"""Which memory names stand for, and which of it statements write.

Names that may share memory (by alias, view, or change of places) form one class.
Parameters are taken to be apart from each other.
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.unions import Unions
from s2sad.syntax.walk import walk

_VIEWS = {"np.asarray", "np.expand_dims", "np.reshape", "np.swapaxes"}
# What gives a view or a copy, as the memory lies, and which the text takes for a copy.
_LENDING = {"np.ascontiguousarray", "np.real", "np.imag"}
MAY_SHARE = _VIEWS | _LENDING


def base_name(node):
    """The name at the root of a subscript, attribute or view; None if it is fresh."""
    while isinstance(node, (gast.Subscript, gast.Attribute)):
        node = node.value
    if isinstance(node, gast.Call) and spelling(node.func) in _VIEWS:
        return base_name(node.args[0])
    return node.id if isinstance(node, gast.Name) else None


def shared_name(value, kinds):
    """The name whose memory an assigned array value shares, or None if it is fresh."""
    if isinstance(value, gast.Subscript) and _is_advanced(value, kinds):
        return None
    if isinstance(value, gast.Call) and isinstance(value.func, gast.Attribute):
        if value.func.attr == "pop":
            return base_name(value.func.value)
    if isinstance(value, (gast.Name, gast.Subscript, gast.Attribute, gast.Call)):
        return base_name(value)
    return None


def _is_advanced(node, kinds):
    items = node.slice.elts if isinstance(node.slice, gast.Tuple) else [node.slice]
    for item in items:
        name = item.id if isinstance(item, gast.Name) else None
        if isinstance(kinds.get(name), Array):
            return True
    return False


def lent_name(value):
    """The name whose memory an array may share that the text takes for a copy."""
    if not isinstance(value, (gast.Subscript, gast.Attribute, gast.Call)):
        return None
    if isinstance(value, gast.Call):
        word = spelling(value.func)
        if word in _LENDING:
            (source,) = value.args
            return base_name(source) or lent_name(source)
        return lent_name(value.args[0]) if word in _VIEWS else None
    return lent_name(value.value)


def loans(plain):
    """[(name, the name whose memory it may share or not)] of a function."""
    found = []
    for node in walk(plain.node):
        if isinstance(node, gast.Assign) and isinstance(node.targets[0], gast.Name):
            lender = lent_name(node.value)
            if lender is not None:
                found.append((node.targets[0].id, lender))
    return found


class Classes(Unions):
    """The classes of names that may share memory.

    `lent` says whether those count that share it only where it lies in order.
    """

    def __init__(self, plain, lent=False):
        super().__init__()
        self.lent = lent
        for node in walk(plain.node):
            if isinstance(node, gast.Assign):
                self.assigned(node, plain.kinds)
            elif isinstance(node, gast.Expr) and isinstance(node.value, gast.Call):
                self.appended(node.value, plain.kinds)

    def assigned(self, node, kinds):
        (target,) = node.targets
        if isinstance(target, gast.Tuple):
            if isinstance(node.value, gast.Tuple):
                first, *others = [*target.elts, *node.value.elts]
                for item in others:
                    self.join(first.id, item.id)
        elif isinstance(target, gast.Name):
            if isinstance(kinds.get(target.id), (Array, Stack)):
                shared = shared_name(node.value, kinds)
                if self.lent:
                    shared = shared or lent_name(node.value)
                if shared is not None and shared in kinds:
                    self.join(target.id, shared)

    def appended(self, call, kinds):
        if isinstance(call.func, gast.Attribute) and call.func.attr == "append":
            shared = base_name(call.args[0])
            if shared and isinstance(kinds.get(shared), Array):
                if isinstance(call.args[0], (gast.Name, gast.Subscript)):
                    self.join(call.func.value.id, shared)


def written_parameters(plain, seen=()):
    """The parameters whose memory a call of this function may write, in order."""
    if seen:
        return _written_parameters(plain, seen)
    if plain.written is None:
        plain.written = _written_parameters(plain, ())
    return plain.written


def _written_parameters(plain, seen):
    classes = Classes(plain)
    parameters = [
        p for p in plain.parameters if isinstance(plain.kinds.get(p), (Array, Stack))
    ]
    written = set()
    for node in walk(plain.node):
        for name in written_names(node, plain, seen):
            written.add(classes.of(name))
    return [p for p in parameters if classes.of(p) in written]


def returns_shared(plain):
    """Whether a result shares memory with an argument or with another result."""
    last = plain.node.body[-1] if plain.node.body else None
    if not isinstance(last, gast.Return):
        return False
    values = last.value.elts if isinstance(last.value, gast.Tuple) else [last.value]
    classes = Classes(plain, lent=True)
    seen = {
        classes.of(p) for p in plain.parameters if isinstance(plain.kinds[p], Array)
    }
    for value, kind in zip(values, plain.result_kinds):
        shared = None
        if isinstance(kind, Array):
            shared = shared_name(value, plain.kinds) or lent_name(value)
        if shared is None:
            continue
        if classes.of(shared) in seen:
            return True
        seen.add(classes.of(shared))
    return False


def written_names(node, plain, seen=()):
    """The names of the arrays that one statement itself writes into."""
    if isinstance(node, (gast.Assign, gast.AugAssign)):
        places = node.targets if isinstance(node, gast.Assign) else [node.target]
        found = [base_name(p) for p in places if isinstance(p, gast.Subscript)]
        if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
            if isinstance(plain.kinds.get(node.target.id), Array):
                found.append(node.target.id)
        call = node.value
    elif isinstance(node, gast.Expr):
        found, call = [], node.value
    else:
        return []
    if isinstance(call, gast.Call):
        found += _written_by_call(call, plain, seen)
    return found


def _written_by_call(call, plain, seen):
    if isinstance(call.func, gast.Attribute):
        if call.func.attr in ("append", "pop") and isinstance(
            call.func.value, gast.Name
        ):
            return [call.func.value.id]
        return []
    callee = plain.callees.get(getattr(call.func, "id", None))
    if callee is None or callee.name in seen:
        return []
    inner = written_parameters(callee, (*seen, callee.name))
    places = dict(zip(callee.parameters, call.args))
    names = [base_name(places[p]) for p in inner]
    return [name for name in names if name is not None]


def speaks(plain, seen=()):
    """Whether a call of a function may raise or print."""
    for node in walk(plain.node):
        if isinstance(node, (gast.Raise, gast.Assert)):
            return True
        if isinstance(node, gast.Call) and spelling(node.func) == "print":
            return True
    inner = (*seen, plain.name)
    others = [c for c in plain.callees.values() if c.name not in inner]
    return any(speaks(callee, inner) for callee in others)
