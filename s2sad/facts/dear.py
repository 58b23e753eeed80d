"""What is saved although it could be computed again, for it takes longer than saving.

s = math.tanh(a * s)        the way back reads tanh, which the way there computes anyway

A number that an elementary function gives, and that the adjoint of this function reads,
is saved where the way there runs it for what is saved besides. Its argument may then be
needed no more. (In terms of Griewank and Walther's section 6.2, the cost of a cut is
that of the elementary functions that are run again.)
"""

import gast

from s2sad.facts.calls import spelling
from s2sad.facts.infer import kind_of
from s2sad.facts.kinds import Scalar
from s2sad.facts.regions import defined, header_reads
from s2sad.rules.table import find, is_dear


def dearly_recomputed(kept):
    """The names that the way back should not compute again."""
    going = _computed_anyway(kept)
    return {
        name
        for name in kept.recomputed
        if name in going and _is_dear_result(name, kept)
    }


def _is_dear_result(name, kept):
    """Whether a number is what an elementary function gives, and its adjoint reads."""
    (definition, *others) = kept.tree.defs[name]
    kind = kept.plain.kinds[name]
    if (
        others
        or not isinstance(kind, Scalar)
        or not isinstance(definition, gast.Assign)
    ):
        return False
    call = definition.value
    if not isinstance(call, gast.Call) or not is_dear(spelling(call.func) or ""):
        return False
    found = find(call, lambda n: kind_of(n, kept.plain.call_kinds()))
    loops = kept.sweep.saving_loops(definition)
    trips = [kept.sweep.trips.counted(loop, loops[0]) for loop in loops]
    return (
        found is not None
        and _differs(call, loops[-1], kept)
        and found[0].adjoint_reads_result(found[0].parameters)
        and None not in trips
    )


def _differs(call, loop, kept):
    """Whether a call may give another number in each trip of a loop."""
    names, contents = kept.reads.of(call)
    span = kept.tree.order[id(loop)], kept.tree.last_order(loop)
    return any(kept.tree.defs_between(name, *span) for name in names) or any(
        kept.tree.writes_between(kept.tree.classes.of(name), *span) for name in contents
    )


def _computed_anyway(kept):
    """The names that the way there computes for the sake of what it saves."""
    tree, reads = kept.tree, kept.reads
    names = {*kept.mirrored, *kept.saved_after}
    classes = {class_name for _, class_name in kept.needs.destroying_writes()}
    before = None
    while before != (len(names), len(classes)):
        before = len(names), len(classes)
        for node in tree.statements:
            written = {c for c, nodes in tree.writes.items() if node in nodes}
            if not names & set(defined(node, kept.plain)) and not classes & written:
                continue
            owners = [region.owner for region, _ in tree.chain(node) if region.owner]
            for owner in [node, *owners]:
                more, contents = reads.of(*header_reads(owner))
                names |= more
                classes |= {tree.classes.of(name) for name in contents}
    return names
