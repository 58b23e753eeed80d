"""Which memory names stand for.

Names that may share memory (by alias, view, or change of places) form one class.
Parameters are taken to be apart from each other, but for those that a call of an inner
function gives the same memory.
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.kinds import Array, Stack
from s2sad.facts.unions import Unions
from s2sad.facts.webs import apart
from s2sad.syntax.walk import statements, walk

_VIEWS = {"np.asarray", "np.expand_dims", "np.reshape", "np.swapaxes"}
# What gives a view or a copy, as the memory lies, and which the text takes for a copy.
_LENDING = {"np.ascontiguousarray", "np.real", "np.imag"}
MAY_SHARE = _VIEWS | _LENDING


def base_name(node):
    """The name at the root of a subscript, attribute or view; None if it is fresh."""
    return getattr(base_of(node), "id", None)


def base_of(node):
    """Where that name stands, or None."""
    while isinstance(node, (gast.Subscript, gast.Attribute)):
        node = node.value
    if isinstance(node, gast.Call) and spelling(node.func) in _VIEWS:
        return base_of(node.args[0])
    return node if isinstance(node, gast.Name) else None


def shared_name(value, kinds):
    """The name whose memory an assigned array value shares, or None if it is fresh."""
    return getattr(shared_value(value, kinds), "id", None)


def shared_value(value, kinds):
    """Where that name stands, or None."""
    if isinstance(value, gast.Subscript) and _is_advanced(value, kinds):
        return None
    if isinstance(value, gast.Call) and isinstance(value.func, gast.Attribute):
        if value.func.attr == "pop":
            return base_of(value.func.value)
    if isinstance(value, (gast.Name, gast.Subscript, gast.Attribute, gast.Call)):
        return base_of(value)
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


def lends(plain):
    """Whether a function makes arrays that may share memory or not."""
    calls = (node for node in walk(plain.node) if isinstance(node, gast.Call))
    return any(spelling(call.func) in _LENDING for call in calls)


def loans(plain):
    """[(name, the name whose memory it may share or not)] of a function."""
    found = []
    for node in statements(plain.node):
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
        for first, *others in plain.overlapping:
            for other in others:
                self.join(plain.parameters[first], plain.parameters[other])
        for node in statements(plain.node):
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
                if shared in kinds:
                    self.join(target.id, shared)

    def appended(self, call, kinds):
        if isinstance(call.func, gast.Attribute) and call.func.attr == "append":
            shared = base_name(call.args[0])
            if shared and isinstance(kinds.get(shared), Array):
                if isinstance(call.args[0], (gast.Name, gast.Subscript)):
                    self.join(call.func.value.id, shared)


def reached(plain):
    """The functions that a function calls, and those that these call, and itself."""
    found, waiting = {id(plain): plain}, [plain]
    while waiting:
        for callee in waiting.pop().callees.values():
            if id(callee) not in found:
                found[id(callee)] = callee
                waiting.append(callee)
    return list(found.values())


def returns_shared(plain):
    """Whether a result shares memory with an argument or with another result."""
    if not plain.node.body or not isinstance(plain.node.body[-1], gast.Return):
        return False
    plain, _ = apart(plain)  # a name that is bound anew is no argument any more
    last = plain.node.body[-1]
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


def speaks(plain):
    """Whether a call of a function may raise or print."""
    return any(map(_speaks_itself, reached(plain)))


def _speaks_itself(plain):
    """Whether the text of a function raises or prints."""
    if plain.is_heard is None:
        plain.is_heard = any(
            isinstance(node, (gast.Raise, gast.Assert))
            or (isinstance(node, gast.Call) and spelling(node.func) == "print")
            for node in walk(plain.node)
        )
    return plain.is_heard


def is_silent(node):
    """Whether an expression calls NumPy alone, which prints nothing."""
    words = (spelling(n.func) or "" for n in walk(node) if isinstance(n, gast.Call))
    return all(w in ("len", "range") or w.startswith(("np.", "math.")) for w in words)
