"""Names that nothing reads but what writes them: a counter of calls is left out.

self_calls = self_calls + 1     becomes     return x * x
return x * x
"""

import copy

import gast

from s2sad.syntax.names import names_in, reads
from s2sad.syntax.walk import walk


def without_unread(body, names, callees):
    """Statements without those that only write names, of these, that nothing reads.

    What calls one of the callees stays: it may do more than give a value.
    """
    while True:
        dead = names - _reads_of_others(body)
        shorter = _without(body, dead, callees)
        if gast.dump(gast.Module(shorter, [])) == gast.dump(gast.Module(body, [])):
            return body
        body = shorter


def _without(statements, dead, callees):
    kept = []
    for node in statements:
        if isinstance(node, (gast.Assign, gast.AugAssign)):
            targets = getattr(node, "targets", None) or [node.target]
            written = {getattr(target, "id", None) for target in targets}
            if written <= dead and not names_in(node.value) & callees:
                continue
        if isinstance(node, (gast.If, gast.For, gast.While)):
            node = copy.copy(node)
            node.orelse = _without(node.orelse, dead, callees)
            node.body = _without(node.body, dead, callees) or [gast.Pass()]
        kept.append(node)
    return kept


def _reads_of_others(body):
    """The names that statements read, but for what only changes itself."""
    found = set()
    for statement in body:
        for node in walk(statement):
            if isinstance(node, (gast.Assign, gast.AugAssign)):
                targets = getattr(node, "targets", None) or [node.target]
                names = {getattr(target, "id", None) for target in targets}
                found |= reads(node.value) - names
                found |= set().union(*(reads(target) for target in targets))
            elif isinstance(node, gast.stmt):
                found |= _own_reads(node)
    return found


def _own_reads(node):
    """The names that a statement reads itself, not the statements in it."""
    parts = [
        value
        for field, value in gast.iter_fields(node)
        if field not in ("body", "orelse") and isinstance(value, gast.AST)
    ]
    return reads(*parts)
