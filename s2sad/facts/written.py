"""Which memory statements and calls write into."""

import gast

from s2sad.facts.effects import base_of, reached
from s2sad.facts.given import Given
from s2sad.facts.kinds import Array
from s2sad.syntax.walk import statements


def written_parameters(plain) -> list:
    """The parameters whose memory a call of this function may write, in order."""
    if plain.written is None:
        _settle(reached(plain))
    return plain.written or []


def _settle(functions):
    """Find what functions write; they may call each other in circles."""
    open_ = [plain for plain in functions if plain.written is None]
    found = {id(plain): plain.written or [] for plain in functions}
    before = None
    while found != before:
        before = dict(found)
        for plain in open_:
            found[id(plain)] = _written_parameters(plain, before)
    for plain in open_:
        plain.written = found[id(plain)]


def _written_parameters(plain, known):
    """Those that a statement writes into, where their memory may be what it writes."""
    writes = [
        place
        for node in statements(plain.node)
        for place in written_places(node, plain, known)
    ]
    given = Given(plain) if writes else None
    written = {name for place in writes for name in given.of(place)}
    return [p for p in plain.parameters if p in written]


def written_names(node, plain):
    """The names of the arrays that one statement itself writes into."""
    return [place.id for place in written_places(node, plain)]


def written_places(node, plain, known=None):
    """Where these names stand in the statement.

    `known` are the parameters that the functions called write, if that is not settled.
    """
    if isinstance(node, (gast.Assign, gast.AugAssign)):
        places = node.targets if isinstance(node, gast.Assign) else [node.target]
        found = [base_of(p) for p in places if isinstance(p, gast.Subscript)]
        if isinstance(node, gast.AugAssign) and isinstance(node.target, gast.Name):
            if isinstance(plain.kinds.get(node.target.id), Array):
                found.append(node.target)
        call = node.value
    elif isinstance(node, gast.Expr):
        found, call = [], node.value
    else:
        return []
    if isinstance(call, gast.Call):
        found += _written_by_call(call, plain, known)
    return [place for place in found if place is not None]


def _written_by_call(call, plain, known):
    if isinstance(call.func, gast.Attribute):
        if call.func.attr in ("append", "pop") and isinstance(
            call.func.value, gast.Name
        ):
            return [call.func.value]
        return []
    callee = plain.callees.get(getattr(call.func, "id", None))
    if callee is None:
        return []
    inner = written_parameters(callee) if known is None else known[id(callee)]
    places = dict(zip(callee.parameters, call.args))
    return [base_of(places[p]) for p in inner]
