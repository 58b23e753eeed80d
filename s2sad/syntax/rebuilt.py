"""Copies of blocks in which some statements are exchanged for others."""

import gast

from s2sad.syntax import build


def rebuilt(statements, change):
    """A copy of a block; `change` gives what each statement without a block becomes."""
    found = []
    for node in statements:
        if isinstance(node, gast.If):
            sides = (rebuilt(block, change) for block in (node.body, node.orelse))
            found.append(gast.copy_location(gast.If(node.test, *sides), node))
        elif isinstance(node, (gast.For, gast.While)):
            found.append(build.with_body(node, rebuilt(node.body, change)))
        else:
            found += change(node)
    return found
