"""Products written into their first factor: a @= b.

a @= b                      becomes     a[:] = a @ b
"""

import gast

from s2sad.syntax import build


def multiplied(frame, old, node):
    """Write the product of an array and another into the array: it has its shape."""
    load = build.loaded(node.target)
    product = gast.copy_location(gast.BinOp(load, node.op, node.value), node)
    value = frame.expressions.number(product)
    if value.kind != old.kind:
        what = f"a {value.kind} is written where a {old.kind} of one shape stands"
        raise frame.refuse(node, what, "a name for the product")
    whole = gast.Subscript(load, gast.Slice(None, None, None), gast.Store())
    frame.assignments.assign(build.located(whole, node), value, node)
