"""Whether an array gets another name, a place in a list, or leaves its function.

w = v[1:]; rows.append(v); w = helper(v)        v is lent
s = v[0] + np.sum(v * w); w[:] = v; s = helper(v)       v is only looked at
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.effects import MAY_SHARE
from s2sad.facts.kinds import Scalar
from s2sad.syntax.names import names_in
from s2sad.syntax.walk import walk

_LOOKS = {"shape", "size", "ndim", "dtype", "copy"}
_BLOCKS = (gast.If, gast.For, gast.While)


def is_lent(name, code, known):
    """Whether any statement in code lends an array."""
    return any(
        isinstance(node, gast.stmt) and _lends(node, name, known) for node in walk(code)
    )


def _lends(node, name, known):
    if name not in names_in(*_own(node)):
        return False
    if isinstance(node, gast.Assign):
        return _binds(node, name, known)
    if isinstance(node, gast.AugAssign):
        return _shows(node.value, name, is_bare=False)
    if isinstance(node, gast.Expr):
        is_call = isinstance(node.value, gast.Call)
        is_named = is_call and isinstance(node.value.func, gast.Name)
        return not is_named or any(
            _shows(item, name, is_bare=False) for item in node.value.args
        )
    if isinstance(node, _BLOCKS):
        return any(_shows(part, name, is_bare=False) for part in _own(node))
    return True


def _own(node):
    """What a statement itself holds, without its blocks."""
    if isinstance(node, (gast.If, gast.While)):
        return [node.test]
    return [node.iter] if isinstance(node, gast.For) else [node]


def _binds(node, name, known):
    """Whether an assignment may give the array, or a part, to another name."""
    (place,) = node.targets
    items = place.elts if isinstance(place, gast.Tuple) else [place]
    kinds = [known.kinds.get(item.id) for item in items if isinstance(item, gast.Name)]
    takes = any(not isinstance(kind, Scalar) for kind in kinds)
    return _shows(node.value, name, is_bare=takes)


def _shows(node, name, is_bare):
    """Whether the value of an expression may share the memory of the array.

    `is_bare` says whether the value itself is kept.
    """
    if isinstance(node, gast.Name):
        return is_bare and node.id == name
    if isinstance(node, gast.Subscript):
        parts = walk(node.slice)
        is_view = any(isinstance(n, (gast.Slice, gast.Attribute)) for n in parts)
        inner = _shows(node.slice, name, is_bare=False)
        return inner or _shows(node.value, name, is_bare=is_bare or is_view)
    if isinstance(node, gast.Attribute):
        return _shows(node.value, name, is_bare=node.attr not in _LOOKS)
    if isinstance(node, gast.Call):
        word = spelling(node.func) or ""
        is_own = "." not in word
        keeps = (is_bare and is_own) or word in MAY_SHARE
        owner = [node.func] if isinstance(node.func, gast.Attribute) else []
        parts = [*node.args, *(item.value for item in node.keywords)]
        return any(_shows(n, name, keeps) for n in parts) or any(
            _shows(n, name, is_bare=False) for n in owner
        )
    if isinstance(node, (gast.Tuple, gast.List, gast.IfExp)):
        return any(_shows(n, name, is_bare) for n in gast.iter_child_nodes(node))
    if isinstance(node, gast.AST):
        return any(_shows(n, name, False) for n in gast.iter_child_nodes(node))
    return False
