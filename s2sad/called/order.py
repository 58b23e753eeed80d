"""Operands in their order: a later one may change what an earlier one reads.

self.rate + self.step(x)    becomes     value_before = self_rate
                                        step_0, self_rate = step(x, self_rate)
                                        value_before + step_0
"""

import functools

import gast

from s2sad.facts.values import Expression, Record
from s2sad.syntax.names import bound, reads


def in_order(frame, nodes):
    """The values of some nodes, each as it is when its turn comes."""
    found = []
    for node in nodes:
        if isinstance(node, (gast.Starred, gast.keyword)):
            node = node.value
        value, before = frame.aside(functools.partial(frame.expressions.value, node))
        changed = bound(*before)
        if changed:
            found = [_before(frame, earlier, changed) for earlier in found]
        frame.emit(*before)
        found.append(value)
    return found


def _before(frame, value, changed):
    """A value as it is now, where names that it reads are about to change."""
    if isinstance(value, Record):
        return value.map(lambda leaf: _before(frame, leaf, changed))
    if isinstance(value, Expression) and reads(value.node) & changed:
        return frame.stored(value, "value_before")
    return value
