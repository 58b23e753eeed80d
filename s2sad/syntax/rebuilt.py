"""Copies of blocks in which some statements are exchanged for others."""

from s2sad.syntax import build


def rebuilt(statements, change):
    """A copy of a block; `change` gives what each statement without a block becomes."""
    found = []
    for node in statements:
        if build.has_blocks(node):
            found.append(build.with_blocks(node, lambda b: rebuilt(b, change)))
        else:
            found += change(node)
    return found
